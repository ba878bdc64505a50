/**
 * Tables of error codes alone: `enum ErrorCode { … }`, `const ERROR_CODES = { USER_NOT_FOUND: "User not found" }`,
 * `const errorCodes = ["a", "b"] as const`, `z.enum([…])` under such a name; `{ [ErrorCode.Locked]: "Wait an hour" }`.
 */
import type { Code } from "../../catalog/model.ts";
import type { ArrayLiteral, EnumStatement, Expression, ObjectLiteral, Property } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite, Part } from "../model.ts";
import { foreignOwner, isFailureWord, looksLikeCode, namesFailure } from "../parts/code-shapes.ts";
import { isStatusNumber } from "../parts/status-names.ts";
import { codeOfKey } from "../reading/keyed-parts.ts";
import { isLookedUpText } from "../reading/looked-up.ts";
import { nameOfValue } from "../reading/name-of-value.ts";
import { lastName } from "../reading/names.ts";
import { stringOf } from "../reading/objects.ts";
import { isTableName, saysCodes } from "../reading/table-names.ts";
import { noSites, type RecognisedNode, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite } from "../site-draft.ts";
import { enumInCall } from "../values/lower/compiled-enum.ts";

export const codeTableRecogniser: Recogniser = {
  idiom: "code-table",
  sign: /err|exception|problem|codes?\b|fehler|feil|fejl|fel\b|virhe|hata|bl[aą]d|kesalahan|fout|chyba/i,
  kinds: ["enum", "object", "array", "call"],
  recognise(node, context) {
    if (node.kind === "enum") return ofEnum(node, context);
    if (node.kind === "call") {
      const compiled = enumInCall(node);
      return compiled === undefined ? noSites : ofEnum(compiled, context);
    }
    if (node.kind === "object") return ofObject(node, context);
    return node.kind === "array" ? ofList(node, context) : noSites;
  },
  explain(node, context) {
    const name = node.kind === "enum" ? node.name : nameOfTable(node, context);
    if (name === undefined || !/err|code|exception|problem/i.test(name)) return undefined;
    return isTableName(name)
      ? `\`${name}\` is named like a table of codes, but its entries are not all constants that may be codes.`
      : `\`${name}\` is not named like a table of error codes (\`ErrorCode\`, \`API_ERRORS\`, …).`;
  },
};

function nameOfTable(node: RecognisedNode, { ancestors }: RecogniserContext): string | undefined {
  const name = node.kind === "object" || node.kind === "array" ? nameOfValue(node, ancestors) : undefined;
  // A thing called `error` is one error.
  return /(?:s|enum|codes?)$/i.test(name ?? "") ? name : undefined;
}

/** `enum TableCode { Missing = "MISSING_TABLE", Closed = "FORBIDDEN_TABLE" }`: codes of failures, by what half of them say. */
function namesFailures({ name, members }: EnumStatement): boolean {
  if (!/codes?$/i.test(name) || members.length < 2) return false;
  const codes = members.map(({ initializer }) => stringOf(initializer) ?? "");
  return codes.every((code) => looksLikeCode(code)) && codes.filter(namesFailure).length * 2 >= codes.length;
}

function* ofEnum(node: EnumStatement, context: RecogniserContext): Iterable<ErrorSite> {
  if (!isTableName(node.name) && !namesFailures(node)) return;
  const rows = node.members.map((member) => ({
    member,
    part:
      member.initializer === undefined ? undefined : context.parts.code(member.initializer, { certainty: "likely" }),
  }));
  if (areStatuses(rows.map(({ part }) => part))) return;
  // `enum ErrorKind { Transport = "Transport", Input = "Input" }` tells errors apart in a program.
  const plain = rows.filter(({ part }) => isKnown(part) && !isWrittenLikeCodes(part) && !saysFailures(part)).length;
  if (!/codes?(?:enum)?$/i.test(node.name) && plain * 2 > rows.length) return;
  for (const { member, part } of rows) {
    if (isKnown(part) && mayBeCodes(part)) yield declared(member, part, undefined, node, context);
  }
}

