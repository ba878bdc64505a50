import type { Column } from "./columns.ts";
import type { ReadingContext } from "./reading-context.ts";
import type { TableRoles } from "./table-roles.ts";
import { speaksOfErrors } from "./words/subjects.ts";

/** Fields of error bodies: a table of these describes a body, not errors. */
const bodyFields: ReadonlySet<string> = new Set(
  [
    "code message error errors status details detail type title instance data success statuscode",
    "errorcode error_code errcode errmsg msg timestamp path requestid request_id traceid trace_id name",
    "reason field param params value id result info meta ok description error_description error_message",
    "errormessage stack cause hint target source error.code error.message error.details error.type",
    "retryable docs_url doc_url status_code body severity recoverable retryafter retryafterms",
    "retry_after category recoverystrategy scope json text headers url method ts request response",
    "statustext innererror correlationid",
  ].flatMap((line) => line.split(" ")),
);

/** Whether codes are names of fields of a body, mostly. */
export function areBodyFields(codes: readonly string[]): boolean {
  const fields = codes.filter(
    (code) => bodyFields.has(code.toLowerCase()) || bodyFields.has(code.toLowerCase().split(/[.:]/).at(-1) ?? ""),
  );
  return codes.length > 0 && fields.length / codes.length > 0.5;
}

/** How surely a table defines errors; below `enough` it does not. */
export function tableEvidence(columns: readonly Column[], roles: TableRoles, context: ReadingContext): number {
  const { code, status } = roles;
  if (code === undefined && status === undefined) return 0;
  const codes = code?.codes.flatMap(({ codes }) => codes.map(({ text }) => text)) ?? [];
  if (areBodyFields(codes)) return 0;
  let score = [0, 1.5, 2, 3, 4][context.aboutErrors] ?? 0;
  if (context.aboutSuccess) score -= 5;
  if (context.statuses.length > 0) score += 1.5;
  score += statusEvidence(columns, roles);
  if (code !== undefined) score += codeEvidence(code);
  // Numbers say nothing by themselves: a heading, a title or a status beside them must speak of errors.
  if (code !== undefined && code.numberShare > 0.5 && status === undefined && context.aboutErrors < 3) {
    score -= speaksOfErrors(code.title) ? 0.5 : 2;
  }
  const trouble = columns
    .filter((column) => column !== code && column !== status)
    .map(({ troubleShare }) => troubleShare);
  score += 2 * Math.max(0, ...trouble);
  // Numbers of modules or kinds: nothing in the rows tells of failures.
  if (code !== undefined && code.numberShare > 0.5 && status === undefined && Math.max(0, ...trouble) === 0) score -= 2;
  const told = [roles.messages[0], roles.cause, roles.fix, roles.retry].filter((column) => column !== undefined);
  // Codes beside nothing that explains them are counted or compared, not defined.
  if (told.length === 0 && [status, roles.summary, roles.title].every((column) => column === undefined)) score -= 2;
  score += told.length * 1.2 + (roles.summary === undefined ? 0 : 0.3);
  if (columns.some(({ title }) => speaksOfErrors(title))) score += 1.5;
  for (const { spoken, typeShare } of columns) {
    if (spoken?.role === "other") score -= spoken.weight >= 2.5 ? 2 : 1;
    if (typeShare > 0.5) score -= 4;
  }
  return score;
}

export const enough = 4;

function statusEvidence(columns: readonly Column[], { status, code }: TableRoles): number {
  if (status === undefined) return 0;
  const values = status.statuses.flatMap(({ statuses }) => statuses.map(({ value }) => value.from));
  const failures = values.filter((value) => value >= 400).length;
  if (failures === 0) return code === undefined ? -4 : -1;
  const said = status.spoken?.role === "status" || /http/i.test(status.title) ? 2.5 : 1;
  if (code !== undefined) return said + 1;
  // Statuses alone: several of them, each once, beside a text.
  const texts = columns.filter((column) => column !== status && column.wordsPerCell > 1);
  return texts.length === 0 ? -2 : said + Math.min(2, new Set(values).size / 3);
}

function codeEvidence({ title, spoken, failureShare, nameShare, numberShare }: Column): number {
  let score = 0;
  if (spoken?.role === "code") score += 1;
  if (spoken?.role === "error" || speaksOfErrors(title)) score += 1;
  if (failureShare >= 0.5) score += 3;
  else if (failureShare >= 0.25) score += 2;
  else if (failureShare > 0) score += 0.5;
  if (nameShare + numberShare < 0.5) score -= 1;
  return score;
}
