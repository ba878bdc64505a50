/**
 * Tables that give codes their statuses: `{ NOT_FOUND: 404 }`, `{ NOT_FOUND: { status: 404, message } }`,
 * `new Map([["NOT_FOUND", 404]])`, `{ 403: "USER_BANNED" }`.
 */
import type { Code } from "../../catalog/model.ts";
import type { ArrayLiteral, Expression, ObjectLiteral, Property } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { codeOfClass } from "../made-errors/fixed-parts.ts";
import type { ErrorSite, Part } from "../model.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import { statusByName } from "../parts/status-names.ts";
import { statusOfKey } from "../reading/keyed-parts.ts";
import { isLookedUpByStatus } from "../reading/looked-up.ts";
import { nameOfValue } from "../reading/name-of-value.ts";
import { lastName } from "../reading/names.ts";
import { hasMember, stringOf } from "../reading/objects.ts";
import { rowOf } from "../reading/status-row.ts";
import { isAskedForStatus, isOfFailures, isTable, mayBeRow, type StatusRow } from "../reading/status-table.ts";
import { noSites, type RecognisedNode, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf, weakened } from "../site-draft.ts";

export const statusMapRecogniser: Recogniser = {
  idiom: "status-map",
  kinds: ["object", "array"],
  recognise(node, context) {
    if (node.kind === "object") return ofObject(node, context);
    return node.kind === "array" ? ofPairs(node, context) : noSites;
  },
  explain(node) {
    if (node.kind !== "object" || node.members.some((member) => member.kind === "property" && isBodyField(member)))
      return undefined;
    const numbers = node.members.filter(
      (member) => member.kind === "property" && member.value.kind === "number" && isFailure(member.value.value),
    );
    return numbers.length > 0
      ? "a table of statuses gives most of its entries one, under keys that are written as codes are."
      : undefined;
  },
};

function isFailure(value: number): boolean {
  return value >= 400 && value < 600;
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
    if (isTextsByStatus(properties, name, context) || isClassesByStatus(properties))
      yield* ofTextsByStatus(properties, context);
    return;
  }
  if (properties.some(isBodyField)) return;
  // Values are asked for only where the text already looks like a table.
  if (properties.filter(mayBeRow).length * 2 < properties.length) return;
  const rows = properties.flatMap((property) => rowOf(property, context));
  if (rows.length * 2 < properties.length) return;
  const isAsked = (): boolean => isOfFailures(rows, properties) && isAskedForStatus(name, context.file.text);
  if (!isTable(rows, properties, name) && !isAsked()) return;
  for (const row of rows) yield rowSite(row, context);
}

/** An object with such fields is one answer or one error, no table. */
function isBodyField({ key }: Property): boolean {
  return /^(?:code|kode|status|statusCode|http|httpCode|httpStatus(?:Code)?|message|error|errors|details|ok|success|data|body|headers|request|response|config)$/.test(
    key.name ?? "",
  );
}

