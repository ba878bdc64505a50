/** Answers that Cypress gives in place of a server: `cy.intercept("/x", { statusCode: 409, body })`, `req.reply(401, body)`. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { lastName, rootOf } from "../reading/names.ts";
import { propertyOf } from "../reading/objects.ts";
import { objectBehind } from "../reading/response-init.ts";
import { responseSite, saysFailure } from "../reading/response-site.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isKnown } from "../site-draft.ts";

export const cypressRecogniser: Recogniser = {
  idiom: "cypress",
  sign: /\bcy\.(?:intercept|route)\(/,
  kinds: ["call"],
  recognise(node, context) {
    const answer = node.kind === "call" ? answerOfCall(node, context) : undefined;
    const site = answer === undefined || node.kind !== "call" ? undefined : siteOf(node, answer, context);
    return site !== undefined && saysFailure(site) ? [site] : noSites;
  },
  explain(node, context) {
    if (node.kind !== "call" || lastName(node.callee) !== "intercept") return undefined;
    const answer = answerOfCall(node, context);
    return answer === undefined
      ? "an intercept answers with an object that has `statusCode`."
      : whyNoStatus(answer.status, context);
  },
};

interface Given {
  readonly status: Expression;
  readonly body: Expression | undefined;
  readonly headers: Expression | undefined;
}

/** The last argument of an intercept is its answer; a reply is given one, or a status and a body. */
function answerOfCall(call: CallExpression, context: RecogniserContext): Given | undefined {
  const callee = unwrapped(call.callee);
  if (callee.kind !== "member") return undefined;
  if (callee.name === "route" && lastName(callee.object) === "cy") return answerOfRoute(call, context);
  if (callee.name === "intercept" && lastName(rootOf(callee.object)) === "cy") {
    return answerIn(call.arguments.at(-1), context);
  }
  if ((callee.name !== "reply" && callee.name !== "send") || !isInIntercept(context)) return undefined;
  const [first, body, headers] = call.arguments;
  if (first === undefined) return undefined;
  return answerIn(first, context) ?? { status: first, body, headers };
}

/** `cy.route({ url, status: 409, response: { code } })`, as before version 12. */
function answerOfRoute(call: CallExpression, context: RecogniserContext): Given | undefined {
  const object = objectBehind(call.arguments.at(-1), context);
  const status = object && propertyOf(object, "status")?.value;
  return (
    object &&
    status && { status, body: propertyOf(object, "response")?.value, headers: propertyOf(object, "headers")?.value }
  );
}

function answerIn(argument: Expression | undefined, context: RecogniserContext): Given | undefined {
  const object = objectBehind(argument, context);
  const status = object && propertyOf(object, "statusCode")?.value;
  if (object === undefined || status === undefined) return undefined;
  return { status, body: propertyOf(object, "body")?.value, headers: propertyOf(object, "headers")?.value };
}

function isInIntercept({ ancestors }: RecogniserContext): boolean {
  return ancestors.some((outer) => outer.kind === "call" && lastName(outer.callee) === "intercept");
}

function siteOf(node: CallExpression, given: Given, context: RecogniserContext): ErrorSite | undefined {
  const status = context.parts.status(given.status);
  if (!isKnown(status)) return undefined;
  const headers = context.parts.headers(given.headers);
  return responseSite(
    { idiom: "cypress", role: "expect", node, span: node, status, body: given.body ?? "none", headers },
    context,
  );
}
