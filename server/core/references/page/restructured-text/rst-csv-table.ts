import type { Span } from "../../../text/span.ts";
import type { Block, Inline, TableRow } from "../page.ts";
import { readCsv } from "../read-csv.ts";
import { lineEnd, type SourceLine } from "../source-lines.ts";

/** The directive `csv-table`, its lines in `body`; its titles may stand in an option. */
export function readCsvTable(
  source: string,
  body: readonly SourceLine[],
  caption: Inline | undefined,
): readonly Block[] {
  const option = body.find(({ text }) => /^\s*:header:/.test(text));
  const rows = body.filter(({ text }) => text.trim() !== "" && !/^\s*:[\w-]+:/.test(text));
  const lines = [...(option === undefined ? [] : [option]), ...rows];
  const kept = lines.map((line) => {
    const skipped = /^\s*(?::header:)?\s*/.exec(line.text)?.[0].length ?? 0;
    return { start: line.start + skipped, end: lineEnd(line) };
  });
  const [first] = kept;
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return [];
  // Everything else is blanked, so that rows keep their distances.
  const offset = first.start - 1;
  return readCsv(onlyAt(source, kept, offset)).blocks.flatMap((block) => {
    if (block.kind !== "table") return [];
    const header = block.header && shifted(block.header, offset);
    const moved = block.rows.map((row) => shifted(row, offset));
    return [{ ...block, header, rows: moved, caption, span: { start: first.start, end: last.end } }];
  });
}

/** The source from `offset` on with nothing but `places` left, each on a line of its own. */
function onlyAt(source: string, places: readonly Span[], offset: number): string {
  let text = "";
  for (const { start, end } of places)
    text += `${" ".repeat(Math.max(0, start - offset - text.length - 1))}\n${source.slice(start, end)}`;
  return text;
}

function shifted({ cells, span }: TableRow, offset: number): TableRow {
  const moved = ({ start, end }: Span): Span => ({ start: start + offset, end: end + offset });
  return {
    span: moved(span),
    cells: cells.map((cell) => ({
      ...cell,
      span: moved(cell.span),
      content: {
        ...cell.content,
        span: moved(cell.content.span),
        runs: cell.content.runs.map((run) => ({ ...run, span: moved(run.span) })),
      },
    })),
  };
}
