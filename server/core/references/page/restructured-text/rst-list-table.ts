import type { Inline, Table, TableCell, TableRow } from "../page.ts";
import { lineEnd, type SourceLine } from "../source-lines.ts";
import { readRstText } from "./rst-text.ts";

export interface DirectiveBody {
  /** The lines below the directive, its options among them. */
  readonly lines: readonly SourceLine[];
  readonly caption: Inline | undefined;
  readonly span: Table["span"];
}

/** The directive `list-table`: a list of rows, each a list of cells. */
export function readListTable(source: string, { lines, caption, span }: DirectiveBody): Table | undefined {
  const headerRows = Number(
    /^\s*:header-rows:\s*(\d+)/.exec(lines.find(({ text }) => /:header-rows:/.test(text))?.text ?? "")?.[1] ?? 0,
  );
  const rows: { cells: { start: number; end: number }[]; start: number }[] = [];
  for (const line of lines) {
    const row = /^(\s*\* +- ?)/.exec(line.text)?.[1];
    const cell = row === undefined ? /^(\s+- ?)/.exec(line.text)?.[1] : undefined;
    if (row !== undefined)
      rows.push({ cells: [{ start: line.start + row.length, end: lineEnd(line) }], start: line.start });
    else if (cell !== undefined) rows.at(-1)?.cells.push({ start: line.start + cell.length, end: lineEnd(line) });
    else if (line.text.trim() !== "") {
      const last = rows.at(-1)?.cells.at(-1);
      if (last !== undefined) last.end = lineEnd(line);
    }
  }
  const read = rows.map(({ cells, start }): TableRow => {
    const contents = cells.map((cell): TableCell => {
      const content = readRstText(source, cell.start, cell.end);
      return { content, isContinued: false, span: content.span };
    });
    return { cells: contents, span: { start, end: cells.at(-1)?.end ?? start } };
  });
  if (read.length === 0) return undefined;
  return { kind: "table", caption, header: headerRows > 0 ? read[0] : undefined, rows: read.slice(headerRows), span };
}
