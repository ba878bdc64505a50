/** Parts of what a class or a function is known to make. */
import type { Expression } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import type { Part, PartValue } from "../model.ts";
import type { Constant, ShapePart } from "../values/value-service.ts";

export interface ShapePartRequest<Value> {
  /** Reads the argument at the call, where one gives the part. */
  readonly reader: (
    expression: Expression,
    options: { readonly certainty: Part<Value>["certainty"] },
  ) => Part<Value> | undefined;
  readonly accept: (value: Constant) => Value | undefined;
  /** The call. */
  readonly span: Span;
  /** The name of the class or function, for people. */
  readonly by: string;
  readonly certainty: Part<Value>["certainty"];
}

/** The part; undefined where the shape has none, or none that can stand there. */
export function shapePart<Value>(
  shape: ShapePart | undefined,
  request: ShapePartRequest<Value>,
): Part<Value> | undefined {
  if (shape === undefined) return undefined;
  if (shape.argument !== undefined) {
    const read = request.reader(shape.argument, { certainty: request.certainty });
    return read === undefined ? undefined : { ...read, evidence: [...read.evidence, ...shape.steps] };
  }
  const values: PartValue<Value>[] = [];
  for (const option of shape.value.options) {
    const value = request.accept(option.value);
    if (value === undefined) continue;
    values.push({ value, written: { kind: "implied", span: request.span, by: request.by }, origin: option.origin });
  }
  if (values.length === 0 && shape.value.options.length > 0) return undefined;
  return {
    values,
    exhaustive: shape.value.exhaustive && values.length === shape.value.options.length && values.length > 0,
    span: request.span,
    certainty: request.certainty,
    evidence: [...shape.steps, ...shape.value.options.flatMap((option) => option.steps)],
  };
}
