/**
 * Methods that a team gives its response, where they cannot be looked into: `res.fail(404, "OVEN_ABSENT")`,
 * `ctx.error("OVEN_HOT", 409)`. The name says failure, and the status is written.
 */
import type { Code } from "../../catalog/model.ts";
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite, Part } from "../model.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import { isKnownStatus } from "../parts/status-names.ts";
import { isContext, isResponseName } from "../reading/receiver.ts";
import { responseSite } from "../reading/response-site.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf } from "../site-draft.ts";

const failing =
  /^(?:fail|failure|error|fault|problem|reject|deny|refuse|(?:send|respond|reply|return|json|api|http)(?:With)?(?:Error|Failure|Fail|Problem)|(?:error|fail(?:ure)?)(?:Response|Json|Reply))$/;

export const responseMethodRecogniser: Recogniser = {
  idiom: "response-method",
  sign: /\.(?:fail|err|fault|problem|reject|deny|refuse|send|respond|reply|return|json|api|http)\w*\(/i,
  kinds: ["call"],
  recognise(node, context) {
    const answer = node.kind === "call" && isFailing(node, context) ? answerOf(node, context) : undefined;
    return answer === undefined || node.kind !== "call" ? noSites : [siteOf(node, answer, context)];
  },
  explain(node, context) {
    if (node.kind !== "call" || !isFailing(node, context) || answerOf(node, context) !== undefined) return undefined;
    return "a response's own method is taken for one that answers where a status of failure (400–599) is among its first two arguments, beside what is said.";
  },
};

function isFailing(call: CallExpression, context: RecogniserContext): boolean {
  const callee = unwrapped(call.callee);
  if (callee.kind !== "member" || !failing.test(callee.name)) return false;
  return isResponseName(callee.object, context.bindings) || isContext(callee.object, context);
}

interface Answer {
  readonly status: Part<number>;
  /** What stands beside the status: a code, a text, a body. */
  readonly said: Expression;
}

/** Status and what is said with it, in either order. */
function answerOf(call: CallExpression, context: RecogniserContext): Answer | undefined {
  const [first, second] = call.arguments;
  if (first === undefined || second === undefined) return undefined;
  const status = failureOf(first, context);
  if (status !== undefined) return { status, said: second };
  const later = failureOf(second, context);
  return later === undefined ? undefined : { status: later, said: first };
}

function failureOf(expression: Expression, { parts }: RecogniserContext): Part<number> | undefined {
  const status = parts.status(expression);
  const isFailure = isKnown(status) && valuesOf(status).every((value) => value >= 400 && isKnownStatus(value));
  return isFailure ? status : undefined;
}

function siteOf(call: CallExpression, { status, said }: Answer, context: RecogniserContext): ErrorSite {
  const headers = { headers: [], complete: false };
  if (unwrapped(said).kind === "object")
    return responseSite({ idiom: "response-method", node: call, span: call, status, body: said, headers }, context);
  const code = codeOf(said, context);
  const text = code === undefined ? said : call.arguments[2];
  return makeSite({
    role: "emit",
    idiom: "response-method",
    span: call,
    status,
    code,
    message: text && context.parts.message(text, { certainty: "likely" }),
    headersComplete: false,
    context: context.parts.context(call),
  });
}

function codeOf(said: Expression, { parts }: RecogniserContext): Part<Code> | undefined {
  const code = parts.code(said, { certainty: "likely" });
  return isKnown(code) && valuesOf(code).every((value) => typeof value === "string" && looksLikeCode(value))
    ? code
    : undefined;
}
