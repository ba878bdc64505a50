/**
 * Documents of no known format, in JSON and YAML: bodies of errors on their own, statuses beside a body
 * (`{ "status": 409, "body": {…} }`), tables of errors.
 */
import type { ObjectLiteral } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import type { BodyShape, ErrorSite, Part } from "../model.ts";
import { isProblemType, looksLikeCode, namesFailure } from "../parts/code-shapes.ts";
import { hasFailureFlag } from "../parts/failure-flag.ts";
import { codeOfKey, memberAround, statusOfKey } from "../reading/keyed-parts.ts";
import { plainName } from "../reading/names.ts";
import { propertyOf } from "../reading/objects.ts";
import type { RecognisedNode, Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf } from "../site-draft.ts";
import { objectsIn } from "./data-access.ts";
import { demandedStatus, plainAnswer } from "./plain-answer.ts";
import { documentStatus, isStatusValue } from "./recorded-answer.ts";

export const plainDocumentRecogniser: Recogniser = {
  idiom: "json-body",
  kinds: ["object"],
  *recognise(node, context) {
    if (node.kind !== "object" || !isCandidate(node) || isAsked(node, context)) return;
    const { idiom } = plainDocumentRecogniser;
    const site = plainAnswer(node, context, idiom) ?? errorBody(node, context) ?? demandedStatus(node, context, idiom);
    if (site !== undefined) yield site;
  },
  explain(node) {
    return node.kind === "object" && isCandidate(node)
      ? "the object has a field named like a status, a code or an error, but neither a status beside a body nor a code with a message, as an error's body has."
      : undefined;
  },
};

/** What is asked, not what went wrong with it: `request`, `requestBody`, but not `badRequest`. */
const askedNames =
  /^(?:http|original)?_?request(?:_?(?:body|payload|headers))?$|^(?:post_?data|query(?:params|string)?|params|variables)$/i;

/** Whether the object is what is sent to an API, not what it answers. */
function isAsked(object: ObjectLiteral, { ancestors }: RecogniserContext): boolean {
  let inner: Span = object;
  for (const outer of ancestors.toReversed()) {
    if (outer.kind !== "object") continue;
    const member = memberAround(outer, inner);
    if (member?.kind === "property" && askedNames.test(member.key.name ?? "")) return true;
    inner = outer;
  }
  return false;
}

const signs: ReadonlySet<string> = new Set(
  `status statuscode httpstatus httpstatuscode httpcode code error err errors errorcode errcode msg type response
  fault exception errormessage`.split(/\s+/),
);

function isCandidate(object: ObjectLiteral): boolean {
  return object.members.some((member) => member.kind === "property" && signs.has(plainName(member.key.name ?? "")));
}

function errorBody(object: ObjectLiteral, context: RecogniserContext): ErrorSite | undefined {
  if (listsErrors(object) || context.ancestors.some(saysPlace)) return undefined;
  const body = context.parts.body(object);
  const around = writtenStatus(object, context) ?? statusAround(object, context);
  const found = context.parts.inBody(body, object, valuesOf(around));
  if (isCarried(found.code, body) || (found.status === undefined && isDiagnostic(found.code, body))) return undefined;
  const status = found.status ?? around;
  const code = found.code ?? keyedCode(object, status, context);
  if (!speaks(status, code, found.message, body)) return undefined;
  return makeSite({
    role: "document",
    idiom: plainDocumentRecogniser.idiom,
    span: object,
    status,
    code: code?.certainty === "weak" ? undefined : code,
    message: found.message,
    headersComplete: false,
    body,
    context: context.parts.context(object),
  });
}

/** A list of errors that have statuses of their own: each of them is a site. */
function listsErrors(object: ObjectLiteral): boolean {
  const list = objectsIn(propertyOf(object, "errors")?.value);
  return list.some((item) => isStatusValue(propertyOf(item, "status", "statusCode", "httpStatus")?.value));
}

/** JSON:API has statuses as texts: `"status": "422"`. */
function writtenStatus(object: ObjectLiteral, context: RecogniserContext): Part<number> | undefined {
  const value = propertyOf(object, "status", "statusCode", "httpStatus")?.value;
  return value?.kind === "string" ? documentStatus(value, context, "likely") : undefined;
}

/** What stands inside a carried answer belongs to the object that is that answer. */
function isCarried(code: ErrorSite["code"], body: BodyShape): boolean {
  const path = body.fields.find((field) => field.valueSpan.start === code?.span.start)?.path ?? [];
  return path.length > 1 && /^(?:response|result|body|data|payload|content|output)$/i.test(path[0] ?? "");
}

const placeNames: ReadonlySet<string> = new Set(
  `start end length line lines column col character offset position endline endcolumn range loc location category
  severity span file filename filepath source rule ruleid messagetext relatedinformation frame codeframe`.split(/\s+/),
);

