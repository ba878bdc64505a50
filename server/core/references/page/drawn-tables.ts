import { gridTableAt } from "./grid-tables.ts";
import { looseTableAt } from "./loose-pipe-tables.ts";
import type { Table } from "./page.ts";
import { dashTableAt } from "./pandoc-tables.ts";
import type { SourceLine } from "./source-lines.ts";

/** Tables that the Markdown grammar does not know: drawn with dashes, as a grid, or with a line of dashes cut short. */
export function drawnTables(source: string, lines: readonly SourceLine[]): readonly Table[] {
  const tables: Table[] = [];
  let fence: string | undefined;
  let resume = 0;
  for (const [index, line] of lines.entries()) {
    if (line.start < resume) continue;
    const mark = /^\s*(`{3,}|~{3,})/.exec(line.text)?.[1];
    if (mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (mark.startsWith(fence)) fence = undefined;
      continue;
    }
    if (fence !== undefined || line.text.trim() === "") continue;
    const table =
      gridTableAt(source, lines, index) ?? dashTableAt(source, lines, index) ?? looseTableAt(source, lines, index);
    if (table === undefined) continue;
    tables.push(table);
    resume = table.span.end;
  }
  return tables;
}
