/** An answer as mocks and recordings keep it: a status, headers and a body beside each other. */
import type { Expression, ObjectLiteral } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import type { ErrorSite, HeaderPart, Part } from "../model.ts";
import { isStatusNumber } from "../parts/status-names.ts";
import { statusOfText } from "../reading/keyed-parts.ts";
import { propertyOf, stringOf } from "../reading/objects.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { makeSite, valuesOf } from "../site-draft.ts";
import { readTextBody } from "./body-text.ts";
import { objectsIn, propertiesOf } from "./data-access.ts";

export interface RecordedAnswer {
  readonly idiom: string;
  /** The whole answer. */
  readonly span: Span;
  readonly status: Expression | undefined;
  readonly headers?: Expression | undefined;
  /** Data, or a text that may hold JSON. */
  readonly body?: Expression | undefined;
  /** Words that say what the answer is to. */
  readonly context?: readonly (string | undefined)[];
}

/** The site of an answer; undefined where no status is written, as for requests that failed. */
export function recordedSite(answer: RecordedAnswer, context: RecogniserContext): ErrorSite | undefined {
  const status = answer.status === undefined ? undefined : documentStatus(answer.status, context);
  if (status === undefined || status.values.length === 0) return undefined;
  const read = answer.body === undefined ? undefined : recordedBody(answer.body, context, valuesOf(status));
  return makeSite({
    role: "document",
    idiom: answer.idiom,
    span: answer.span,
    status,
    code: read?.code,
    message: read?.message,
    body: read?.body,
    headers: recordedHeaders(answer.headers),
    headersComplete: answer.headers !== undefined,
    context: [...(answer.context ?? []).filter((word) => word !== undefined), ...fileWords(context)],
  });
}

/** A status of a document: a number, or a text of three digits. */
export function documentStatus(
  expression: Expression,
  context: RecogniserContext,
  certainty: Part<number>["certainty"] = "certain",
): Part<number> | undefined {
  return expression.kind === "string"
    ? statusOfText(expression, certainty, context.uri)
    : context.parts.status(expression, { certainty });
}

/** The words that the file's name gives. */
export function fileWords(context: RecogniserContext): readonly string[] {
  return context.uri.split("/").slice(-2);
}

/** Body, code and message; what succeeded has a code only where an error's field says so. */
export function recordedBody(
  body: Expression,
  context: RecogniserContext,
  statuses: readonly number[],
): Pick<ErrorSite, "body" | "code" | "message"> {
  const found =
    body.kind === "string"
      ? { ...readTextBody(body, context, statuses), body: undefined }
      : dataBody(body, context, statuses);
  const failed = statuses.some((status) => status >= 400);
  const isCode = (failed || found.code?.certainty === "certain") && !repeats(found.code, statuses);
  const code = isCode ? found.code : undefined;
  return { body: found.body, code, message: failed ? found.message : undefined };
}

/** The status written again as a text: `"code": "404"`. */
function repeats(code: ErrorSite["code"], statuses: readonly number[]): boolean {
  return code?.values.some(({ value }) => typeof value === "string" && statuses.includes(Number(value))) === true;
}

function dataBody(
  body: Expression,
  { parts }: RecogniserContext,
  statuses: readonly number[],
): Pick<ErrorSite, "body" | "code" | "message"> {
  const shape = parts.body(body);
  const { code, message } = parts.inBody(shape, body, statuses);
  return { body: shape, code, message };
}

/** An object of headers, a list of `{ name|key, value }`, or names and values in turn. */
export function recordedHeaders(headers: Expression | undefined): readonly HeaderPart[] {
  if (headers?.kind === "object") {
    return propertiesOf(headers).map(({ key, value, start, end }) => ({
      name: key.name ?? "",
      value: textOf(value.kind === "array" && value.elements.length === 1 ? value.elements[0] : value),
      span: { start, end },
    }));
  }
  if (headers?.kind !== "array") return [];
  const pairs = objectsIn(headers).flatMap(headerOf);
  return pairs.length > 0 ? pairs : headersInTurn(headers.elements);
}

function headerOf(pair: ObjectLiteral): readonly HeaderPart[] {
  const name = stringOf(propertyOf(pair, "name", "key")?.value);
  if (name === undefined) return [];
  return [{ name, value: textOf(propertyOf(pair, "value")?.value), span: { start: pair.start, end: pair.end } }];
}

function headersInTurn(elements: readonly (Expression | undefined)[]): readonly HeaderPart[] {
  const found: HeaderPart[] = [];
  for (let index = 0; index + 1 < elements.length; index += 2) {
    const [name, value] = [elements[index], elements[index + 1]];
    const text = stringOf(name);
    if (name === undefined || value === undefined || text === undefined) return [];
    found.push({ name: text, value: textOf(value), span: { start: name.start, end: value.end } });
  }
  return found;
}

/** A text, or a number as it would be sent. */
function textOf(value: Expression | undefined): string | undefined {
  return value?.kind === "number" ? String(value.value) : stringOf(value);
}

/** Whether a value is a status as documents write one. */
export function isStatusValue(value: Expression | undefined): boolean {
  if (value?.kind === "number") return isStatusNumber(value.value);
  return value?.kind === "string" && /^[1-5]\d\d$/.test(value.value);
}
