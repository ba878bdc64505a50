/**
 * Error bodies and recorded answers in JSON documents: fixtures, mocks, examples, API descriptions. WireMock, Pact,
 * Mockoon, HAR, Postman and plain `{ "status": 409, "body": {…} }` recordings all hold a status beside a body.
 */
import type { Expression, ObjectLiteral } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { BodyShape, ErrorSite, HeaderPart, Part } from "../model.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import { hasFailureFlag } from "../parts/failure-flag.ts";
import { isStatusNumber } from "../parts/status-names.ts";
import { codeOfKey, memberAround, statusOfKey } from "../reading/keyed-parts.ts";
import { plainName } from "../reading/names.ts";
import { asObject, numberOf, propertyOf, stringOf } from "../reading/objects.ts";
import { textBody } from "../reading/text-body.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf } from "../site-draft.ts";

export const jsonBodyRecogniser: Recogniser = {
  idiom: "json-body",
  kinds: ["object"],
  data: true,
  *recognise(node, context) {
    if (node.kind !== "object" || !isCandidate(node)) return;
    const site = recordedAnswer(node, context) ?? errorBody(node, context);
    if (site !== undefined) yield site;
  },
  explain(node) {
    return node.kind === "object" && isCandidate(node)
      ? "the object has a field named like a status, a code or an error, but neither a status beside a body nor a code with a message, as an error's body has."
      : undefined;
  },
};

const signs: ReadonlySet<string> = new Set(
  `status statuscode httpstatus httpstatuscode httpcode code error err errors errorcode errcode msg type response
  fault exception errormessage`.split(/\s+/),
);

function isCandidate(object: ObjectLiteral): boolean {
  return object.members.some((member) => member.kind === "property" && signs.has(plainName(member.key.name ?? "")));
}

// ---------------------------------------------------------------- a status beside a body

const bodyFields: readonly string[] = ["jsonBody", "body", "response", "data", "payload", "content"];

function recordedAnswer(object: ObjectLiteral, context: RecogniserContext): ErrorSite | undefined {
  // Postman has the phrase in `status` and the number in `code`.
  const status = ["status", "statusCode", "status_code", "code"]
    .map((name) => propertyOf(object, name))
    .find((property) => property !== undefined && isStatusNumber(numberOf(property.value)));
  if (status === undefined) return undefined;
  const field = propertyOf(object, ...bodyFields);
  const hasHeaders = propertyOf(object, "headers", "header", "rawHeaders") !== undefined;
  if (field === undefined && !hasHeaders) return undefined;
  const part = context.parts.status(status.value, { certainty: hasHeaders ? "certain" : "likely" });
  const headers = recordedHeaders(propertyOf(object, "headers", "header")?.value);
  const read = field === undefined ? undefined : recordedBody(field.value, context, valuesOf(part));
  const success = valuesOf(part).every((value) => value < 400);
  // A failing status beside an object called `body` is an answer, whatever stands in it.
  const isAnswer = hasHeaders || (!success && read?.body?.form === "literal" && /body$/i.test(field?.key.name ?? ""));
  if (!isAnswer && read?.code === undefined && read?.message === undefined) return undefined;
  if (success && read?.code?.certainty !== "certain") return undefined;
  return makeSite({
    role: "document",
    idiom: "json-body",
    span: object,
    status: part,
    code: read?.code,
    message: read?.message,
    headers,
    body: read?.body,
    context: context.parts.context(object),
  });
}

interface RecordedBody {
  readonly body: BodyShape | undefined;
  readonly code: ErrorSite["code"];
  readonly message: ErrorSite["message"];
}

/** A body as data, or as a text that holds JSON (`"{\"code\":\"X\"}"`, also under `text` in HAR). */
function recordedBody(value: Expression, context: RecogniserContext, statuses: readonly number[]): RecordedBody {
  const inner = unwrapped(value);
  const text =
    stringOf(inner) ??
    stringOf(asObject(inner) === undefined ? undefined : propertyOf(inner as ObjectLiteral, "text")?.value);
  if (text !== undefined) return { body: undefined, ...textBody(text, inner, context, statuses) };
  const body = context.parts.body(inner);
  const found = context.parts.inBody(body, inner, statuses);
  return { body, code: found.code, message: found.message };
}

/** An object, or a list of `{ name|key, value }`. */
function recordedHeaders(value: Expression | undefined): readonly HeaderPart[] {
  if (value === undefined) return [];
  const inner = unwrapped(value);
  if (inner.kind === "object") {
    return inner.members.flatMap((member) =>
      member.kind === "property" && member.key.name !== undefined
        ? [{ name: member.key.name, value: stringOf(member.value), span: { start: member.start, end: member.end } }]
        : [],
    );
  }
  if (inner.kind !== "array") return [];
  return inner.elements.flatMap((element) => {
    const pair = asObject(element);
    const name = pair === undefined ? undefined : stringOf(propertyOf(pair, "name", "key")?.value);
    if (pair === undefined || name === undefined) return [];
    return [{ name, value: stringOf(propertyOf(pair, "value")?.value), span: { start: pair.start, end: pair.end } }];
  });
}

// ---------------------------------------------------------------- a body on its own

function errorBody(object: ObjectLiteral, context: RecogniserContext): ErrorSite | undefined {
  const body = context.parts.body(object);
  const around = statusAround(object, context);
  const found = context.parts.inBody(body, object, valuesOf(around));
  if (isCarried(found.code, body) || (found.status === undefined && isDiagnostic(found.code, body))) return undefined;
  const status = found.status ?? around;
  const code = found.code ?? keyedCode(object, status, context);
  if (!speaks(status, code, found.message, body)) return undefined;
  return makeSite({
    role: "document",
    idiom: "json-body",
    span: object,
    status,
    code: code?.certainty === "weak" ? undefined : code,
    message: found.message,
    headersComplete: false,
    body,
    context: context.parts.context(object),
  });
}

/** What stands inside a carried answer belongs to the object that is that answer. */
function isCarried(code: ErrorSite["code"], body: BodyShape): boolean {
  const path = body.fields.find((field) => field.valueSpan.start === code?.span.start)?.path ?? [];
  return path.length > 1 && /^(?:response|result|body|data|payload|content|output)$/i.test(path[0] ?? "");
}

const placeNames: ReadonlySet<string> = new Set(
  `start end length line lines column col character offset position endline endcolumn range loc location category
  severity file filename filepath source rule ruleid messagetext relatedinformation frame codeframe`.split(/\s+/),
);

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
  if (failed) return sure || isKnown(message);
  if (valuesOf(status).length > 0 || !sure) return false;
  return isKnown(message) || code.certainty === "certain" || flagged;
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
  if (member === undefined || member.kind === "spread" || !looksLikeCode(member.key.name ?? "")) return undefined;
  return codeOfKey(member.key, "likely", context.uri);
}