function* ofObject(node: ObjectLiteral, context: RecogniserContext): Iterable<ErrorSite> {
  if (isKeyedByTable(node)) return yield* ofKeys(node, context);
  const name = nameOfValue(node, context.ancestors);
  // A thing called `error` is one error, with fields.
  const isOfTexts = isLookedUpText(name, context.file.text);
  if (!isOfTexts && (!/(?:s|enum|codes?)$/i.test(name ?? "") || !isTableName(name))) return;
  if (node.members.some(isBodyField)) return;
  const properties = node.members.filter((member) => member.kind === "property");
  // What stands under statuses is their names, or a map of codes by status, which has an idiom of its own.
  if (properties.every(({ key }) => /^[1-5]\d\d$/.test(key.name ?? ""))) return;
  const rows = properties.map((member) => ({
    member,
    part: context.parts.code(member.value, { certainty: "likely" }),
  }));
  if (rows.length < 2 || areStatuses(rows.map(({ part }) => part))) return;
  // Bodies and settings also stand under such names: a table has constants only, of one kind.
  if (!rows.every(({ part, member }) => isKnown(part) || unwrapped(member.value).kind === "function")) return;
  const textual = rows.every(({ member }) => isSentence(member.value));
  // What goes over several lines is source text or a page, not what an error says.
  if (textual && rows.every(({ member }) => stringOf(member.value)?.trim().includes("\n"))) return;
  // Texts for people are a table of codes where most of their keys are written as codes are.
  if (textual && rows.filter(({ member }) => looksLikeCode(member.key.name ?? "")).length * 2 <= rows.length) return;
  // Where the name alone says nothing of codes, a plain word among them is an exception.
  const plain = rows.filter(({ part }) => isKnown(part) && !saysCodes(name) && !isWrittenLikeCodes(part)).length;
  if (!textual && plain * 4 > rows.length) return;
  for (const { member, part } of rows) {
    if (!isKnown(part)) continue;
    if (textual) {
      const code = looksLikeCode(member.key.name ?? "") ? codeOfKey(member.key, "likely", context.uri) : undefined;
      if (code !== undefined && (!isOfTexts || isWrittenAsCode(member.key.name ?? "")))
        yield declared(member, code, context.parts.message(member.value, { certainty: "likely" }), node, context);
    } else if (!isOfTexts && mayBeCodes(part) && (saysCodes(name) || isWrittenLikeCodes(part))) {
      yield declared(member, part, undefined, node, context);
    }
  }
}

/** Whether every key is a member of a table of codes: what stands under it is told, shown or done for that code. */
function isKeyedByTable({ members }: ObjectLiteral): boolean {
  const own = members.filter((member) => member.kind !== "spread");
  return own.length > 0 && members.length > 1 && own.every((member) => isTableName(tableOfKey(member)));
}

function tableOfKey(member: Exclude<ObjectLiteral["members"][number], { kind: "spread" }>): string | undefined {
  const key = member.key.computed === undefined ? undefined : unwrapped(member.key.computed);
  return key?.kind === "member" ? lastName(key.object) : undefined;
}

function* ofKeys(node: ObjectLiteral, context: RecogniserContext): Iterable<ErrorSite> {
  const rows = node.members.flatMap((member) => {
    const key = member.kind === "property" ? member.key.computed : undefined;
    const code = key && context.parts.code(key, { certainty: "likely" });
    return member.kind === "property" && isKnown(code) && code.certainty !== "weak" ? [{ member, code }] : [];
  });
  if (areStatuses(rows.map(({ code }) => code))) return;
  for (const { member, code } of rows) {
    if (mayBeCodes(code)) yield declared(member, code, textOf(member, context), node, context);
  }
}

function textOf({ value }: Property, context: RecogniserContext): ErrorSite["message"] {
  const message = isSentence(value) ? context.parts.message(value, { certainty: "likely" }) : undefined;
  return isKnown(message) ? message : undefined;
}

