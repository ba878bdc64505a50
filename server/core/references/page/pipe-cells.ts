import { readMarkdownText } from "./markdown-text.ts";
import type { TableCell, TableRow } from "./page.ts";
import { lineEnd, type SourceLine } from "./source-lines.ts";

/** Where the cells of a line of pipes stand; the pipes at its ends enclose, they do not separate. */
export function pipeCells(line: SourceLine): readonly { readonly start: number; readonly end: number }[] {
  const cells: { start: number; end: number }[] = [];
  let start = line.start;
  for (let index = 0; index < line.text.length; index += 1) {
    const character = line.text.charAt(index);
    if (character === "\\") index += 1;
    else if (character === "|") {
      if (line.text.slice(0, index).trim() !== "") cells.push({ start, end: line.start + index });
      start = line.start + index + 1;
    }
  }
  if (line.text.slice(start - line.start).trim() !== "") cells.push({ start, end: lineEnd(line) });
  return cells;
}

/** A line of pipes as a row, at least `width` cells wide. */
export function pipeRow(source: string, line: SourceLine, width: number): TableRow {
  const cells: TableCell[] = pipeCells(line).map(({ start, end }) => {
    const content = readMarkdownText(source, start, end);
    return { content, isContinued: false, span: content.span };
  });
  const end = { start: lineEnd(line), end: lineEnd(line) };
  while (cells.length < width) cells.push({ content: { runs: [], span: end }, isContinued: false, span: end });
  return { cells, span: { start: line.start, end: lineEnd(line) } };
}
