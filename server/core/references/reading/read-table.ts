import type { DraftCode, Drafted, DraftStatus } from "../draft.ts";
import type { Table } from "../page/page.ts";
import { draftedMessages, isNothing } from "./clean-text.ts";
import { readColumns } from "./columns.ts";
import { RowReader } from "./read-rows.ts";
import type { ReadingContext } from "./reading-context.ts";
import { enough, tableEvidence } from "./table-evidence.ts";
import { tableRoles } from "./table-roles.ts";

/** The entries that a block defines, and how surely it is about errors. */
export interface EntriesRead {
  readonly codes: readonly DraftCode[];
  readonly statuses: readonly DraftStatus[];
  readonly evidence: number;
}

/** The errors that a table defines; undefined where it is about something else. */
export function readErrorTable(table: Table, context: ReadingContext): EntriesRead | undefined {
  const { columns, rows } = readColumns(table);
  if (columns.length < 2 || rows.length === 0) return undefined;
  const roles = tableRoles(columns, context);
  const evidence = tableEvidence(columns, roles, context);
  if (evidence < enough) return undefined;
  const reader = new RowReader(roles, columns, context);
  for (const [index, row] of rows.entries()) reader.read(row, index);
  const { codes, statuses } = reader;
  return codes.length + statuses.length === 0 ? undefined : { codes, statuses, evidence };
}

/** The wire messages that a table lists for the code in the heading above it. */
export function messagesIn(table: Table): readonly Drafted<string>[] {
  const { columns } = readColumns(table);
  const isOfCodes = columns.some(({ spoken, codeShare }) => spoken?.role === "code" && codeShare > 0.5);
  const messages = columns.find(({ spoken }) => spoken?.role === "message" && spoken.weight >= 2.5);
  return isOfCodes || messages === undefined
    ? []
    : messages.cells.flatMap((cell) => (isNothing(cell) ? [] : draftedMessages(cell)));
}
