/**
 * Answers by methods that are named after their status: Adonis (`response.forbidden(body)`, `response.abort(body, 400)`),
 * Sails (`res.notFound()`), @fastify/sensible (`reply.tooManyRequests("…")`), Strapi (`ctx.badRequest("…", details)`).
 */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite, Part } from "../model.ts";
import { lastName } from "../reading/names.ts";
import { stringOf } from "../reading/objects.ts";
import { isContext, isResponseName } from "../reading/receiver.ts";
import { sourceOf } from "../reading/response-calls.ts";
import { earlierHeaders } from "../reading/response-headers.ts";
import { responseSite } from "../reading/response-site.ts";
import { enclosingLists } from "../reading/siblings.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown } from "../site-draft.ts";

/** Adonis 6, Sails 1, @fastify/sensible 6, Strapi 5: the methods of failures; successes hand on data and say nothing of errors. */
const statuses: ReadonlyMap<string, number> = new Map([
  ["badRequest", 400],
  ["unauthorized", 401],
  ["paymentRequired", 402],
  ["forbidden", 403],
  ["notFound", 404],
  ["methodNotAllowed", 405],
  ["notAcceptable", 406],
  ["requestTimeout", 408],
  ["conflict", 409],
  ["gone", 410],
  ["lengthRequired", 411],
  ["preconditionFailed", 412],
  ["requestEntityTooLarge", 413],
  ["payloadTooLarge", 413],
  ["requestUriTooLong", 414],
  ["unsupportedMediaType", 415],
  ["requestedRangeNotSatisfiable", 416],
  ["expectationFailed", 417],
  ["unprocessableEntity", 422],
  ["locked", 423],
  ["tooManyRequests", 429],
  ["internalServerError", 500],
  ["serverError", 500],
  ["notImplemented", 501],
  ["badGateway", 502],
  ["serviceUnavailable", 503],
  ["gatewayTimeout", 504],
  ["httpVersionNotSupported", 505],
]);

export const namedAnswerRecogniser: Recogniser = {
  idiom: "named-answer",
  sign: new RegExp(`\\.(?:${[...statuses.keys()].join("|")}|abort|abortIf|abortUnless)\\(`),
  kinds: ["call"],
  *recognise(node, context) {
    const answer = node.kind === "call" ? answerOf(node, context) : undefined;
    if (answer === undefined || node.kind !== "call") return;
    const { root, status, body } = answer;
    const places = enclosingLists(node, context.ancestors, context.file);
    const reading = { values: context.values, bindings: context.bindings };
    const headers = earlierHeaders({
      file: context.file,
      root: sourceOf(root, context.file.text),
      places,
      before: node.start,
      context: reading,
    });
    yield responseSite({ idiom: "named-answer", node, span: node, status, body: body ?? "none", headers }, context);
  },
  explain(node, context) {
    const callee = node.kind === "call" ? unwrapped(node.callee) : undefined;
    if (callee?.kind !== "member" || !statuses.has(callee.name) || !/^re[sp]/i.test(lastName(callee.object) ?? ""))
      return undefined;
    return isResponseName(callee.object, context.bindings)
      ? undefined
      : "the object is not known to be a response: it is declared as something else.";
  },
};

/** What is given; details after a text say more than it. */
function bodyOf({ arguments: [first, second] }: CallExpression): Expression | undefined {
  const isDetailed = first !== undefined && stringOf(first) !== undefined && second?.kind === "object";
  return isDetailed ? second : first;
}

interface NamedAnswer {
  readonly root: Expression;
  readonly status: ErrorSite["status"];
  readonly body: Expression | undefined;
}

function answerOf(call: CallExpression, context: RecogniserContext): NamedAnswer | undefined {
  const callee = unwrapped(call.callee);
  if (callee.kind !== "member") return undefined;
  const root = callee.object;
  if (!isResponseName(root, context.bindings) && !isContext(root, context)) return undefined;
  const implied = (status: number): Part<number> =>
    context.parts.impliedStatus(status, callee.nameSpan, `\`${callee.name}\``);
  const named = statuses.get(callee.name);
  if (named !== undefined) return { root, status: implied(named), body: bodyOf(call) };
  const given = callee.name === "abort" ? call.arguments : call.arguments.slice(1);
  if (!/^abort(?:If|Unless)?$/.test(callee.name) || given[0] === undefined) return undefined;
  const written = given[1];
  const status = written === undefined ? implied(400) : context.parts.status(written);
  return isKnown(status) ? { root, status, body: given[0] } : undefined;
}
