/** When an object is a table of codes and their statuses: by its name, its keys, and what it cannot be. */
import type { Code } from "../../catalog/model.ts";
import type { ObjectLiteral, Property } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite, Part } from "../model.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import { isKnownStatus, statusByName } from "../parts/status-names.ts";
import { valuesOf } from "../site-draft.ts";
import { lastName, plainName } from "./names.ts";

/** One member of a table: the code that its key or its entry names, with a status. */
export interface StatusRow {
  readonly property: Property;
  readonly code: Part<Code>;
  readonly status: Part<number>;
  readonly message: ErrorSite["message"];
}

/** Whether the rows are about errors: by the table's name, or by keys that look like nothing else. */
export function isTable(rows: readonly StatusRow[], all: readonly Property[], name: string): boolean {
  if (rows.length === 0) return false;
  const values = rows.flatMap(({ status }) => valuesOf(status));
  if (isStatusTable(rows)) return false;
  const failing = values.filter((value) => value >= 400).length;
  if (failing * 2 < values.length) return false;
  const entries = rows.every(({ property }) => unwrapped(property.value).kind === "object");
  if (entries) return isEntryTable(rows, name);
  if (/err|exception|problem/i.test(name) || (/status|http/i.test(name) && /code|map|by|to|for/i.test(name))) {
    return rows.length * 2 >= all.length && rows.some(isCodeKey);
  }
  return (
    rows.length > 1 &&
    rows.length === all.length &&
    failing === values.length &&
    values.every(isKnownStatus) &&
    rows.every(isShoutedKey)
  );
}

/** A single entry needs a name of errors and a key that looks like a code. */
function isEntryTable(rows: readonly StatusRow[], name: string): boolean {
  const named = /err|exception|problem/i.test(name);
  const shouted = rows.filter(({ code }) =>
    code.values.every(({ value }) => typeof value === "number" || looksLikeCode(value)),
  );
  if (rows.length === 1) return named && shouted.length === 1;
  return shouted.length === rows.length || (named && rows.every(isCodeKey));
}

function isCodeKey({ code }: StatusRow): boolean {
  return code.values.some(
    ({ value }) => typeof value === "number" || looksLikeCode(value) || /^[a-z]{4,}$/.test(value),
  );
}

function isShoutedKey({ code }: StatusRow): boolean {
  return code.values.every(
    ({ value }) => typeof value === "string" && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[a-z]+(?:_[a-z]+)+$/.test(value),
  );
}

/** `{ NOT_FOUND: 404, CONFLICT: 409 }` only names statuses: it is a table of HTTP, not of an application. */
function isStatusTable(rows: readonly StatusRow[]): boolean {
  return rows.every(({ code, status, property }) => {
    if (unwrapped(property.value).kind === "object") return false;
    return code.values.every(
      ({ value }) => typeof value === "string" && valuesOf(status).includes(statusByName(value) ?? -1),
    );
  });
}

const statusFields: ReadonlySet<string> = new Set([
  "status",
  "statuscode",
  "httpstatus",
  "httpstatuscode",
  "httpcode",
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
    default:
      return false;
  }
}
