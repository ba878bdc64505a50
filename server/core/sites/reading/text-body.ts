/** Bodies written as a text that holds JSON: `'{"code":"X"}'` in mocks and recordings. */
import type { Code } from "../../catalog/model.ts";
import { readSource } from "../../syntax/read-source.ts";
import type { Span } from "../../text/span.ts";
import type { Part } from "../model.ts";
import { createPartReader } from "../part-reader.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { createBindings } from "./bindings.ts";

const longest = 100_000;

/** Code and message of the JSON in `text`; both stand at `span`, for the escaped text has no places of its own. */
export function textBody(
  text: string,
  span: Span,
  context: RecogniserContext,
  statuses: readonly number[],
): { readonly code: Part<Code> | undefined; readonly message: Part<string> | undefined } {
  const nothing = { code: undefined, message: undefined };
  if (text.length > longest || !/^\s*[{[]/.test(text)) return nothing;
  const inner = readSource(text, "json");
  const statement = inner.statements[0];
  if (statement?.kind !== "expression") return nothing;
  const reader = createPartReader({
    uri: context.uri,
    values: context.values,
    bindings: createBindings(inner),
    ancestors: () => [],
  });
  const found = reader.inBody(reader.body(statement.expression), statement.expression, statuses);
  return { code: movedTo(span, found.code, context.uri), message: movedTo(span, found.message, context.uri) };
}

function movedTo<Value>(span: Span, part: Part<Value> | undefined, uri: string): Part<Value> | undefined {
  if (part === undefined) return undefined;
  const place = { start: span.start, end: span.end };
  return {
    ...part,
    span: place,
    values: part.values.map((item) => ({
      value: item.value,
      written: { kind: "implied", span: place, by: "the text of the body" },
      origin: undefined,
    })),
    evidence: [{ text: "inside the text of the body", place: { uri, span: place } }],
  };
}
