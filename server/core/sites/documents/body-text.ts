/**
 * Bodies written as a text that holds JSON, in mocks and recordings. Templates in them (`{{urlParam 'id'}}`) make most
 * of them no JSON: what a template gives is unknown, and of alternatives (`{{#if}}…{{else}}…`) each is read.
 */
import type { Code } from "../../catalog/model.ts";
import { readSource } from "../../syntax/read-source.ts";
import type { Expression, StringLiteral } from "../../syntax/tree.ts";
import type { Part, PartValue } from "../model.ts";
import { createPartReader } from "../part-reader.ts";
import { textOfBody } from "../parts/written.ts";
import { createBindings } from "../reading/bindings.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { type EmbeddedText, embeddedText } from "./embedded-text.ts";
import { withoutTemplates } from "./templates.ts";

const longest = 100_000;
const mostAlternatives = 8;

export interface TextBody {
  readonly code: Part<Code> | undefined;
  readonly message: Part<string> | undefined;
}

/** Code and message of the JSON in a string; `statuses` are those sent beside it. */
export function readTextBody(node: StringLiteral, context: RecogniserContext, statuses: readonly number[]): TextBody {
  const embedded = embeddedText(context.file.text, node);
  const text = embedded.text.length > longest ? "" : withoutTemplates(embedded.text);
  if (!/^\s*[{[]/.test(text)) return { code: undefined, message: undefined };
  const found = alternativesIn(text).map((body) => partsOf(body, context, statuses));
  return {
    code: joined(
      found.map(({ code }) => code),
      embedded,
      context.uri,
    ),
    message: joined(
      found.map(({ message }) => message),
      embedded,
      context.uri,
    ),
  };
}

/** A piece of a text with its place in the whole. */
interface Alternative {
  readonly text: string;
}

/** The values that stand one after another, where all but one of them were left out by a condition. */
function alternativesIn(text: string): readonly Alternative[] {
  const found: Alternative[] = [];
  for (let start = 0; start < text.length && found.length < mostAlternatives; ) {
    const end = endOfValue(text, start);
    // Blanks in place of what comes before keep every offset.
    found.push({ text: " ".repeat(start) + text.slice(start, end) });
    const next = /\S/.exec(text.slice(end));
    if (next === null || !/[{[]/.test(next[0])) break;
    start = end + next.index;
  }
  return found;
}

/** The end of the object or list that begins at or after `start`. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '"') {
      index += 1;
      while (index < text.length && text.charAt(index) !== '"') index += text.charAt(index) === "\\" ? 2 : 1;
    } else if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") {
      depth -= 1;
      if (depth <= 0) return index + 1;
    }
  }
  return text.length;
}

function partsOf({ text }: Alternative, context: RecogniserContext, statuses: readonly number[]): TextBody {
  const inner = readSource(text, "json");
  const expression = rootOf(inner.statements);
  if (expression === undefined) return { code: undefined, message: undefined };
  const { uri, values } = context;
  const reader = createPartReader({ uri, text, values, bindings: createBindings(inner), ancestors: () => [] });
  return reader.inBody(reader.body(expression), expression, statuses);
}

function rootOf([statement]: ReturnType<typeof readSource>["statements"]): Expression | undefined {
  return statement?.kind === "expression" ? statement.expression : undefined;
}

/** One part of all alternatives, moved to where it stands in the file. */
function joined<Value>(
  found: readonly (Part<Value> | undefined)[],
  embedded: EmbeddedText,
  uri: string,
): Part<Value> | undefined {
  const parts = found.filter((part) => part !== undefined);
  const [first] = parts;
  if (first === undefined) return undefined;
  const values = new Map<Value, PartValue<Value>>();
  for (const part of parts) {
    const place = embedded.placeOf(part.span);
    for (const { value } of part.values) {
      if (values.has(value)) continue;
      values.set(value, {
        value,
        written: { kind: "implied", span: place, by: textOfBody },
        origin: undefined,
      });
    }
  }
  const span = embedded.placeOf(first.span);
  return {
    values: [...values.values()],
    exhaustive: found.every((part) => part?.exhaustive === true),
    span,
    certainty: first.certainty,
    evidence: [{ text: "inside the text of the body", place: { uri, span } }],
  };
}
