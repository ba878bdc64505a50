import { maximumColumns } from "./markdown-bounds.ts";
import type { Table, TableRow } from "./page.ts";
import { pipeCells, pipeRow } from "./pipe-cells.ts";
import { lineEnd, type SourceLine } from "./source-lines.ts";

/**
 * Tables of pipes whose line of dashes has another number of cells than their title line, down to a single `---|`:
 * converters leave them behind. Well-formed tables are not touched.
 */
export function looseTableAt(source: string, lines: readonly SourceLine[], at: number): Table | undefined {
  const head = lines[at];
  const rule = lines[at + 1];
  if (head === undefined || rule === undefined || !head.text.includes("|") || !isRule(rule.text)) return undefined;
  const titles = pipeCells(head).length;
  if (titles < 2 || titles > maximumColumns || titles === pipeCells(rule).length) return undefined;
  const rows: TableRow[] = [];
  for (let next = at + 2; next < lines.length; next += 1) {
    const line = lines[next];
    if (line === undefined || !line.text.includes("|")) break;
    const row = pipeRow(source, line, titles);
    if (row.cells.length > maximumColumns) break;
    rows.push(row);
  }
  if (rows.length === 0) return undefined;
  const header = pipeRow(source, head, titles);
  const span = { start: head.start, end: rows.at(-1)?.span.end ?? lineEnd(rule) };
  return { kind: "table", caption: undefined, header, rows, span };
}

function isRule(line: string): boolean {
  return line.includes("|") && /^\s*\|?\s*:?-+:?\s*\|[\s|:-]*$/.test(line);
}
