import type { SyntaxNode } from "@lezer/common";
import { maximumColumns } from "./markdown-bounds.ts";
import { readMarkdownInline } from "./markdown-inline.ts";
import { readMarkdownText } from "./markdown-text.ts";
import type { Block, TableCell, TableRow } from "./page.ts";

/**
 * A table of pipes. Lines without a pipe that follow it immediately belong to it by the letter of the format, but are read
 * as the paragraphs that people mean.
 */
export function readMarkdownTable(source: string, node: SyntaxNode): readonly Block[] {
  const head = node.getChild("TableHeader");
  const header = head === null ? undefined : readRow(source, head);
  if (header !== undefined && header.cells.length > maximumColumns) return [];
  const width = header?.cells.length ?? 0;
  const rows: TableRow[] = [];
  const after: Block[] = [];
  for (const row of node.getChildren("TableRow")) {
    if (after.length === 0 && row.getChild("TableDelimiter") !== null) rows.push(padded(readRow(source, row), width));
    else {
      const content = readMarkdownText(source, row.from, row.to);
      after.push({ kind: "paragraph", content, span: { start: row.from, end: row.to } });
    }
  }
  const hasTitles = header?.cells.some(({ content }) => content.runs.length > 0) ?? false;
  const span = { start: node.from, end: rows.at(-1)?.span.end ?? head?.to ?? node.to };
  return [{ kind: "table", caption: undefined, header: hasTitles ? header : undefined, rows, span }, ...after];
}

function readRow(source: string, row: SyntaxNode): TableRow {
  const cells: TableCell[] = [];
  let at = row.from;
  let pending: TableCell | undefined;
  let isFirst = true;
  for (let child = row.firstChild; child !== null && cells.length <= maximumColumns; child = child.nextSibling) {
    if (child.name === "TableCell") {
      const content = readMarkdownInline(source, child, child.from, child.to);
      pending = { content, isContinued: false, span: { start: child.from, end: child.to } };
    } else if (child.name === "TableDelimiter") {
      if (pending !== undefined || !isFirst) cells.push(pending ?? emptyCell(at));
      pending = undefined;
      isFirst = false;
      at = child.to;
    }
  }
  if (pending !== undefined) cells.push(pending);
  return { cells, span: { start: row.from, end: row.to } };
}

function padded(row: TableRow, width: number): TableRow {
  if (row.cells.length >= width) return row;
  const missing = Array.from({ length: width - row.cells.length }, () => emptyCell(row.span.end));
  return { ...row, cells: [...row.cells, ...missing] };
}

function emptyCell(at: number): TableCell {
  const span = { start: at, end: at };
  return { content: { runs: [], span }, isContinued: false, span };
}
