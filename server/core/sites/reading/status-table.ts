/** When an object is a table of codes and their statuses: by its name, its keys, and what it cannot be. */
import type { Code } from "../../catalog/model.ts";
import type { ArrayLiteral, CallExpression, Expression, ObjectLiteral, Property } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite, Part } from "../model.ts";
import { isShouted, looksLikeCode, namesFailure } from "../parts/code-shapes.ts";
import { isKnownStatus, statusByName } from "../parts/status-names.ts";
import { valuesOf } from "../site-draft.ts";
import { lastName, plainName, wordsOf } from "./names.ts";
import { stringOf } from "./objects.ts";

/** One member of a table: the code that its key or its entry names, with a status. */
export interface StatusRow {
  readonly property: Property;
  readonly code: Part<Code>;
  readonly status: Part<number>;
  readonly message: ErrorSite["message"];
  /** Whether the entry names its code itself. */
  readonly isOwn: boolean;
}

/** Whether the rows are about errors: by the table's name, or by keys that look like nothing else. */
export function isTable(rows: readonly StatusRow[], all: readonly Property[], name: string): boolean {
  if (rows.length === 0) return false;
  const values = rows.flatMap(({ status }) => valuesOf(status));
  if (isStatusTable(rows) || (ofStatuses.test(name) && nameStatuses(rows))) return false;
  const failing = values.filter((value) => value >= 400).length;
  if (failing * 2 < values.length) return false;
  const entries = rows.every(({ property }) => isEntry(unwrapped(property.value)));
  if (entries) return isEntryTable(rows, name);
  if (
    /err|exception|problem/i.test(name) ||
    (/status|http/i.test(name) && /code|map|by|to|for|of(?![a-z])/i.test(name))
  ) {
    return rows.length * 2 >= all.length && rows.some(isCodeKey);
  }
  if (rows.length < all.length || failing < values.length || !values.every(isKnownStatus)) return false;
  if (rows.every(isMemberOfErrors)) return true;
  if (rows.length < 2 || !rows.every(isCodeLikeKey) || measures(name) || rows.some(isMeasure)) return false;
  // Round numbers alone are as often sizes and times.
  if (rows.some(namesAnError) || /status|http/i.test(name)) return true;
  return rows.some(isOfSeveralWords) && values.some((value) => value % 100 !== 0);
}

/** What only names statuses, in words of the team's own: `HTTP.BAD`, `Status.LOST`. */
const ofStatuses = /^(?:https?|(?:https?_?)?(?:response_?)?status(?:es|_?codes?)?|(?:https?_?|response_?)+codes?)$/i;

/** Whether what stands under such a name are mostly names of the registry, or plain words. */
function nameStatuses(rows: readonly StatusRow[]): boolean {
  return rows.filter(namesItsStatus).length * 2 > rows.length || !rows.some(isOfSeveralWords);
}

function isEntry({ kind }: Expression): boolean {
  return kind === "object" || kind === "array" || kind === "call";
}

/**
 * Whether a table that is not named after statuses gives them: `res.status(MAP[code])`, `statusCode: MAP[err.code]`.
 */
export function isAskedForStatus(name: string, text: string): boolean {
  if (!/^[A-Za-z_]\w*$/.test(name)) return false;
  return new RegExp(`(?:\\b(?:status|code|sendStatus|writeHead)\\(|\\bstatus(?:Code)?\\s*[:=])\\s*${name}\\[`).test(
    text,
  );
}

/** Whether all that a table has are statuses of failure under keys that are no plain words. */
export function isOfFailures(rows: readonly StatusRow[], all: readonly Property[]): boolean {
  if (rows.length < all.length || isStatusTable(rows)) return false;
  return (
    rows.some(isWrittenAsCode) &&
    rows.every(
      (row) =>
        valuesOf(row.status).every((value) => value >= 400 && isKnownStatus(value)) &&
        (isWrittenAsCode(row) || namesAnError(row)),
    )
  );
}

function isWrittenAsCode({ code }: StatusRow): boolean {
  return code.values.every(({ value }) => typeof value === "number" || looksLikeCode(value));
}

/** `[ChatErrors.Thread]: 404`: whatever the table is called, its keys are errors. */
function isMemberOfErrors({ property }: StatusRow): boolean {
  const key = property.key.computed && unwrapped(property.key.computed);
  return key?.kind === "member" && /err|exception|problem/i.test(lastName(key.object) ?? "");
}

/** `AUTH_REQUIRED`, `FORBIDDEN`, `rate_limited`, `auth.expired`, `1001`, `-104`; never what could be a status. */
function isCodeLikeKey({ code }: StatusRow): boolean {
  return code.values.every(({ value }) => {
    const text = String(value);
    if (/^-?\d+$/.test(text)) return Number(text) < 0 || Number(text) >= 600;
    return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[A-Z][A-Z0-9]{2,}$|^[a-z]+(?:[_.][a-z]+)+$/.test(text);
  });
}

/** `NO_DATA`, `auth.expired`, `4001`: a plain word in capitals is as often a level or a place. */
function isOfSeveralWords({ code }: StatusRow): boolean {
  // `NORTH_1`, `NORTH_2` are numbered things.
  return code.values.every(({ value }) => !/^[A-Z]+(?:[_-]?\d{1,2})?$/i.test(String(value)));
}

