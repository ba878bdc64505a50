/** Values written as a text of JSON: bodies in mocks and recordings (`'{"code":"X"}'`), snapshots in tests. */
import type { Code } from "../../catalog/model.ts";
import { readSource } from "../../syntax/read-source.ts";
import type { Expression } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import type { ErrorSite, Part } from "../model.ts";
import { createPartReader } from "../part-reader.ts";
import { textOfBody } from "../parts/written.ts";
import type { PartReader, RecogniserContext } from "../recogniser.ts";
import { createBindings } from "./bindings.ts";

const longest = 100_000;

/** Code and message of the JSON in `text`; both stand at `span`, for the escaped text has no places of its own. */
export function textBody(
  text: string,
  span: Span,
  context: RecogniserContext,
  statuses: readonly number[],
): { readonly code: Part<Code> | undefined; readonly message: Part<string> | undefined } {
  const { code, message } = /^\s*[{[]/.test(text) ? textObject(text, span, context, statuses) : nothing;
  return { code, message };
}

/** The same with the status that the JSON shows. */
export function textObject(
  text: string,
  span: Span,
  context: RecogniserContext,
  statuses: readonly number[],
): Pick<ErrorSite, "status" | "code" | "message"> {
  const read = readText(text, context);
  if (read === undefined) return nothing;
  const { status, code, message } = read.parts.inBody(read.parts.body(read.root), read.root, statuses);
  const moved = <Value>(part: Part<Value> | undefined): Part<Value> | undefined =>
    movedTo(span, part, context.uri, textOfBody);
  return { status: moved(status), code: moved(code), message: moved(message) };
}

/** The single value that a text of JSON is, as a status and as a code; both stand at `span`. */
export function textValue(text: string, span: Span, context: RecogniserContext): Pick<ErrorSite, "status" | "code"> {
  const read = readText(text, context);
  if (read === undefined) return nothing;
  const moved = <Value>(part: Part<Value> | undefined): Part<Value> | undefined =>
    movedTo(span, part, context.uri, "the text");
  return {
    status: moved(read.parts.status(read.root, { certainty: "likely" })),
    code: moved(read.parts.code(read.root, { certainty: "likely" })),
  };
}

const nothing = { status: undefined, code: undefined, message: undefined };

function readText(
  text: string,
  context: RecogniserContext,
): { readonly root: Expression; readonly parts: PartReader } | undefined {
  if (text.length > longest) return undefined;
  const inner = readSource(text, "json");
  const statement = inner.statements[0];
  if (statement?.kind !== "expression") return undefined;
  const parts = createPartReader({
    uri: context.uri,
    text,
    values: context.values,
    bindings: createBindings(inner),
    ancestors: () => [],
  });
  return { root: statement.expression, parts };
}

function movedTo<Value>(span: Span, part: Part<Value> | undefined, uri: string, by: string): Part<Value> | undefined {
  if (part === undefined) return undefined;
  const place = { start: span.start, end: span.end };
  return {
    ...part,
    span: place,
    values: part.values.map((item) => ({
      value: item.value,
      written: { kind: "implied", span: place, by },
      origin: undefined,
    })),
    evidence: [{ text: `inside ${by}`, place: { uri, span: place } }],
  };
}
