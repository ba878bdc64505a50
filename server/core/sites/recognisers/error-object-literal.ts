/**
 * Errors as plain objects, returned, assigned or passed on: `{ status: 404, code: "X", message }`,
 * `next({ statusCode: 409, code })`, `Object.assign(new Error("…"), { status: 404, code: "X" })`.
 */
import type { Expression, ObjectLiteral } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { BodyShape, ErrorSite } from "../model.ts";
import { foreignOwner, looksLikeCode } from "../parts/code-shapes.ts";
import { hasFailureFlag } from "../parts/failure-flag.ts";
import { codesInLanguages, errorsInLanguages } from "../parts/names-of-languages.ts";
import { isStatusNumber } from "../parts/status-names.ts";
import { isAboutText } from "../reading/about-text.ts";
import { roleOf } from "../reading/answer-object.ts";
import { memberAround } from "../reading/keyed-parts.ts";
import { lastName, plainName } from "../reading/names.ts";
import { hasMember, propertyOf } from "../reading/objects.ts";
import { schemaCode } from "../reading/schema-code.ts";
import { noSites, type RecognisedNode, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf, weakened } from "../site-draft.ts";

export const errorObjectLiteralRecogniser: Recogniser = {
  idiom: "error-object-literal",
  kinds: ["object"],
  recognise(node, context) {
    const site = node.kind === "object" && isCandidate(node) ? siteOf(node, context) : undefined;
    return site === undefined ? noSites : [site];
  },
  explain(node, context) {
    if (node.kind !== "object" || !isCandidate(node) || siteOf(node, context) !== undefined) return undefined;
    return "the object has a field named like a status, a code or an error, but not a status (400–599) beside a code or a message, nor a code where an error is made.";
  },
};

const signs: ReadonlySet<string> = new Set([
  ..."status statuscode httpstatus httpstatuscode httpcode http code extensions error err errors errorcode errcode msg fault".split(
    " ",
  ),
  ...codesInLanguages,
  ...errorsInLanguages,
]);

function isCandidate(object: ObjectLiteral): boolean {
  return object.members.some((member) => member.kind === "property" && signs.has(plainName(member.key.name ?? "")));
}

function siteOf(object: ObjectLiteral, context: RecogniserContext): ErrorSite | undefined {
  if (isLogged(context.ancestors)) return undefined;
  const body = context.parts.body(object);
  const found = context.parts.inBody(body, object);
  const near = isErrorPlace(object, context);
  if (found.status === undefined && isAboutText(object)) return undefined;
  if (isListed(found.status, object, body)) return undefined;
  const demanded = isKnown(found.code) ? undefined : codeOfSchema(object, context);
  const verdict = isBuried(found.code, body)
    ? undefined
    : judge(
        { ...found, code: demanded ?? found.code },
        { near, added: isAddedToError(object, context), composed: isComposed(found, context) },
        body,
      );
  if (verdict === undefined) return undefined;
  return makeSite({
    role: roleOf(object, context),
    idiom: "error-object-literal",
    span: object,
    status: weakened(found.status, verdict),
    code: isKnown(found.code) ? weakened(found.code, verdict) : demanded,
    message: weakened(found.message, verdict),
    headersComplete: false,
    body,
    context: context.parts.context(object),
  });
}

/** `log.warn({ statusCode: 403, errorCode: error.code }, "…")`: what is written down beside the answer is none. */
function isLogged(ancestors: readonly RecognisedNode[]): boolean {
  const around = ancestors.findLast(
    (outer) => outer.kind !== "wrapped" && outer.kind !== "object" && !isStringify(outer),
  );
  const callee = around?.kind === "call" ? unwrapped(around.callee) : undefined;
  if (callee?.kind !== "member" || !/^(?:log|trace|debug|info|warn|error|fatal)$/.test(callee.name)) return false;
  return /^(?:console|\w*log(?:ger)?)$/i.test(lastName(callee.object) ?? "");
}

