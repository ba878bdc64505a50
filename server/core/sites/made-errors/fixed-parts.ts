/** What every instance of a class of errors has, whatever its constructor is given. */
import type { Code } from "../../catalog/model.ts";
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Part } from "../model.ts";
import { shapePart } from "../parts/shape-part.ts";
import { toCode } from "../reading/laid-out-body.ts";
import type { RecogniserContext } from "../recogniser.ts";
import type { ErrorShape, ShapePart } from "../values/value-service.ts";

/** The shape without what a default or the place where the error is made decides. */
export function fixedOf(shape: ErrorShape): ErrorShape {
  return { ...shape, status: fixed(shape.status), code: fixed(shape.code), message: fixed(shape.message) };
}

function fixed(part: ShapePart | undefined): ShapePart | undefined {
  return part?.value.exhaustive === true && part.value.options.length > 0 ? part : undefined;
}

/** The code of every instance of the class of errors that is named. */
export function codeOfClass(expression: Expression, context: RecogniserContext): Part<Code> | undefined {
  const named = unwrapped(expression);
  if (named.kind !== "identifier" && named.kind !== "member") return undefined;
  const shape = context.values.classShapeOf(named);
  if (shape === undefined || !shape.isError) return undefined;
  const { name, code } = fixedOf(shape);
  const span = { start: named.start, end: named.end };
  return shapePart<Code>(code, { reader: context.parts.code, accept: toCode, span, by: name, certainty: "likely" });
}
