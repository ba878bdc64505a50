/**
 * Classes of errors that fix a status or a code: `class NotFoundError extends AppError { status = 404 }`, and those that
 * a function makes: `createError("FST_NOT_FOUND", "…", 404)`.
 */
import type { CallExpression } from "../../syntax/tree.ts";
import { errorSite, saysSomething } from "../made-errors/error-site.ts";
import { fixedOf } from "../made-errors/fixed-parts.ts";
import { lastName, rootOf } from "../reading/names.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";
import { makesClasses } from "../values/evaluate/known-makers.ts";
import { isErrorName } from "../values/shapes/role-names.ts";

export const classDeclarationRecogniser: Recogniser = {
  idiom: "class-declaration",
  kinds: ["class", "call"],
  *recognise(node, context) {
    if (node.kind !== "class" && (node.kind !== "call" || !mayMakeClass(node, context))) return;
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

/** A function of a package, or one that is named after errors; one that a class extends is told of with the class. */
function mayMakeClass(call: CallExpression, { ancestors, values }: RecogniserContext): boolean {
  const root = rootOf(call.callee);
  if (root.kind !== "identifier" || ancestors.at(-1)?.kind === "class" || call.arguments.length < 2) return false;
  if (makesClasses(values.importOf(root.name)?.specifier ?? "")) return true;
  return /(?:err(?:or)?|exception|problem|failure|fault)(?:class|type)?$/i.test(lastName(call.callee) ?? "");
}
