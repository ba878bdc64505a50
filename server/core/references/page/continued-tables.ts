import { type Block, type Inline, type Table, textOfInline } from "./page.ts";
import { pipeCells, pipeRow } from "./pipe-cells.ts";
import { sourceLines } from "./source-lines.ts";

/**
 * Blocks in which lines of pipes that follow a table after a blank line have become its rows: people part the groups of a
 * long table so.
 */
export function withContinuedTables(source: string, blocks: readonly Block[]): readonly Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    const more = last?.kind === "table" && block.kind === "paragraph" ? rowsIn(source, block.content, last) : undefined;
    if (more === undefined || last?.kind !== "table") result.push(block);
    else result[result.length - 1] = more;
  }
  return result;
}

/** `table` with the lines of `content` as further rows; undefined where they are something else. */
function rowsIn(source: string, content: Inline, table: Table): Table | undefined {
  if (!textOfInline(content).includes("|")) return undefined;
  const { start, end } = content.span;
  const width = table.header?.cells.length ?? table.rows[0]?.cells.length ?? 0;
  const lines = sourceLines(source.slice(start, end)).map(({ text, start: at }) => ({ text, start: start + at }));
  const fits = lines.every((line) => /^\s*\|.*\|\s*$/.test(line.text) && pipeCells(line).length === width);
  if (!fits || width < 2) return undefined;
  const rows = lines.map((line) => pipeRow(source, line, width));
  return { ...table, rows: [...table.rows, ...rows], span: { start: table.span.start, end } };
}
