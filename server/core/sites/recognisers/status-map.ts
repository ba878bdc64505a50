/**
 * Tables that give codes their statuses: `{ NOT_FOUND: 404 }`, `{ NOT_FOUND: { status: 404, message } }`,
 * `new Map([["NOT_FOUND", 404]])`, `[{ code, status }]`, and switches whose cases return a status.
 */
import type { Code } from "../../catalog/model.ts";
import type {
  ArrayLiteral,
  Expression,
  ObjectLiteral,
  Property,
  SwitchCase,
  SwitchStatement,
} from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite, Part } from "../model.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import { isKnownStatus, statusByName } from "../parts/status-names.ts";
import { comparedSubject } from "../reading/compared-subject.ts";
import { codeOfKey, statusOfKey } from "../reading/keyed-parts.ts";
import { nameOfValue } from "../reading/name-of-value.ts";
import { lastName, plainName } from "../reading/names.ts";
import { stringOf } from "../reading/objects.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, spanAround, valuesOf, weakened } from "../site-draft.ts";

export const statusMapRecogniser: Recogniser = {
  idiom: "status-map",
  kinds: ["object", "array", "switch"],
  *recognise(node, context) {
    if (node.kind === "object") yield* ofObject(node, context);
    else if (node.kind === "array") yield* ofPairs(node, context);
    else if (node.kind === "switch") yield* ofSwitch(node, context);
  },
};

interface Row {
  readonly property: Property;
  readonly code: Part<Code>;
  readonly status: Part<number>;
  readonly message: ErrorSite["message"];
}

// ---------------------------------------------------------------- objects

