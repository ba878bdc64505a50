/** Classes of errors that fix a status or a code: `class NotFoundError extends AppError { status = 404 }`. */
import { errorSite, saysSomething } from "../made-errors/error-site.ts";
import { lastName } from "../reading/names.ts";
import type { Recogniser } from "../recogniser.ts";
import { isErrorName } from "../values/shapes/role-names.ts";
import type { ErrorShape, ShapePart } from "../values/value-service.ts";

export const classDeclarationRecogniser: Recogniser = {
  idiom: "class-declaration",
  kinds: ["class"],
  *recognise(node, context) {
    if (node.kind !== "class") return;
    const shape = context.values.classShapeOf(node);
    if (shape === undefined || !shape.isError) return;
    const site = errorSite(
      { role: "declare", idiom: "class-declaration", span: node, made: node, shape: fixedOf(shape) },
      context,
    );
    if (site !== undefined && saysSomething(site)) yield site;
  },
  explain(node) {
    if (node.kind !== "class") return undefined;
    const names = [node.name, node.superclass === undefined ? undefined : lastName(node.superclass)];
    return names.some((name) => name !== undefined && isErrorName(name))
      ? "every instance may have another status and another code; the places that make it are looked at."
      : undefined;
  },
};

/** What every instance has: a default, or what the constructor is given, belongs to the place where it is made. */
function fixedOf(shape: ErrorShape): ErrorShape {
  return { ...shape, status: fixed(shape.status), code: fixed(shape.code), message: fixed(shape.message) };
}

function fixed(part: ShapePart | undefined): ShapePart | undefined {
  return part?.value.exhaustive === true && part.value.options.length > 0 ? part : undefined;
}
