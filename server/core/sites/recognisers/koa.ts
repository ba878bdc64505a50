/** Koa: `ctx.status = 404; ctx.body = {…}` in either order, `ctx.throw(401, "…", {…})`, `ctx.assert(x, 404, "…")`. */
import type { AssignmentExpression, CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { isContext } from "../reading/receiver.ts";
import { bodyNear, furthest, sourceOf, statusBefore } from "../reading/response-calls.ts";
import { earlierHeaders, laterHeaders } from "../reading/response-headers.ts";
import { responseSite, speaksOfError } from "../reading/response-site.ts";
import { enclosingLists, type StatementPlace } from "../reading/siblings.ts";
import { readThrownArguments } from "../reading/thrown-arguments.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, spanAround } from "../site-draft.ts";

export const koaRecogniser: Recogniser = {
  idiom: "koa",
  sign: /\.(?:status|body)\s*=[^=]|\.(?:throw|assert)\(/,
  kinds: ["assignment", "call"],
  *recognise(node, context) {
    const site =
      node.kind === "assignment"
        ? (siteOfStatus(node, context) ?? siteOfBody(node, context))
        : node.kind === "call"
          ? siteOfThrow(node, context)
          : undefined;
    if (site !== undefined) yield site;
  },
  explain(node, context) {
    if (node.kind !== "call") return undefined;
    const callee = unwrapped(node.callee);
    if (callee.kind !== "member" || !isContext(callee.object, context)) return undefined;
    if (callee.name === "throw") return whyNoStatus(node.arguments[0], context);
    return callee.name === "assert" ? whyNoStatus(node.arguments[1], context) : undefined;
  },
};

/** What `ctx.status` or `ctx.response.status` is a field of; undefined for other targets. */
function ownerOf(assignment: AssignmentExpression, field: string, context: RecogniserContext): Expression | undefined {
  const target = unwrapped(assignment.target);
  if (assignment.operator !== "=" || target.kind !== "member" || target.name !== field) return undefined;
  const owner = unwrapped(target.object);
  if (isContext(owner, context)) return owner;
  return isResponseOfContext(owner, context) || isOldKoa(owner, context) ? owner : undefined;
}

/** `ctx.response`, `context.res` of Azure Functions 3, and `({ response }) => …`, as in Oak. */
function isResponseOfContext(owner: Expression, context: RecogniserContext): boolean {
  if (owner.kind === "member") return /^res(?:ponse)?$/.test(owner.name) && isContext(owner.object, context);
  if (owner.kind !== "identifier" || owner.name !== "response") return false;
  const declaration = context.bindings.declarationOf(owner);
  return declaration?.kind === "parameter" && declaration.path.length === 1;
}

/** The generators of Koa 1 speak of `this`; in a class it is the object's own field. */
function isOldKoa(owner: Expression, context: RecogniserContext): boolean {
  if (owner.kind !== "identifier" || owner.name !== "this") return false;
  if (context.ancestors.some((ancestor) => ancestor.kind === "class")) return false;
  return /\bthis\.body\s*=/.test(context.file.text.slice(Math.max(0, owner.start - 400), owner.start + 400));
}

function siteOfStatus(assignment: AssignmentExpression, context: RecogniserContext): ErrorSite | undefined {
  const owner = ownerOf(assignment, "status", context);
  const status = owner === undefined ? undefined : context.parts.status(assignment.value, { certainty: "likely" });
  if (owner === undefined || status === undefined) return undefined;
  const root = sourceOf(owner, context.file.text);
  const places = enclosingLists(assignment, context.ancestors, context.file);
  const nearest = places[0];
  if (nearest !== undefined && isSetAgain(nearest, root, context)) return undefined;
  const near =
    nearest === undefined ? undefined : bodyNear(nearest, { root, text: context.file.text, backwards: true });
  const request = { file: context.file, root, places, context: { values: context.values, bindings: context.bindings } };
  const earlier = earlierHeaders({ ...request, before: assignment.start });
  const later = laterHeaders(request);
  const headers = {
    headers: [...earlier.headers, ...later.headers],
    complete: earlier.complete && later.complete,
  };
  const site = responseSite(
    { idiom: "koa", node: assignment, span: spanAround(assignment, near?.span), status, body: near?.body, headers },
    context,
  );
  return isKnown(status) || speaksOfError({ ...site, status: undefined }) ? site : undefined;
}

/** Whether the same status gets another value further down, with nothing between that could end or answer before. */
function isSetAgain(place: StatementPlace, root: string, context: RecogniserContext): boolean {
  for (const statement of place.statements.slice(place.index + 1, place.index + furthest)) {
    if (statement.kind === "variable") continue;
    if (statement.kind !== "expression") return false;
    const inner = unwrapped(statement.expression);
    if (inner.kind === "prefix") return false;
    if (isStatusOf(inner, root, context)) return true;
  }
  return false;
}

function isStatusOf(expression: Expression, root: string, context: RecogniserContext): boolean {
  if (expression.kind !== "assignment" || expression.operator !== "=") return false;
  const target = unwrapped(expression.target);
  return target.kind === "member" && target.name === "status" && sourceOf(target.object, context.file.text) === root;
}

/** A body without a status beside it says something only if it is an error's. */
function siteOfBody(assignment: AssignmentExpression, context: RecogniserContext): ErrorSite | undefined {
  const owner = ownerOf(assignment, "body", context);
  if (owner === undefined) return undefined;
  const root = sourceOf(owner, context.file.text);
  const [nearest, ...outer] = enclosingLists(assignment, context.ancestors, context.file);
  if (nearest !== undefined && hasStatusBeside(nearest, root, context)) return undefined;
  const around = outer
    .map((place) => statusBefore(place, root, context.file.text))
    .find((found) => found !== undefined);
  const status = around === undefined ? undefined : context.parts.status(around, { certainty: "weak" });
  const headers = { headers: [], complete: false };
  const site = responseSite(
    { idiom: "koa", node: assignment, span: assignment, status, body: assignment.value, headers },
    context,
  );
  return speaksOfError(site) ? site : undefined;
}

function hasStatusBeside(
  place: ReturnType<typeof enclosingLists>[number],
  root: string,
  context: RecogniserContext,
): boolean {
  return place.statements.slice(Math.max(0, place.index - furthest), place.index + furthest).some((statement) => {
    return statement.kind === "expression" && isStatusOf(unwrapped(statement.expression), root, context);
  });
}

function siteOfThrow(call: CallExpression, context: RecogniserContext): ErrorSite | undefined {
  const callee = unwrapped(call.callee);
  if (callee.kind !== "member" || (callee.name !== "throw" && callee.name !== "assert")) return undefined;
  const object = unwrapped(callee.object);
  const isThis = object.kind === "identifier" && object.name === "this" && callee.name === "throw";
  if (!isThis && !isContext(object, context)) return undefined;
  const all = callee.name === "assert" ? call.arguments.slice(1) : call.arguments;
  const parts = readThrownArguments(all, context);
  if (!isKnown(parts.status) && !isKnown(parts.code)) return undefined;
  return makeSite({ role: "emit", idiom: "koa", span: call, ...parts, context: context.parts.context(call) });
}