/** `{ 404: "NOT_FOUND" }` names statuses: mostly the names of the registry are no codes of an application. */
function namesPhrases(properties: readonly Property[]): boolean {
  const named = properties.filter(({ value }) => statusByName(stringOf(value) ?? "") !== undefined);
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

/** Texts that an application shows for statuses of failure, and the failures of a call as generated clients list them. */
function isTextsByStatus(properties: readonly Property[], name: string, context: RecogniserContext): boolean {
  if (!properties.every(({ key, value }) => isFailure(Number(key.name)) && isText(value))) return false;
  if (name === "errors" && isOfCall(context.ancestors.at(-1))) return true;
  return properties.length > 1 && !namesPhrases(properties) && isLookedUpByStatus(name, context.file.text);
}

/** `{ 401: Unauthorised, 404: NotFoundError }`: the classes of errors that a client makes of statuses. */
function isClassesByStatus(properties: readonly Property[]): boolean {
  const isNamed = ({ key, value }: Property): boolean =>
    isFailure(Number(key.name)) && /^(?:identifier|member)$/.test(unwrapped(value).kind);
  const names = properties.map(({ value }) => lastName(value) ?? "");
  if (properties.length < 2 || !properties.every(isNamed) || !names.every((name) => classes.test(name))) return false;
  return names.filter((name) => failures.test(name)).length * 2 >= names.length;
}

/** Names of classes, but for those of schemas and of what is shown. */
const classes = /^[A-Z]\w*[a-z](?<!(?:Schema|Response|Dto|Page|View|Screen|Component|Icon|Template))$/;
const failures =
  /Err(?:or)?$|Exception$|Fault$|Failure$|Problem$|NotFound|Conflict|Unauthori[sz]ed|Forbidden|Denied|BadRequest|Invalid|TooMany|RateLimit|Unavailable/;

function isText(value: Expression): boolean {
  const { kind } = unwrapped(value);
  return kind === "string" || kind === "template";
}

/** `{ method: "POST", url: "/x", errors: { … } }`. */
function isOfCall(outer: RecognisedNode | undefined): boolean {
  return outer?.kind === "object" && hasMember(outer, "url") && hasMember(outer, "method");
}

function* ofTextsByStatus(properties: readonly Property[], context: RecogniserContext): Iterable<ErrorSite> {
  for (const property of properties) {
    const status = statusOfKey(property.key, "likely", context.uri);
    const message = context.parts.message(property.value, { certainty: "likely" });
    if (status === undefined) continue;
    yield makeSite({
      role: "declare",
      idiom: "status-map",
      span: property,
      status,
      message,
      headersComplete: false,
      context: context.parts.context(property.value),
    });
  }
}

function rowSite({ property, code, status, message }: StatusRow, context: RecogniserContext): ErrorSite {
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

/** `[["CARD_LOST", { status: 404 }], ["CARD_SPENT", { status: 409 }]]`: whatever it is called, as with the keys of an object. */
function areEntriesOfCodes({ elements }: ArrayLiteral): boolean {
  if (elements.length < 2) return false;
  let codes = 0;
  for (const element of elements) {
    const pair = element === undefined ? undefined : unwrapped(element);
    const [key, value] = pair?.kind === "array" ? pair.elements : [];
    const entry = value === undefined ? undefined : unwrapped(value);
    if (entry?.kind !== "object") return false;
    if (!["status", "statusCode", "httpStatus"].some((name) => hasMember(entry, name))) return false;
    if (looksLikeCode(stringOf(key) ?? "")) codes += 1;
  }
  // One of them may be half typed.
  return codes * 2 >= elements.length;
}

/** A code, or the class of the errors that carry it. */
function codeOfKey(key: Expression, context: RecogniserContext): Part<Code> | undefined {
  const code = context.parts.code(key, { certainty: "likely" });
  if (isKnown(code) || !/^[A-Z]/.test(lastName(key) ?? "")) return code;
  return codeOfClass(key, context) ?? code;
}

/** `new Map([["NOT_FOUND", 404]])`, `[["NOT_FOUND", 404]]`. */
function* ofPairs(array: ArrayLiteral, context: RecogniserContext): Iterable<ErrorSite> {
  const name = nameOfValue(array, context.ancestors) ?? "";
  if (!/err|code|status|exception|problem/i.test(name) && !areEntriesOfCodes(array)) return;
  for (const element of array.elements) {
    const pair = element === undefined ? undefined : unwrapped(element);
    if (pair?.kind !== "array" || pair.elements.length !== 2) return;
    const [first, second] = pair.elements;
    if (first === undefined || second === undefined) return;
    const code = codeOfKey(first, context);
    const value = unwrapped(second);
    const found = value.kind === "object" ? context.parts.inBody(context.parts.body(value), value) : undefined;
    const status = found === undefined ? context.parts.status(second, { certainty: "likely" }) : found.status;
    if (!isKnown(code) || !isKnown(status) || valuesOf(status).every((one) => one < 400)) continue;
    if (valuesOf(code).some((one) => typeof one === "string" && (/\s/.test(one) || /^[A-Z]{2,3}$/.test(one)))) continue;
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
