import { type Column, columnsOfRule, isClosingRule, isColumnRule } from "./dash-rules.ts";
import { segmentOf } from "./display-columns.ts";
import { joinInlines } from "./inline.ts";
import { readMarkdownText } from "./markdown-text.ts";
import type { Inline, Table, TableCell, TableRow } from "./page.ts";
import { lineEnd, type SourceLine } from "./source-lines.ts";

/**
 * Pandoc's tables whose columns are told by runs of dashes. In a simple table every line is a row; in a multiline table
 * rows may go on over lines and are separated by blank ones. Both come with and without titles.
 */
export function dashTableAt(source: string, lines: readonly SourceLine[], at: number): Table | undefined {
  const first = lines[at]?.text ?? "";
  if (first.trim() === "") return undefined;
  if (isClosingRule(first, 10)) return multilineAt(source, lines, at);
  if (isColumnRule(first)) return headlessAt(source, lines, at);
  if (isColumnRule(lines[at + 1]?.text ?? "")) return simpleAt(source, lines, at);
  return undefined;
}

/** Lines that a title row may have. */
const titleLines = 8;

/** Lines that a table without an end in sight may have. */
const maximumLines = 5_000;

function multilineAt(source: string, lines: readonly SourceLine[], at: number): Table | undefined {
  let rule = at + 1;
  while (rule - at <= titleLines && !isColumnRule(lines[rule]?.text ?? "")) {
    if ((lines[rule]?.text ?? "").trim() === "") return undefined;
    rule += 1;
  }
  const ruleLine = lines[rule];
  if (ruleLine === undefined || rule - at > titleLines || rule === at + 1) return undefined;
  const end = closingLine(lines, rule + 1);
  if (end === undefined) return undefined;
  const columns = columnsOfRule(ruleLine.text);
  const header = readRow(source, lines.slice(at + 1, rule), columns);
  return table(source, lines, { start: at, end }, header, splitByBlank(lines.slice(rule + 1, end)), columns);
}

function headlessAt(source: string, lines: readonly SourceLine[], at: number): Table | undefined {
  const end = closingLine(lines, at + 1);
  if (end === undefined || end === at + 1) return undefined;
  const body = lines.slice(at + 1, end);
  const columns = columnsOfRule(lines[at]?.text ?? "");
  const isMultiline = body.some(({ text }) => text.trim() === "");
  return table(
    source,
    lines,
    { start: at, end },
    undefined,
    isMultiline ? splitByBlank(body) : body.map((line) => [line]),
    columns,
  );
}

function simpleAt(source: string, lines: readonly SourceLine[], at: number): Table | undefined {
  const head = lines[at];
  if (head === undefined || /^\s*[|>#+]/.test(head.text)) return undefined;
  let end = at + 2;
  while (end < lines.length && (lines[end]?.text ?? "").trim() !== "" && !/^ *-{3,}[ -]*$/.test(lines[end]?.text ?? ""))
    end += 1;
  const body = lines.slice(at + 2, end);
  if (body.length === 0) return undefined;
  const columns = columnsOfRule(lines[at + 1]?.text ?? "");
  const last = (lines[end]?.text ?? "").trim() === "" ? end - 1 : end;
  return table(
    source,
    lines,
    { start: at, end: last },
    readRow(source, [head], columns),
    body.map((line) => [line]),
    columns,
  );
}

/** The line that ends a table: one of dashes. */
function closingLine(lines: readonly SourceLine[], from: number): number | undefined {
  for (let index = from; index < Math.min(lines.length, from + maximumLines); index += 1) {
    const text = lines[index]?.text ?? "";
    if (isClosingRule(text, 3) || isColumnRule(text)) return index;
    if (/^(?:#{1,6}\s|```|~~~|\s*\|)/.test(text)) return undefined;
  }
  return undefined;
}

function splitByBlank(lines: readonly SourceLine[]): readonly (readonly SourceLine[])[] {
  const groups: SourceLine[][] = [];
  let current: SourceLine[] = [];
  for (const line of lines) {
    if (line.text.trim() !== "") current.push(line);
    else if (current.length > 0) {
      groups.push(current);
      current = [];
    }
  }
  if (current.length > 0) groups.push(current);
  return groups;
}

function table(
  source: string,
  lines: readonly SourceLine[],
  place: { readonly start: number; readonly end: number },
  header: TableRow | undefined,
  groups: readonly (readonly SourceLine[])[],
  columns: readonly Column[],
): Table | undefined {
  const first = lines[place.start];
  const last = lines[place.end];
  if (first === undefined || last === undefined) return undefined;
  const rows = groups.map((group) => readRow(source, group, columns));
  const hasTitles = header?.cells.some(({ content }) => content.runs.length > 0) ?? false;
  return {
    kind: "table",
    caption: undefined,
    header: hasTitles ? header : undefined,
    rows,
    span: { start: first.start, end: lineEnd(last) },
  };
}

function readRow(source: string, lines: readonly SourceLine[], columns: readonly Column[]): TableRow {
  const start = lines[0]?.start ?? 0;
  const cells = columns.map(({ start: from }, index): TableCell => {
    const until = columns[index + 1]?.start;
    const parts = lines.map((line) => {
      const segment = segmentOf(line, index === 0 ? 0 : from, until);
      return readMarkdownText(source, segment.start, segment.end);
    });
    const content: Inline = joinInlines(
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
