/** Parts whose values are written in several places of a document: the items of an `enum`. */
import type { Code } from "../../catalog/model.ts";
import type { Expression } from "../../syntax/tree.ts";
import type { Part, PartValue } from "../model.ts";
import type { RecogniserContext } from "../recogniser.ts";
import type { Reference } from "./references.ts";

export interface AnyOfRequest {
  readonly context: RecogniserContext;
  readonly certainty: Part<Code>["certainty"];
  /** Where the values stand, for people. */
  readonly from: string;
  /** The reference that stands at the place, if the values stand elsewhere. */
  readonly reference: Reference | undefined;
}

/** The part that may be any of the codes written at `nodes`; undefined where none of them is a code. */
export function partOfAny(
  nodes: readonly Expression[],
  { context, certainty, from, reference }: AnyOfRequest,
): Part<Code> | undefined {
  const parts = nodes.map((node) => context.parts.code(node, { certainty })).filter((part) => part !== undefined);
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const { uri } = context;
  const span = reference ?? {
    start: Math.min(first.span.start, last.span.start),
    end: Math.max(first.span.end, last.span.end),
  };
  const values = new Map<Code, PartValue<Code>>();
  for (const { value, written } of parts.flatMap((part) => part.values)) {
    if (values.has(value)) continue;
    const elsewhere = { kind: "implied" as const, span, by: `\`${reference?.pointer}\`` };
    values.set(
      value,
      reference === undefined
        ? { value, written, origin: undefined }
        : { value, written: elsewhere, origin: { uri, span: written.span } },
    );
  }
  if (values.size === 0) return undefined;
  const place = { uri, span: { start: first.span.start, end: last.span.end } };
  return {
    values: [...values.values()],
    exhaustive: true,
    span: { start: span.start, end: span.end },
    certainty,
    evidence: [{ text: `one of ${from}`, place }],
  };
}
