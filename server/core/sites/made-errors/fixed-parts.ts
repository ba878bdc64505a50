/** What every instance of a class of errors has, whatever its constructor is given. */
import type { ErrorShape, ShapePart } from "../values/value-service.ts";

/** The shape without what a default or the place where the error is made decides. */
export function fixedOf(shape: ErrorShape): ErrorShape {
  return { ...shape, status: fixed(shape.status), code: fixed(shape.code), message: fixed(shape.message) };
}

function fixed(part: ShapePart | undefined): ShapePart | undefined {
  return part?.value.exhaustive === true && part.value.options.length > 0 ? part : undefined;
}