function namesAnError({ code }: StatusRow): boolean {
  return code.values.some(({ value }) => typeof value === "string" && namesFailure(value));
}

const measured =
  /^(?:width|height|size|port|delay|duration|interval|weight|length|count|ttl|ms|px|sec|seconds|max|min|step|radius|margin|padding|breakpoint|index|total|price|timeout|limit|offset|year|opacity|speed)s?$/;

/** Whether a name is one of sizes, times and the like: `BREAKPOINTS`, `timeoutMs`. */
function measures(name: string): boolean {
  return measured.test(wordsOf(name).at(-1) ?? "");
}

/** Statuses that have a measure in their name: a timeout, a length, a size, a rate limit. */
const measuringStatuses: ReadonlySet<number> = new Set([403, 408, 411, 413, 414, 429, 431, 504]);

function isMeasure({ code, status }: StatusRow): boolean {
  return (
    code.values.some(({ value }) => measures(String(value))) &&
    !valuesOf(status).every((value) => measuringStatuses.has(value))
  );
}

/** A single entry needs a name of errors and a key that looks like a code. */
function isEntryTable(rows: readonly StatusRow[], name: string): boolean {
  const named = /err|exception|problem/i.test(name);
  const shouted = rows.filter(({ code }) =>
    code.values.every(({ value }) => typeof value === "number" || looksLikeCode(value)),
  );
  if (rows.length === 1) return named && shouted.length === 1;
  if (rows.every(({ isOwn }) => isOwn)) return true;
  return shouted.length === rows.length || (named && rows.every(isCodeKey));
}

function isCodeKey({ code }: StatusRow): boolean {
  return code.values.some(
    ({ value }) => typeof value === "number" || looksLikeCode(value) || /^[a-z]{4,}$/.test(value),
  );
}

/** `{ NOT_FOUND: 404, CONFLICT: 409 }` only names statuses: it is a table of HTTP, not of an application. */
function isStatusTable(rows: readonly StatusRow[]): boolean {
  return rows.every(namesItsStatus);
}

function namesItsStatus({ code, status, property }: StatusRow): boolean {
  if (unwrapped(property.value).kind === "object") return false;
  return code.values.every(
    ({ value }) => typeof value === "string" && valuesOf(status).includes(statusByName(value) ?? -1),
  );
}

export interface StatusTuple {
  readonly status: Expression;
  readonly code: Expression | undefined;
  readonly text: Expression | undefined;
}

/** `[404, "No such book"]`, `["BOOK_GONE", 410]`: a status of failure beside a text or a code. */
export function tupleOf({ elements }: Pick<ArrayLiteral, "elements">): StatusTuple | undefined {
  if (elements.length < 2 || elements.length > 4) return undefined;
  const inner = elements.flatMap((element) => (element === undefined ? [] : [unwrapped(element)]));
  const statuses = inner.filter((element) => element.kind === "number" && isFailure(element.value));
  const texts = inner.filter((element) => element.kind === "string");
  const [status] = statuses;
  if (status === undefined || statuses.length > 1 || texts.length + 1 < inner.length) return undefined;
  const code = texts.find((text) => looksLikeCode(text.value));
  return { status, code, text: texts.find((text) => text !== code) };
}

/** `row(404, "BOOK_GONE", "No such book")`: a small function of the team's own that makes the entries. */
export function tupleOfCall({ callee, arguments: given }: CallExpression): StatusTuple | undefined {
  const tuple = unwrapped(callee).kind === "identifier" ? tupleOf({ elements: given }) : undefined;
  const code = tuple?.code && stringOf(tuple.code);
  return code !== undefined && (isShouted(code) || namesFailure(code)) ? tuple : undefined;
}

function isFailure(value: number): boolean {
  return value >= 400 && isKnownStatus(value);
}

const statusFields: ReadonlySet<string> = new Set([
  "status",
  "statuscode",
  "httpstatus",
  "httpstatuscode",
  "httpcode",
  "http",
  "code",
]);

function isStatusField(member: ObjectLiteral["members"][number]): boolean {
  if (member.kind !== "property" || !statusFields.has(plainName(member.key.name ?? ""))) return false;
  const { kind } = unwrapped(member.value);
  return kind === "number" || kind === "member" || kind === "identifier";
}

/** Whether the value is written like a status, or like an entry with one. */
export function mayBeRow({ value }: Property): boolean {
  const inner = unwrapped(value);
  switch (inner.kind) {
    case "number":
      return inner.value >= 200 && inner.value <= 599;
    case "member":
      return statusByName(inner.name) !== undefined || /status|http/i.test(lastName(inner.object) ?? "");
    case "identifier":
      return /status|http/i.test(inner.name) || /^[A-Z][A-Z_]{3,}$/.test(inner.name);
    case "object":
      return inner.members.some(isStatusField);
    case "array":
      return tupleOf(inner) !== undefined;
    case "call":
      return tupleOfCall(inner) !== undefined;
    default:
      return false;
  }
}
