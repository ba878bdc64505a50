/** "Write 429 here, as the code sends": the empty cell of a status is filled with what the program shows. */
import type { CodeEntry } from "../../catalog/model.ts";
import { pipeCells } from "../../references/page/pipe-cells.ts";
import { type SourceLine, sourceLines } from "../../references/page/source-lines.ts";
import type { Finding } from "../../rules/model.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { FileAnalysis } from "../analysis.ts";
import type { CodeAction } from "../code-actions.ts";

/** The action for a finding of `catalog-status-missing` in a table of Markdown, where all code that was seen sends one status. */
export function fillStatusActions(analysis: FileAnalysis, finding: Finding): readonly CodeAction[] {
  const { catalog, uri, text } = analysis;
  if (finding.rule !== "catalog-status-missing" || finding.code === undefined || catalog === undefined) return [];
  const [status, ...others] = analysis.sentStatuses?.(finding.code) ?? [];
  if (status === undefined || others.length > 0 || !/\.(?:mdx?|markdown)$/i.test(uri)) return [];
  const edit = fillStatus(text, catalog.codes, finding.span.start, status);
  if (edit === undefined) return [];
  return [
    {
      title: `Write ${status} here, as the code sends`,
      kind: "fix",
      safe: false,
      preferred: false,
      edits: [{ uri, edits: [edit] }],
      finding,
    },
  ];
}

/** The edit that writes `status` into the row at `offset`, in the column in which other rows of the table have theirs. */
function fillStatus(text: string, codes: readonly CodeEntry[], offset: number, status: number): TextEdit | undefined {
  const lines = sourceLines(text);
  const index = lines.findIndex((line) => line.start <= offset && offset <= line.start + line.text.length);
  const row = lines[index];
  if (row === undefined) return undefined;
  const column = statusColumn(tableAround(lines, index), codes);
  const cell = column === undefined ? undefined : pipeCells(row)[column];
  if (cell === undefined || text.slice(cell.start, cell.end).trim() !== "") return undefined;
  const newText = ` ${status} `.padEnd(cell.end - cell.start);
  return { span: cell, newText };
}

function tableAround(lines: readonly SourceLine[], index: number): readonly SourceLine[] {
  let [start, end] = [index, index];
  while (lines[start - 1]?.text.includes("|") === true) start -= 1;
  while (lines[end + 1]?.text.includes("|") === true) end += 1;
  return lines.slice(start, end + 1);
}

function statusColumn(rows: readonly SourceLine[], codes: readonly CodeEntry[]): number | undefined {
  for (const row of rows) {
    const entry = codes.find(
      ({ codeSpan: { start, end } }) => row.start <= start && end <= row.start + row.text.length,
    );
    const [status] = entry?.statuses ?? [];
    if (status === undefined) continue;
    const own = new RegExp(`^\\W*${status}\\b`);
    const column = pipeCells(row).findIndex(({ start, end }) =>
      own.test(row.text.slice(start - row.start, end - row.start)),
    );
    if (column >= 0) return column;
  }
  return undefined;
}