/** `CARD_BLOCKED`, `card.expired`: what names a field of a form (`firstName`) names no code. */
function isWrittenAsCode(key: string): boolean {
  return /^[A-Z][A-Z0-9]*(?:[_.-][A-Z0-9]+)*$|[_.:/-]/.test(key);
}

/** A text for people, or a function that makes one. */
function isSentence(value: Expression): boolean {
  return unwrapped(value).kind === "function" || /\s/.test(stringOf(value) ?? "");
}

function isBodyField(member: ObjectLiteral["members"][number]): boolean {
  return (
    member.kind !== "spread" &&
    /^(?:code|status|statusCode|message|error|errors|details|ok|success)$/.test(member.key.name ?? "")
  );
}

function* ofList(node: ArrayLiteral, context: RecogniserContext): Iterable<ErrorSite> {
  const name = nameOfValue(node, context.ancestors);
  if (isLookedUpText(name, context.file.text)) yield* ofTexts(node, context);
  if (!saysCodes(name) || !isTableName(name)) return;
  const rows = node.elements.flatMap((element) =>
    element === undefined ? [] : [{ element, part: context.parts.code(element, { certainty: "likely" }) }],
  );
  if (areStatuses(rows.map(({ part }) => part))) return;
  for (const { element, part } of rows) {
    if (isKnown(part) && mayBeCodes(part) && isWrittenLikeCodes(part)) {
      yield declared(element, part, undefined, node, context);
    }
  }
}

/** `new Map([["ROUTE_CLOSED", "The route is closed"]])`. */
function* ofTexts(node: ArrayLiteral, context: RecogniserContext): Iterable<ErrorSite> {
  for (const element of node.elements) {
    const pair = element === undefined ? undefined : unwrapped(element);
    const [key, value] = pair?.kind === "array" ? pair.elements : [];
    const code = stringOf(key);
    if (pair === undefined || key === undefined || value === undefined || code === undefined) return;
    if (!isSentence(value) || !looksLikeCode(code) || !isWrittenAsCode(code)) continue;
    const part = context.parts.code(key, { certainty: "likely" });
    const message = context.parts.message(value, { certainty: "likely" });
    if (isKnown(part)) yield declared(pair, part, message, node, context);
  }
}

/** HTTP statuses under a name of errors (`{ NOT_FOUND: 404 }`) are no codes. */
function areStatuses(parts: readonly (Part<Code> | undefined)[]): boolean {
  const values = parts.flatMap((part) => (part === undefined ? [] : part.values.map(({ value }) => value)));
  // `["400", "404", "5XX"]`, as generated clients list them.
  if (values.length > 0 && values.every((value) => /^[1-5](?:\d\d|XX)$/.test(String(value)))) return true;
  const numbers = values.filter((value) => typeof value === "number");
  return numbers.length > 0 && numbers.every((value) => isStatusNumber(value));
}

function mayBeCodes(part: Part<Code>): boolean {
  return part.values.every(({ value }) => {
    if (foreignOwner(value) !== undefined) return false;
    if (typeof value === "number") return value < 0 || value >= 100;
    return /^[\p{L}\p{N}][\p{L}\p{N}_.:/-]+$/u.test(value);
  });
}

function saysFailures({ values }: Part<Code>): boolean {
  return values.every(({ value }) => typeof value === "string" && isFailureWord(value.toLowerCase()));
}

function isWrittenLikeCodes({ values }: Part<Code>): boolean {
  return values.every(({ value }) => typeof value === "number" || looksLikeCode(value));
}

function declared(
  at: { readonly start: number; readonly end: number },
  code: Part<Code>,
  message: ErrorSite["message"],
  table: EnumStatement | ObjectLiteral | ArrayLiteral,
  context: RecogniserContext,
): ErrorSite {
  return makeSite({
    role: "declare",
    idiom: "code-table",
    span: at,
    code,
    message,
    headersComplete: false,
    context: context.parts.context(table),
  });
}
