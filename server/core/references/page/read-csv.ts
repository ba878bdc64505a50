/** A file of values separated by commas, semicolons or tabs, as a page that is one table (RFC 4180). */
import { hasReadableLength } from "../../text/data-limits.ts";
import { ProblemCollector } from "../../text/problem-collector.ts";
import { maximumColumns } from "./markdown-bounds.ts";
import type { Page, TableCell, TableRow, TextRun } from "./page.ts";

/** Never throws. The first row gives the titles. A row beyond the bounds of a table is left out. */
export function readCsv(source: string): Page {
  const problems = new ProblemCollector({ code: "page-syntax", length: source.length });
  const rows = hasReadableLength(source, problems) ? [...rowsOf(source, separatorOf(source))] : [];
  const width = Math.max(0, ...rows.slice(0, 1000).map(({ cells }) => cells.length));
  const [header, ...body] = rows;
  const span = { start: 0, end: source.length };
  const isTable = header !== undefined && width > 1 && width <= maximumColumns;
  return {
    frontMatter: undefined,
    blocks: isTable
      ? [{ kind: "table", caption: undefined, header, rows: body.map((row) => widened(row, width)), span }]
      : [],
    problems: problems.toList(),
  };
}

/** The character that separates most in the first line, outside quotes. */
function separatorOf(source: string): string {
  const line = (/^[^\r\n]*/.exec(source)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t", "|"].map((separator) => [separator, line.split(separator).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function* rowsOf(source: string, separator: string): Iterable<TableRow> {
  let cells: TableCell[] = [];
  let at = source.startsWith("\uFEFF") ? 1 : 0;
  let rowStart = at;
  while (at <= source.length) {
    const cell = cellAt(source, at, separator);
    cells.push(cell);
    at = cell.span.end;
    if (source[at] === separator) {
      at += 1;
      continue;
    }
    const isBlank = cells.length === 1 && cells[0]?.content.runs.length === 0;
    if (!isBlank) yield { cells, span: { start: rowStart, end: at } };
    cells = [];
    at += source.startsWith("\r\n", at) ? 2 : 1;
    rowStart = at;
  }
}

/** The cell that begins at `start`; its span goes to the separator or the end of the line. */
function cellAt(source: string, start: number, separator: string): TableCell {
  const runs: TextRun[] = [];
  let end = start;
  const add = (from: number, to: number): void => {
    if (to > from)
      runs.push({ text: source.slice(from, to), span: { start: from, end: to }, style: "plain", target: undefined });
  };
  const opening = start + (/^ */.exec(source.slice(start, start + 100))?.[0].length ?? 0);
  if (source[opening] === '"') {
    let from = opening + 1;
    let quote = source.indexOf('"', from);
    // A doubled quote is one; both stand in the text, and the first one counts.
    while (quote >= 0 && source[quote + 1] === '"') {
      add(from, quote + 1);
      from = quote + 2;
      quote = source.indexOf('"', from);
    }
    end = quote < 0 ? source.length : quote;
    add(from, end);
    end = Math.min(source.length, end + 1);
    while (end < source.length && source[end] !== separator && !/[\r\n]/.test(source[end] ?? "")) end += 1;
  } else {
    while (end < source.length && source[end] !== separator && !/[\r\n]/.test(source[end] ?? "")) end += 1;
    const text = source.slice(start, end);
    const from = start + (text.length - text.trimStart().length);
    add(from, from + text.trim().length);
  }
  return { content: { runs, span: { start, end } }, isContinued: false, span: { start, end } };
}

function widened(row: TableRow, width: number): TableRow {
  const place = { start: row.span.end, end: row.span.end };
  const empty: TableCell = { content: { runs: [], span: place }, isContinued: false, span: place };
  return {
    ...row,
    cells: [...row.cells, ...Array.from({ length: Math.max(0, width - row.cells.length) }, () => empty)],
  };
}
