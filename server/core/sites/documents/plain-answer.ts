/** A status beside a body in a document of no known format: `{ "status": 409, "headers": {…}, "body": {…} }`. */
import type { Expression, ObjectLiteral } from "../../syntax/tree.ts";
import type { ErrorSite } from "../model.ts";
import { memberAround } from "../reading/keyed-parts.ts";
import { propertyOf } from "../reading/objects.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { makeSite, valuesOf } from "../site-draft.ts";
import { documentStatus, isStatusValue, recordedBody, recordedHeaders } from "./recorded-answer.ts";

const bodyFields: readonly string[] = ["jsonBody", "json", "body", "response", "data", "payload", "content"];

/** The answer that an object of a plain document keeps; undefined where a status stands beside something else. */
export function plainAnswer(object: ObjectLiteral, context: RecogniserContext, idiom: string): ErrorSite | undefined {
  // Postman has the phrase in `status` and the number in `code`.
  const status = ["status", "statusCode", "status_code", "code"]
    .map((name) => propertyOf(object, name))
    .find((property) => property !== undefined && isStatusValue(property.value));
  if (status === undefined) return undefined;
  const field = propertyOf(object, ...bodyFields);
  const headers = propertyOf(object, "headers", "header", "rawHeaders");
  if (field === undefined && headers === undefined) return undefined;
  const part = documentStatus(status.value, context, headers === undefined ? "likely" : "certain");
  if (part === undefined) return undefined;
  const read =
    field === undefined ? undefined : recordedBody(heldBody(field.value) ?? field.value, context, valuesOf(part));
  const success = valuesOf(part).every((value) => value < 400);
  // A failing status beside an object called `body` is an answer, whatever stands in it.
  const isBody = /body$/i.test(field?.key.name ?? "") && read?.body?.form === "literal";
  const isAnswer = headers !== undefined || (!success && isBody);
  if (!isAnswer && read?.code === undefined && read?.message === undefined) return undefined;
  if (success && read?.code === undefined) return undefined;
  return makeSite({
    role: "document",
    idiom,
    span: object,
    status: part,
    code: read?.code,
    message: read?.message,
    headers: recordedHeaders(headers?.value),
    body: read?.body,
    context: context.parts.context(object),
  });
}

const demanding = /^(?:expect|expected|expects|expectation|expected_?response|check|checks|assert|asserts)$/i;

/** `expect: { status: 404 }`, and `response: { status: 404 }` beside a `request`: what tests in data demand. */
export function demandedStatus(
  object: ObjectLiteral,
  context: RecogniserContext,
  idiom: string,
): ErrorSite | undefined {
  const written = propertyOf(object, "status", "statusCode", "status_code")?.value;
  if (written === undefined || !isStatusValue(written)) return undefined;
  const outer = context.ancestors.at(-1);
  const member = outer?.kind === "object" ? memberAround(outer, object) : undefined;
  const name = member?.kind === "property" ? (member.key.name ?? "") : "";
  const isPair =
    outer?.kind === "object" && name === "response" && propertyOf(outer, "request")?.value.kind === "object";
  const status = isPair || demanding.test(name) ? documentStatus(written, context, "likely") : undefined;
  if (status === undefined || valuesOf(status).every((value) => value < 400)) return undefined;
  return makeSite({
    role: "document",
    idiom,
    span: object,
    status,
    headersComplete: false,
    context: context.parts.context(object),
  });
}

/** A body kept beside its type and its size: `content: { mimeType, text }`, `body: { type, json }`. */
function heldBody(body: Expression): Expression | undefined {
  if (body.kind !== "object") return undefined;
  const json = propertyOf(body, "json")?.value;
  if (json?.kind === "object" || json?.kind === "string") return json;
  const text = propertyOf(body, "text", "string")?.value;
  return text?.kind === "string" ? text : undefined;
}
