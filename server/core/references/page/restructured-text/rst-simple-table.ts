import { segmentOf } from "../display-columns.ts";
import { joinInlines } from "../inline.ts";
import { maximumColumns } from "../markdown-bounds.ts";
import type { Table, TableCell, TableRow } from "../page.ts";
import { lineEnd, type SourceLine } from "../source-lines.ts";
import { readRstText } from "./rst-text.ts";

const rule = /^\s*={2,}(?:\s+={2,})+\s*$/;

/** A table whose columns are told by runs of `=`; a row with an empty first column goes on the one above it. */
export function simpleTableAt(source: string, lines: readonly SourceLine[], at: number): Table | undefined {
  const first = lines[at];
  if (first === undefined || !rule.test(first.text)) return undefined;
  const rules = [at];
  let end = at + 1;
  for (; end < lines.length && rules.length < 3; end += 1) {
    const text = lines[end]?.text ?? "";
    if (rule.test(text)) rules.push(end);
    if (
      rules.length >= 2 &&
      text.trim() === "" &&
      !rule.test(lines.slice(end).find((line) => /={2,}/.test(line.text))?.text ?? "")
    )
      break;
  }
  const [top = at, middle, bottom] = rules;
  if (middle === undefined) return undefined;
  const columns = [...first.text.matchAll(/=+/g)].map(({ index, 0: run }) => ({
    start: index,
    end: index + run.length,
  }));
  if (columns.length > maximumColumns) return undefined;
  const last = lines[bottom ?? middle] ?? first;
  const header = bottom === undefined ? undefined : rowsOf(source, lines.slice(top + 1, middle), columns, true)[0];
  const body = bottom === undefined ? lines.slice(top + 1, middle) : lines.slice(middle + 1, bottom);
  const rows = rowsOf(source, body, columns, false);
  return { kind: "table", caption: undefined, header, rows, span: { start: first.start, end: lineEnd(last) } };
}

interface Column {
  readonly start: number;
  readonly end: number;
}

function rowsOf(
  source: string,
  lines: readonly SourceLine[],
  columns: readonly Column[],
  isHeader: boolean,
): readonly TableRow[] {
  const groups: SourceLine[][] = [];
  for (const line of lines) {
    if (line.text.trim() === "" || /^[\s-]+$/.test(line.text)) continue;
    const { start, end } = segmentOf(line, columns[0]?.start ?? 0, columns[0]?.end);
    const goesOn = groups.length > 0 && (isHeader || source.slice(start, end).trim() === "");
    if (goesOn) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => rowOf(source, group, columns));
}

function rowOf(source: string, lines: readonly SourceLine[], columns: readonly Column[]): TableRow {
  const start = lines[0]?.start ?? 0;
  const cells = columns.map((column, index): TableCell => {
    const parts = lines.map((line) => {
      // The last column may be as wide as its text.
      const segment = segmentOf(line, column.start, columns[index + 1]?.start);
      return readRstText(source, segment.start, segment.end);
    });
    const content = joinInlines(
      parts.filter(({ runs }) => runs.length > 0),
      " ",
    ) ?? {
      runs: [],
      span: { start, end: start },
    };
    return { content, isContinued: false, span: content.span };
  });
  const last = lines.at(-1);
  return { cells, span: { start, end: last === undefined ? start : lineEnd(last) } };
}