function* ofObject(object: ObjectLiteral, context: RecogniserContext): Iterable<ErrorSite> {
  const properties = object.members.filter(
    (member): member is Property => member.kind === "property" && !member.shorthand,
  );
  if (properties.length === 0 || properties.length * 2 < object.members.length) return;
  const name = nameOfValue(object, context.ancestors) ?? "";
  const byStatus = properties.every(({ key }) => key.name !== undefined && /^\d{3}$/.test(key.name));
  if (byStatus) {
    if (/code|err/i.test(name) && !namesPhrases(properties)) yield* ofCodesByStatus(properties, context);
    return;
  }
  if (properties.some(isBodyField)) return;
  // Values are asked for only where the text already looks like a table.
  if (properties.filter(mayBeRow).length * 2 < properties.length) return;
  const rows = properties.flatMap((property) => rowOf(property, context));
  if (rows.length * 2 < properties.length || !isTable(rows, properties, name)) return;
  for (const row of rows) yield rowSite(row, context);
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
function mayBeRow({ value }: Property): boolean {
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

/** An object with such fields is one answer or one error, no table. */
function isBodyField({ key }: Property): boolean {
  return /^(?:code|status|statusCode|httpStatus|message|error|errors|details|ok|success|data|body|headers)$/.test(
    key.name ?? "",
  );
}

function rowOf(property: Property, context: RecogniserContext): readonly Row[] {
  const value = unwrapped(property.value);
  if (value.kind === "object") return entryRow(property, value, context);
  const kinds: readonly Expression["kind"][] = ["number", "member", "identifier", "index"];
  if (!kinds.includes(value.kind)) return [];
  const status = context.parts.status(value, { certainty: "likely" });
  const code = keyCode(property, context);
  if (!isKnown(status) || code === undefined || valuesOf(status).some((one) => one < 200)) return [];
  return [{ property, code, status, message: undefined }];
}

/** `{ status: 404, message: "…" }` under a key: the key is the code unless the entry names another one. */
function entryRow(property: Property, entry: ObjectLiteral, context: RecogniserContext): readonly Row[] {
  const found = context.parts.inBody(context.parts.body(entry), entry);
  const key = keyCode(property, context);
  if (!isKnown(found.status) || valuesOf(found.status).some((one) => one < 300)) return [];
  const own = isKnown(found.code) && !isTransportName(found.code, found.status) ? found.code : undefined;
  const code = own ?? key;
  return code === undefined
    ? []
    : [{ property, code, status: weakened(found.status, "likely") ?? found.status, message: found.message }];
}

/** `BAD_REQUEST` beside 400 only names the status again. */
function isTransportName(code: Part<Code>, status: Part<number>): boolean {
  return code.values.every(
    ({ value }) => typeof value === "string" && valuesOf(status).includes(statusByName(value) ?? -1),
  );
}

/** The code that a key spells, or that a computed key stands for. */
function keyCode(property: Property, context: RecogniserContext): Part<Code> | undefined {
  if (property.key.computed !== undefined) {
    const part = context.parts.code(property.key.computed, { certainty: "likely" });
    return isKnown(part) ? part : undefined;
  }
  return codeOfKey(property.key, "likely", context.uri);
}

/** Whether the rows are about errors: by the table's name, or by keys that look like nothing else. */
function isTable(rows: readonly Row[], all: readonly Property[], name: string): boolean {
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
function isEntryTable(rows: readonly Row[], name: string): boolean {
  const named = /err|exception|problem/i.test(name);
  const shouted = rows.filter(({ code }) =>
    code.values.every(({ value }) => typeof value === "number" || looksLikeCode(value)),
  );
  if (rows.length === 1) return named && shouted.length === 1;
  return shouted.length === rows.length || (named && rows.every(isCodeKey));
}

function isCodeKey({ code }: Row): boolean {
  return code.values.some(
    ({ value }) => typeof value === "number" || looksLikeCode(value) || /^[a-z]{4,}$/.test(value),
  );
}

function isShoutedKey({ code }: Row): boolean {
  return code.values.every(
    ({ value }) => typeof value === "string" && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[a-z]+(?:_[a-z]+)+$/.test(value),
  );
}

/** `{ NOT_FOUND: 404, CONFLICT: 409 }` only names statuses: it is a table of HTTP, not of an application. */
function isStatusTable(rows: readonly Row[]): boolean {
  return rows.every(({ code, status, property }) => {
    if (unwrapped(property.value).kind === "object") return false;
    return code.values.every(
      ({ value }) => typeof value === "string" && valuesOf(status).includes(statusByName(value) ?? -1),
    );
  });
}

/** `{ 404: "NOT_FOUND" }` names statuses: mostly the names of the registry are no codes of an application. */
function namesPhrases(properties: readonly Property[]): boolean {
  const named = properties.filter(({ key, value }) => statusByName(stringOf(value) ?? "") === Number(key.name));
  return named.length * 2 >= properties.length;
}

/** `{ 403: "USER_BANNED", 409: "ALREADY_TAKEN" }`. */
function* ofCodesByStatus(properties: readonly Property[], context: RecogniserContext): Iterable<ErrorSite> {
  for (const property of properties) {
    const status = statusOfKey(property.key, "likely", context.uri);
    const code = context.parts.code(property.value, { certainty: "likely" });
    const isCode = isKnown(code) && code.values.every(({ value }) => typeof value === "number" || looksLikeCode(value));
    if (status === undefined || !isCode) continue;
    yield makeSite({
      role: "declare",
      idiom: "status-map",
      span: property,
      status,
      code,
      headersComplete: false,
      context: context.parts.context(property.value),
    });
  }
}

function rowSite({ property, code, status, message }: Row, context: RecogniserContext): ErrorSite {
  return makeSite({
    role: "declare",
    idiom: "status-map",
    span: property,
    status,
    code,
    message,
    headersComplete: false,
    context: context.parts.context(property.value),
  });
}

// ---------------------------------------------------------------- pairs

/** `new Map([["NOT_FOUND", 404]])`, `[["NOT_FOUND", 404]]`. */
function* ofPairs(array: ArrayLiteral, context: RecogniserContext): Iterable<ErrorSite> {
  const name = nameOfValue(array, context.ancestors) ?? "";
  if (!/err|code|status|exception|problem/i.test(name)) return;
  for (const element of array.elements) {
    const pair = element === undefined ? undefined : unwrapped(element);
    if (pair?.kind !== "array" || pair.elements.length !== 2) return;
    const [first, second] = pair.elements;
    if (first === undefined || second === undefined) return;
    const code = context.parts.code(first, { certainty: "likely" });
    const value = unwrapped(second);
    const found = value.kind === "object" ? context.parts.inBody(context.parts.body(value), value) : undefined;
    const status = found === undefined ? context.parts.status(second, { certainty: "likely" }) : found.status;
    if (!isKnown(code) || !isKnown(status) || valuesOf(status).every((one) => one < 400)) continue;
    if (valuesOf(code).some((one) => typeof one === "string" && /\s/.test(one))) continue;
    yield makeSite({
      role: "declare",
      idiom: "status-map",
      span: pair,
      status: weakened(status, "likely"),
      code,
      message: found?.message,
      headersComplete: false,
      context: context.parts.context(pair),
    });
  }
}

// ---------------------------------------------------------------- switches

/** `switch (error.code) { case "EMAIL_NOT_VERIFIED": return 403 }`. */
function* ofSwitch(node: SwitchStatement, context: RecogniserContext): Iterable<ErrorSite> {
  const about = lastName(node.discriminant) ?? "";
  const subject = comparedSubject(node.discriminant, context.bindings);
  if (subject?.kind === "status" || (subject === undefined && !/code|err|type|kind|reason/i.test(about))) return;
  for (const [index, one] of node.cases.entries()) {
    const given = one.body.length > 0 ? one : node.cases.slice(index).find((later) => later.body.length > 0);
    const status = given === undefined ? undefined : statusOfCase(given, context);
    const code = one.test === undefined ? undefined : context.parts.code(one.test, { certainty: "likely" });
    if (one.test === undefined || !isKnown(status) || !isKnown(code)) continue;
    if (valuesOf(code).some((value) => typeof value === "string" && !looksLikeCode(value))) continue;
    if (valuesOf(status).every((value) => value < 400)) continue;
    yield makeSite({
      role: "declare",
      idiom: "status-map",
      span: given === one ? spanAround(one.test, status.span) : one.test,
      status,
      code,
      headersComplete: false,
      context: context.parts.context(one.test),
    });
  }
}

/** A case that does nothing but give a status: `return 403`, `status = 403; break`. */
function statusOfCase(one: SwitchCase, context: RecogniserContext): Part<number> | undefined {
  const body = one.body.length === 1 && one.body[0]?.kind === "block" ? one.body[0].body : one.body;
  for (const statement of body) {
    if (statement.kind === "return" && statement.argument !== undefined) {
      const value = unwrapped(statement.argument);
      return value.kind === "call" || value.kind === "object"
        ? undefined
        : context.parts.status(value, { certainty: "likely" });
    }
    if (statement.kind !== "expression") continue;
    const inner = unwrapped(statement.expression);
    if (inner.kind === "assignment" && /status|http/i.test(lastName(inner.target) ?? "")) {
      return context.parts.status(inner.value, { certainty: "likely" });
    }
  }
  return undefined;
}