/** What is told within a diagnostic (what to do next, where else to look) is a part of it. */
function saysPlace(node: RecognisedNode): boolean {
  if (node.kind !== "object") return false;
  const names = node.members.flatMap((member) =>
    member.kind === "property" ? [plainName(member.key.name ?? "")] : [],
  );
  return names.includes("severity") && names.some((name) => name !== "severity" && placeNames.has(name));
}

/** What a compiler or a linter says stands beside a place in a text. */
function isDiagnostic(code: ErrorSite["code"], body: BodyShape): boolean {
  const path = body.fields.find((field) => field.valueSpan.start === code?.span.start)?.path;
  if (path === undefined) return false;
  const home = path.slice(0, -1).join(".");
  const beside = body.fields.filter(
    (field) => field.path.slice(0, -1).join(".") === home && placeNames.has(plainName(field.path.at(-1) ?? "")),
  );
  return beside.length >= 2;
}

function speaks(
  status: Part<number> | undefined,
  code: ErrorSite["code"],
  message: ErrorSite["message"],
  body: BodyShape,
): boolean {
  const failed = valuesOf(status).some((value) => value >= 400);
  const flagged = hasFailureFlag(body.fields);
  const sure =
    isKnown(code) &&
    code.certainty !== "weak" &&
    code.values.some((item) => isCodeValue(item.value) || (flagged && typeof item.value === "number"));
  if (failed) return isKnown(message) || (sure && (code?.certainty === "certain" || !isOfThing(body)));
  if (valuesOf(status).length > 0 || !sure || (!flagged && isKind(code, body))) return false;
  return tellsError(message, body) || code.certainty === "certain" || flagged;
}

/** A `type` beside a title or a detail is what kind of thing this is, unless its name or its URI says that it failed. */
function isKind(code: ErrorSite["code"], { fields }: BodyShape): boolean {
  const field = fields.find(({ valueSpan }) => valueSpan.start === code?.span.start);
  if (plainName(field?.path.at(-1) ?? "") !== "type" || typeof field?.value !== "string") return false;
  const isProblem = isProblemType(field.value) || namesFailure(field.value) || /error|exception/i.test(field.value);
  return !isProblem && field.path.length === 1;
}

const errorFields =
  /^(?:status|statuscode|httpstatus|httpcode|code|errorcode|err|error|errors|errortype|type|title|detail|details|data|meta|body|path|url|method|instance|name|key|id|reason|field|fields|param|cause|hint|help|docs|retry|retryable|retryafter|severity|level|category|group|tags?|source|links?|pointer|values?|expected|allowed|limit|service|version|trace|stack|documentation|description|comment|note|ok|success|text|summary|explanation|timestamp|time|date|\w*(?:id|message|msg|at))$/;

/** `{ "status": 500, "unit": "mV", "code": "T_1" }`: what has fields that no error has, and tells people nothing, is a thing. */
function isOfThing(body: BodyShape): boolean {
  return body.fields.some(({ path }) => path.length === 1 && !errorFields.test(plainName(path[0] ?? "")));
}

/** Things of all kinds have a code and a title; what failed has a message. */
function tellsError(message: ErrorSite["message"], body: BodyShape): boolean {
  const field = body.fields.find(({ valueSpan }) => valueSpan.start === message?.span.start);
  return isKnown(message) && !/^(?:title|description)$/i.test(field?.path.at(-1) ?? "");
}

function isCodeValue(value: string | number): boolean {
  return typeof value === "number" ? value < 0 || value >= 600 : looksLikeCode(value);
}

/** `"responses": { "404": … }`: the status of an API description, or of a table by status. */
function statusAround(object: ObjectLiteral, context: RecogniserContext): Part<number> | undefined {
  for (let index = context.ancestors.length - 1; index >= 0; index -= 1) {
    const outer = context.ancestors[index];
    if (outer?.kind !== "object") continue;
    const member = memberAround(outer, object);
    if (member === undefined || member.kind === "spread") continue;
    const status = statusOfKey(member.key, "likely", context.uri);
    if (status !== undefined && valuesOf(status).every((value) => value >= 200)) return status;
  }
  return undefined;
}

/** `"USER_NOT_FOUND": { "status": 404, "message": "…" }`: the code is the key. */
function keyedCode(
  object: ObjectLiteral,
  status: Part<number> | undefined,
  context: RecogniserContext,
): ErrorSite["code"] {
  const outer = context.ancestors.at(-1);
  if (!isKnown(status) || outer?.kind !== "object") return undefined;
  const member = memberAround(outer, object);
  if (member === undefined || member.kind === "spread" || !isKeyedCode(member.key.name ?? "")) return undefined;
  return codeOfKey(member.key, "likely", context.uri);
}

/** Names of types (`NotFoundError`, in definitions of APIs) go over no wire. */
function isKeyedCode(name: string): boolean {
  return looksLikeCode(name) && !/[a-z](?:Error|Exception)$/.test(name);
}
