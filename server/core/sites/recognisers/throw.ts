/** Errors that are thrown or rejected where they are made: `throw new AppError(…)`, `next(createError(…))`, `throw { … }`. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Span } from "../../text/span.ts";
import { errorSite, saysSomething } from "../made-errors/error-site.ts";
import { onlyErrors, rejectedBy } from "../made-errors/thrown-position.ts";
import { whyNoSite } from "../made-errors/why-no-site.ts";
import type { ErrorSite } from "../model.ts";
import { branchesOf } from "../parts/branches.ts";
import { lastName } from "../reading/names.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import type { ErrorShape } from "../values/value-service.ts";

export const throwRecogniser: Recogniser = {
  idiom: "throw",
  kinds: ["throw", "call"],
  recognise(node, context) {
    if (node.kind === "throw") return thrownSites(node.argument, { span: node, objects: true }, context);
    if (node.kind !== "call") return noSites;
    const kept = keptBy(node);
    if (kept !== undefined) return thrownSites(kept, { span: node, objects: false }, context);
    const rejected = rejectedBy(node);
    if (rejected === undefined) return noSites;
    return thrownSites(rejected, { span: node, objects: onlyErrors(node) }, context);
  },
  explain(node, context) {
    const thrown = node.kind === "throw" ? node.argument : node.kind === "call" ? rejectedBy(node) : undefined;
    if (thrown === undefined) return undefined;
    const made = madeIn(branchesOf(thrown)[0] ?? thrown);
    return made.kind === "new" || made.kind === "call" || made.kind === "identifier"
      ? whyNoSite(made, context)
      : "what is thrown here is neither made by a class or a function nor written as an object.";
  },
};

/** `left(OrderError.Unpaid)`, `Result.fail(Errors.Gone)`: an error that is made once and kept goes into a result. */
function keptBy({ callee: called, arguments: [only, ...more] }: CallExpression): Expression | undefined {
  const given = only && unwrapped(only);
  if (given?.kind !== "member" || more.length > 0) return undefined;
  return /^(?:left|err|fail|failed|failure|error)$/i.test(lastName(called) ?? "") ? given : undefined;
}

/** `new HttpError(404).withHeader(…)`: the error, where nothing is known of what the method gives. */
function beforeChain(made: Expression, context: RecogniserContext): Expression {
  const callee = made.kind === "call" ? unwrapped(made.callee) : undefined;
  const object = callee?.kind === "member" ? unwrapped(callee.object) : undefined;
  if (
    made.kind !== "call" ||
    (object?.kind !== "new" && object?.kind !== "call") ||
    context.values.errorShapeOf(made)?.isApiError
  )
    return made;
  return context.values.errorShapeOf(object)?.isApiError === true ? object : made;
}

interface Throwing {
  readonly span: Span;
  /** Whether an object without a class is an error here. */
  readonly objects: boolean;
}

function* thrownSites(thrown: Expression, throwing: Throwing, context: RecogniserContext): Iterable<ErrorSite> {
  const branches = branchesOf(thrown);
  for (const branch of branches) {
    const made = beforeChain(madeIn(branch), context);
    const shape = shapeOf(made, throwing, context);
    if (shape === undefined) continue;
    const span = branches.length === 1 ? throwing.span : made;
    const site = errorSite({ role: "emit", idiom: "throw", span, made, shape }, context);
    if (site !== undefined && (shape.isApiError || saysSomething(site))) yield site;
  }
}

function madeIn(branch: Expression): Expression {
  return branch.kind === "prefix" && branch.operator === "await" ? unwrapped(branch.argument) : branch;
}

function shapeOf(made: Expression, throwing: Throwing, context: RecogniserContext): ErrorShape | undefined {
  const { values } = context;
  switch (made.kind) {
    case "new":
    case "call": {
      const declared = values.errorShapeOf(made);
      if (declared !== undefined) return declared.isApiError || throwing.objects ? declared : undefined;
      return values.likelyShapeOf(made, { thrown: throwing.objects });
    }
    case "object":
      return throwing.objects ? values.valueShapeOf(made) : undefined;
    case "identifier":
      return variableShape(made, context);
    case "member":
      return constantShape(made, context);
    default:
      return undefined;
  }
}

/** An error that is made once and kept: `throw Errors.Revoked`. */
function constantShape(
  made: Extract<Expression, { kind: "member" }>,
  context: RecogniserContext,
): ErrorShape | undefined {
  // What belongs to a value is anybody's; tables and classes are written with a capital.
  if (made.object.kind !== "identifier" || !/^[A-Z]/.test(made.object.name)) return undefined;
  const shape = context.values.valueShapeOf(made);
  return shape?.isApiError === true && shape.isError ? shape : undefined;
}

/** An error that got its status and code after it was made; one that was made with them is a site where it was made. */
function variableShape(
  made: Extract<Expression, { kind: "identifier" }>,
  context: RecogniserContext,
): ErrorShape | undefined {
  const initializer = context.bindings.constantOf(made);
  if (initializer === undefined) return undefined;
  const inner = unwrapped(initializer);
  if (inner.kind !== "new" && inner.kind !== "call" && inner.kind !== "object") return undefined;
  if (inner.kind !== "object" && context.values.errorShapeOf(inner)?.isApiError === true) return undefined;
  const shape = context.values.valueShapeOf(made);
  return shape?.isApiError === true ? shape : undefined;
}