function isStringify(node: RecognisedNode): boolean {
  return node.kind === "call" && lastName(node.callee) === "stringify";
}

/** `{ status: 404, schema: z.object({ code: z.literal("X") }) }`, as contracts of clients list their errors. */
function codeOfSchema(object: ObjectLiteral, context: RecogniserContext): ErrorSite["code"] {
  const schema = propertyOf(object, "schema")?.value;
  return schema && schemaCode(schema, context);
}

/** `{ method, errors: [{ status: 404 }, …] }`: each of the errors that something may give is a site of its own. */
function isListed(status: Found["status"], object: ObjectLiteral, body: BodyShape): boolean {
  const path = body.fields.find((field) => field.valueSpan.start === status?.span.start)?.path ?? [];
  return path[0] === "errors" && path.length === 3 && hasMember(object, "method");
}

type Found = Pick<ErrorSite, "status" | "code" | "message">;

interface Place {
  /** Whether an error is made or spoken of here. */
  readonly near: boolean;
  /** Whether what is in the object becomes part of an error. */
  readonly added: boolean;
  /** Whether what it says is put together from a text and something else. */
  readonly composed: boolean;
}

/** `` `Webhook error: ${reason}` ``. */
function isComposed({ message }: Found, { file }: RecogniserContext): boolean {
  return message !== undefined && file.text[message.span.start] === "`";
}

/** Calls that reject with what they are given, in programs and in mocks. */
const rejecting = /^(?:reject|rejects|mockRejectedValue(?:Once)?)$/;

/** `Object.assign(denied, { statusCode: 403 })`, where `denied` is made by `new`, and `reject({ status: 404 })`. */
function isAddedToError(object: ObjectLiteral, { ancestors, bindings }: RecogniserContext): boolean {
  const call = ancestors.at(-1);
  if (call?.kind !== "call") return false;
  const name = lastName(call.callee) ?? "";
  if (rejecting.test(name)) return true;
  if (name !== "assign" || call.arguments[0] === object) return false;
  const target = call.arguments[0] && unwrapped(call.arguments[0]);
  const made = target?.kind === "identifier" ? bindings.constantOf(target) : target;
  return made !== undefined && isMadeError(unwrapped(made));
}

function isMadeError(made: Expression): boolean {
  return made.kind === "new" && errorName.test(lastName(made.callee) ?? "");
}

/** How sure it is that the object is an error; undefined where it is not. */
function judge(found: Found, { near, added, composed }: Place, body: BodyShape): "likely" | "weak" | undefined {
  const own = foreignCode(found) ? undefined : found.code;
  const flagged = hasFailureFlag(body.fields);
  const coded =
    isKnown(own) &&
    own.certainty !== "weak" &&
    own.values.every((item) => isCodeLike(item.value) || (flagged && typeof item.value === "number"));
  const statuses = valuesOf(found.status);
  const failed = statuses.length > 0 && statuses.every((value) => value >= 400);
  if (foreignCode(found)) return undefined;
  if (failed) {
    // `code: 404` where a status would stand may be anybody's number.
    const byName = !/code$/i.test(statusField(found, body) ?? "") || /status/i.test(statusField(found, body) ?? "");
    if (coded || (byName && (added || isPlainWord(found, body)))) return "likely";
    // A code that is put together says as much as one that is written.
    if (byName && near && found.code !== undefined && !isKnown(found.code)) return "likely";
    if (found.message === undefined) return undefined;
    return byName && (near || composed || isKnown(found.message)) ? "likely" : near ? "weak" : undefined;
  }
  if (statuses.length > 0 || !coded) return undefined;
  if (flagged || isGraphqlError(found, body)) return "likely";
  return near && (found.message !== undefined || own?.certainty === "certain") ? "likely" : undefined;
}

/** `{ message, extensions: { code } }`: an error as GraphQL answers write it. */
function isGraphqlError({ code, message }: Found, body: BodyShape): boolean {
  const path = body.fields.find((field) => field.valueSpan.start === code?.span.start)?.path.join(".");
  return path === "extensions.code" && message !== undefined;
}

