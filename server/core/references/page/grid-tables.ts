import { segmentOf } from "./display-columns.ts";
import { joinInlines } from "./inline.ts";
import { maximumColumns } from "./markdown-bounds.ts";
import { readMarkdownText } from "./markdown-text.ts";
import type { Inline, Table, TableCell, TableRow } from "./page.ts";
import { lineEnd, type SourceLine } from "./source-lines.ts";

/** How the text `[start, end)` of a cell is read. */
export type CellReader = (source: string, start: number, end: number) => Inline;

/** A table drawn with `+---+` and `|`, as pandoc and reStructuredText have it. `===` below a row makes it the titles. */
export function gridTableAt(
  source: string,
  lines: readonly SourceLine[],
  at: number,
  readCell: CellReader = readMarkdownText,
): Table | undefined {
  const first = lines[at];
  if (first === undefined || !/^ *\+[-=:+]+\+ *$/.test(first.text) || !first.text.includes("-")) return undefined;
  let end = at;
  while (/^ *[+|].*[+|] *$/.test(lines[end + 1]?.text ?? "")) end += 1;
  const block = lines.slice(at, end + 1);
  const last = block.at(-1);
  const borders = bordersOf(block);
  if (last === undefined || block.length < 3 || borders.length < 2 || borders.length > maximumColumns) return undefined;
  const rows: TableRow[] = [];
  let header: TableRow | undefined;
  let current: SourceLine[] = [];
  for (const line of block.slice(1)) {
    if (!/^ *\+[-=:+]*\+ *$/.test(line.text)) {
      current.push(line);
      continue;
    }
    if (current.length > 0) rows.push(readRow(source, current, borders, readCell));
    current = [];
    if (line.text.includes("=") && header === undefined && rows.length > 0) header = rows.shift();
  }
  return { kind: "table", caption: undefined, header, rows, span: { start: first.start, end: lineEnd(last) } };
}

/** The columns of a terminal at which any line of borders has a corner. */
function bordersOf(block: readonly SourceLine[]): readonly number[] {
  const corners = new Set<number>();
  for (const { text } of block) {
    if (!/^ *\+[-=:+]*\+ *$/.test(text)) continue;
    for (const { index } of text.matchAll(/\+/g)) corners.add(index);
  }
  return [...corners].sort((left, right) => left - right);
}

/** Cells from border to border; where a line has no border, the cell goes on and covers the next column too. */
function readRow(
  source: string,
  lines: readonly SourceLine[],
  borders: readonly number[],
  readCell: CellReader,
): TableRow {
  const start = lines[0]?.start ?? 0;
  const cells: TableCell[] = [];
  for (let index = 0; index + 1 < borders.length; ) {
    let next = index + 1;
    while (next + 1 < borders.length && !lines.every((line) => hasBorder(line, borders[next] ?? 0))) next += 1;
    const parts = lines.map((line) => {
      const segment = segmentOf(line, (borders[index] ?? 0) + 1, borders[next]);
      return readCell(source, segment.start, segment.end);
    });
    const content = joinInlines(
      parts.filter(({ runs }) => runs.length > 0),
      " ",
    ) ?? { runs: [], span: { start, end: start } };
    const cell: TableCell = { content, isContinued: false, span: content.span };
    cells.push(cell);
    for (let covered = index + 1; covered < next; covered += 1) cells.push({ ...cell, isContinued: true });
    index = next;
  }
  const last = lines.at(-1);
  return { cells, span: { start, end: last === undefined ? start : lineEnd(last) } };
}

function hasBorder(line: SourceLine, column: number): boolean {
  const { start } = segmentOf(line, column, undefined);
  return /[|+]/.test(line.text.charAt(start - line.start));
}
