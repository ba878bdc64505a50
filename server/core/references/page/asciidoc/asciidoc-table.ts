import { maximumColumns } from "../markdown-bounds.ts";
import type { Inline, Table, TableCell, TableRow } from "../page.ts";
import { lineEnd, type SourceLine } from "../source-lines.ts";
import { readAsciidocText } from "./asciidoc-text.ts";

export interface TableFrame {
  /** The lines between the two lines of `|===`. */
  readonly lines: readonly SourceLine[];
  /** The attributes in brackets before the table. */
  readonly attributes: string;
  readonly caption: Inline | undefined;
  readonly span: Table["span"];
}

/** A table between lines of `|===`: cells begin with a bar, a row has as many as `cols` or the first line say. */
export function readAsciidocTable(source: string, { lines, attributes, caption, span }: TableFrame): Table | undefined {
  const cells = cellsOf(source, lines);
  const firstLine = cells[0]?.line;
  const width =
    columnsOf(attributes) ??
    cells.filter(({ line }) => line === firstLine).reduce((sum, { columns }) => sum + columns, 0);
  if (width === 0 || width > maximumColumns) return undefined;
  const rows = rowsOf(cells, width);
  const isTitled = /header/.test(attributes) || hasBlankAfterFirst(lines, cells, width);
  const [first, ...rest] = rows;
  return isTitled
    ? { kind: "table", caption, header: first, rows: rest, span }
    : { kind: "table", caption, header: undefined, rows, span };
}

interface PlacedCell {
  readonly content: Inline;
  readonly line: number;
  readonly columns: number;
  readonly rows: number;
}

/** `cols="1,3,2"`, `cols=3*`, `cols="1*,2*a"`. */
function columnsOf(attributes: string): number | undefined {
  const [, quoted, bare] = /\bcols\s*=\s*(?:"([^"]*)"|([^\s,\]]+))/.exec(attributes) ?? [];
  const written = quoted ?? bare;
  if (written === undefined) return undefined;
  const parts = written.split(/[,;]/).filter((part) => part.trim() !== "");
  return parts.reduce((sum, part) => sum + Number(/^\s*(\d+)\*/.exec(part)?.[1] ?? 1), 0);
}

/** `2+|` covers columns, `.3+|` rows, `3*|` repeats; a letter before the bar is a style. */
const cellMark = /(?:^|(?<=\s))(?:(\d+)?(?:\.(\d+))?([+*]))?[<^>]?(?:\.[<^>])?[adehlmsv]?(?<!\\)\|/g;

function cellsOf(source: string, lines: readonly SourceLine[]): readonly PlacedCell[] {
  const cells: { start: number; end: number; line: number; columns: number; rows: number; times: number }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.text.startsWith("//")) continue;
    for (const match of line.text.matchAll(cellMark)) {
      const previous = cells.at(-1);
      if (previous !== undefined && previous.line === index) previous.end = line.start + match.index;
      const [, columns = "1", rows = "1", sign] = match;
      cells.push({
        start: line.start + match.index + match[0].length,
        end: lineEnd(line),
        line: index,
        columns: sign === "+" ? Number(columns) : 1,
        rows: sign === "+" ? Number(rows) : 1,
        times: sign === "*" ? Math.min(Number(columns), maximumColumns) : 1,
      });
    }
    const last = cells.at(-1);
    if (last !== undefined) last.end = lineEnd(line);
  }
  return cells.flatMap(({ start, end, line, columns, rows, times }) => {
    const content = readAsciidocText(source, start, end);
    return Array.from({ length: times }, () => ({ content, line, columns, rows }));
  });
}

function rowsOf(cells: readonly PlacedCell[], width: number): readonly TableRow[] {
  const rows: TableRow[] = [];
  /** What earlier rows hold of each column: the cell, and for how many rows more. */
  const held: ({ cell: TableCell; left: number } | undefined)[] = [];
  let row: TableCell[] = [];
  const fill = (): void => {
    for (let above = held[row.length]; above !== undefined && row.length < width; above = held[row.length]) {
      held[row.length] = above.left > 1 ? { cell: above.cell, left: above.left - 1 } : undefined;
      row.push({ ...above.cell, isContinued: true });
    }
  };
  for (const { content, columns, rows: height } of cells) {
    fill();
    const cell: TableCell = { content, isContinued: false, span: content.span };
    for (let covered = 0; covered < columns && row.length < width; covered += 1) {
      if (height > 1) held[row.length] = { cell, left: height - 1 };
      row.push(covered === 0 ? cell : { ...cell, isContinued: true });
    }
    fill();
    if (row.length < width) continue;
    rows.push(asRow(row));
    row = [];
  }
  return rows;
}

function asRow(cells: readonly TableCell[]): TableRow {
  const own = cells.filter(({ isContinued }) => !isContinued).map(({ span }) => span);
  const spans = own.length > 0 ? own : cells.map(({ span }) => span);
  const span = { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
  return { cells, span };
}

/** A first line with a whole row on it and a blank line behind it gives the titles. */
function hasBlankAfterFirst(lines: readonly SourceLine[], cells: readonly PlacedCell[], width: number): boolean {
  const first = lines.findIndex(({ text }) => text.trim() !== "");
  const isRow = cells.filter(({ line }) => line === first).reduce((sum, { columns }) => sum + columns, 0) === width;
  return first >= 0 && isRow && lines[first + 1]?.text.trim() === "";
}
