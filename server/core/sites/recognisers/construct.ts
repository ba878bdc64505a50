/** Errors of an API that are made to be passed on, returned or kept, not thrown on the spot: `assert(ok, new AppError(…))`. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { errorSite, saysSomething } from "../made-errors/error-site.ts";
import { isThrown } from "../made-errors/thrown-position.ts";
import type { SiteRole } from "../model.ts";
import type { RecognisedNode, Recogniser } from "../recogniser.ts";

export const constructRecogniser: Recogniser = {
  idiom: "construct",
  kinds: ["new", "call"],
  *recognise(node, context) {
    if (node.kind !== "new" && node.kind !== "call") return;
    if (node.kind === "call" && !mayMakeError(node)) return;
    if (isThrown(node, context.ancestors)) return;
    const declared = context.values.errorShapeOf(node);
    const shape = declared ?? (node.kind === "new" ? context.values.likelyShapeOf(node) : undefined);
    if (shape === undefined || !shape.isError || !shape.isApiError) return;
    const role = roleAmong(context.ancestors);
    const site = errorSite({ role, idiom: "construct", span: node, made: node, shape }, context);
    if (site === undefined || (declared === undefined && !saysSomething(site))) return;
    yield site;
  },
};

/** Words in the name of a factory; looking into every call of a file would cost too much. */
const factoryWords =
  /err|exception|fail|fault|problem|boom|http|status|denied|forbidden|unauthori[sz]ed|unauthenticated|notfound|badrequest|conflict|invalid|unprocessable|toomany|unavailable|internal|timeout|gone|missing/i;

/** Methods of errors' own classes and of whatever records errors, which make none. */
const notFactories =
  /^(?:log|warn|info|debug|error|trace|captureStackTrace|captureException|is[A-Z]\w*|has[A-Z]\w*|handle\w*|use\w*|on[A-Z]\w*|expect\w*)$/;

function mayMakeError(call: CallExpression): boolean {
  const callee = unwrapped(call.callee);
  const names = namesOf(callee);
  const last = names[0];
  return last !== undefined && !notFactories.test(last) && names.some((name) => factoryWords.test(name));
}

/** The called name first, then what it is a member of; empty for anything that is not a path of names. */
function namesOf(callee: Expression): readonly string[] {
  if (callee.kind === "identifier") return [callee.name];
  if (callee.kind !== "member") return [];
  return [callee.name, ...namesOf(unwrapped(callee.object))];
}

/** An error in the hands of an assertion is expected. */
function roleAmong(ancestors: readonly RecognisedNode[]): SiteRole {
  for (const outer of ancestors.toReversed()) {
    if (outer.kind === "function") return "emit";
    if (outer.kind !== "call") continue;
    const callee = unwrapped(outer.callee);
    if (callee.kind === "member" && /^(?:to[A-Z]\w*|rejects|throws|deepEqual|strictEqual|equal)$/.test(callee.name))
      return "expect";
  }
  return "emit";
}