/** A code inside the data that an object carries is the data's, not the object's. */
function isBuried(code: Found["code"], body: BodyShape): boolean {
  const path = body.fields.find((field) => field.valueSpan.start === code?.span.start)?.path.slice(0, -1) ?? [];
  if (path.length === 0 || path.some((step) => /err|problem|fault|exception/i.test(step) || step === "extensions")) {
    return false;
  }
  return !(hasFailureFlag(body.fields) && path.every((step) => plainName(step) === "msg"));
}

function foreignCode(found: Found): boolean {
  return valuesOf(found.code).some((value) => foreignOwner(value) !== undefined);
}

function isCodeLike(value: string | number): boolean {
  if (typeof value === "string") return looksLikeCode(value) && !isStatusNumber(Number(value));
  return !isStatusNumber(value) && (value < 0 || value >= 600);
}

/** `{ statusCode: 500, errorCode: "unknown" }`: beside a status that is named so in full, a word is a code. */
function isPlainWord(found: Found, body: BodyShape): boolean {
  if (!/^http_?status|status_?code$/i.test(statusField(found, body) ?? "") || !isKnown(found.code)) return false;
  return found.code.values.every(({ value }) => typeof value === "string" && /^[a-z]{3,}$/i.test(value));
}

function statusField(found: Found, body: BodyShape): string | undefined {
  const span = found.status?.span;
  return body.fields.find((field) => field.valueSpan.start === span?.start)?.path.at(-1);
}

const errorName = /err(?:or)?s?$|^err|error|exception|fail|reject|problem/i;

/** Whether the object stands where an error is made: under an error's name, in a call that reports, in `throw`. */
function isErrorPlace(object: ObjectLiteral, context: RecogniserContext): boolean {
  let inner: RecognisedNode = object;
  for (let index = context.ancestors.length - 1, steps = 0; index >= 0 && steps < 5; index -= 1, steps += 1) {
    const outer = context.ancestors[index];
    if (outer === undefined) return false;
    const said = saysError(outer, inner);
    if (said !== undefined) return said;
    inner = outer;
  }
  return false;
}

const sending = /^(?:emit|send|broadcast|publish|trigger|reply)$/;

/** `socket.emit("error", {…})`, `send("chat:error", {…})`; what is logged or tracked under such a name goes nowhere. */
function isErrorEvent(argument: Expression): boolean {
  const text = unwrapped(argument);
  return text.kind === "string" && /^(?:[\w-]+[:.])?(?:error|exception|failure)$/.test(text.value);
}

/** Undefined where the parent does not decide. */
function saysError(outer: RecognisedNode, inner: RecognisedNode): boolean | undefined {
  switch (outer.kind) {
    case "throw":
      return true;
    case "object": {
      const member = memberAround(outer, inner);
      if (member === undefined || member.kind === "spread" || member.key.name === undefined) return undefined;
      return errorName.test(member.key.name) ? true : undefined;
    }
    case "variable":
      return outer.declarators.some(
        (one) =>
          one.pattern.kind === "name" &&
          errorName.test(one.pattern.name) &&
          one.initializer !== undefined &&
          one.initializer.start <= inner.start,
      );
    case "assignment":
      return errorName.test(lastName(outer.target) ?? "");
    case "new":
    case "call": {
      if (unwrapped(outer.callee) === inner) return undefined;
      const name = lastName(outer.callee) ?? "";
      if (errorName.test(name) || /^(?:next|left|cb|callback|ack|done)$/.test(name)) return true;
      if (sending.test(name) && outer.arguments.some((one) => isErrorEvent(one))) return true;
      if (name === "assign") return outer.arguments.some((one) => unwrapped(one).kind === "new");
      return undefined;
    }
    case "function":
    case "function-declaration":
      return errorName.test((outer.kind === "function" ? outer.name : outer.function.name) ?? "") ? true : undefined;
    case "if":
    case "jsx":
      return false;
    default:
      return undefined;
  }
}
