/** A site of a server's answer: status, body and headers put together. */
import type { Expression } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import type { ErrorSite, Part } from "../model.ts";
import type { ReadHeaders } from "../parts/headers.ts";
import type { RecognisedNode, RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf } from "../site-draft.ts";
import { bodyElsewhere } from "./body-elsewhere.ts";
import { stringOf } from "./objects.ts";
import { textBody } from "./text-body.ts";

export interface ResponseParts {
  readonly idiom: string;
  readonly role?: ErrorSite["role"];
  readonly node: RecognisedNode;
  readonly span: Span;
  /** Undefined where no status is written; a `reason` that is no status makes no site at all. */
  readonly status: Part<number> | undefined;
  /** The body, or `none` for an explicitly empty one; undefined where the body is not known. */
  readonly body: Expression | "none" | undefined;
  readonly headers: ReadHeaders;
}

/** The site; without a status of its own, the status and the code that the body shows stand for it. */
export function responseSite(parts: ResponseParts, context: RecogniserContext): ErrorSite {
  const { status, headers } = parts;
  const expression = parts.body === "none" ? undefined : parts.body;
  const written = expression === undefined ? undefined : context.parts.body(expression);
  const known = valuesOf(status);
  const succeeds = known.length > 0 && known.every((value) => value < 400);
  const elsewhere =
    expression !== undefined && written?.form === "dynamic" && status !== undefined && !succeeds
      ? bodyElsewhere(expression, known, context)
      : undefined;
  const body = elsewhere?.body ?? written;
  const found =
    body === undefined || expression === undefined
      ? undefined
      : (elsewhere ?? jsonText(expression, status, context) ?? context.parts.inBody(body, expression, known));
  const empty = {
    span: { start: parts.span.end, end: parts.span.end },
    fields: [],
    complete: true,
    form: "none" as const,
  };
  return makeSite({
    role: parts.role ?? "emit",
    idiom: parts.idiom,
    span: parts.span,
    status: status ?? found?.status,
    code: found?.code,
    // What a success says to people is no error's message.
    message: succeeds && found?.code === undefined ? undefined : found?.message,
    headers: headers.headers,
    headersComplete: headers.complete,
    body: parts.body === "none" ? empty : body,
    context: context.parts.context(parts.node),
  });
}

/** `'{"error":"unauthorized"}'`: a body whose text is JSON. */
function jsonText(
  body: Expression,
  status: ResponseParts["status"],
  context: RecogniserContext,
): (Pick<ErrorSite, "code" | "message"> & { readonly status: undefined }) | undefined {
  const text = stringOf(body);
  if (text === undefined || !/^\s*\{/.test(text)) return undefined;
  const read = textBody(text, body, context, valuesOf(status));
  return read.code === undefined && read.message === undefined ? undefined : { ...read, status: undefined };
}

/** Whether a site without a status of its own says anything of an error. */
export function speaksOfError(site: ErrorSite): boolean {
  if (isKnown(site.code) && site.code.certainty !== "weak" && !isOfThing(site)) return true;
  const status = site.status?.values[0]?.value;
  return status !== undefined && status >= 400;
}

/** Whether a mocked answer is one of failure: a mocked success says nothing of errors. */
export function saysFailure(site: ErrorSite): boolean {
  return valuesOf(site.status).some((value) => value >= 400) || (site.code !== undefined && !isOfThing(site));
}

/** What has a name of its own and says nothing to people is a thing, and its `code` one of the thing: `{ id, code: "A-200" }`. */
function isOfThing({ body, code, message }: ErrorSite): boolean {
  if (message !== undefined || code?.certainty === "certain") return false;
  return body?.fields.some(({ path }) => path.length === 1 && /^(?:_?id|uuid|name|slug)$/.test(path[0] ?? "")) ?? false;
}
