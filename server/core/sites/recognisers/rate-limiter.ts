/** Options of rate limiters (express-rate-limit, @fastify/rate-limit, koa-ratelimit): which answer they give when they refuse. */
import type { CallExpression, Expression, NewExpression, ObjectLiteral } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { lastName } from "../reading/names.ts";
import { hasMember, propertyOf, stringOf } from "../reading/objects.ts";
import { objectBehind } from "../reading/response-init.ts";
import { returnedBy } from "../reading/returned.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf } from "../site-draft.ts";

const limiterName = /rate[-_]?limit|^limiter$|slowDown|throttle|^ratelimit/i;
const limiterOptions = [
  "windowMs",
  "timeWindow",
  "max",
  "limit",
  "limiter",
  "keyGenerator",
  "duration",
  "points",
  "window",
];

export const rateLimiterRecogniser: Recogniser = {
  idiom: "rate-limiter",
  sign: /rate[-_]?limit|limiter|slowDown|throttle/i,
  kinds: ["call", "new"],
  *recognise(node, context) {
    if (node.kind !== "call" && node.kind !== "new") return;
    const options = optionsOf(node, context);
    if (options === undefined) return;
    const site = siteOf(node, options, context);
    if (site !== undefined) yield site;
  },
  explain(node, context) {
    if (node.kind !== "call" && node.kind !== "new") return undefined;
    if (!limiterName.test(lastName(node.callee) ?? "")) return undefined;
    return optionsOf(node, context) === undefined
      ? `the name is a rate limiter's, but its options (${limiterOptions.slice(0, 3).join(", ")}, …) are not written here.`
      : "the limiter's options set neither a status nor a code.";
  },
};

function optionsOf(node: CallExpression | NewExpression, context: RecogniserContext): ObjectLiteral | undefined {
  const names = [
    lastName(node.callee),
    ...node.arguments.map((argument) => (isName(argument) ? lastName(argument) : packageOf(argument))),
  ];
  if (!names.some((name) => name !== undefined && limiterName.test(name))) return undefined;
  for (const argument of node.arguments) {
    const object = objectBehind(argument, context);
    if (object !== undefined && limiterOptions.some((name) => hasMember(object, name))) return object;
  }
  return undefined;
}

/** `register(require("@fastify/rate-limit"), {…})`, `register(import("@fastify/rate-limit"), {…})`. */
function packageOf(expression: Expression): string | undefined {
  const inner = unwrapped(expression);
  if (inner.kind !== "call" || !/^(?:require|import)$/.test(lastName(inner.callee) ?? "")) return undefined;
  return stringOf(inner.arguments[0]);
}

function isName(expression: Expression): boolean {
  const { kind } = unwrapped(expression);
  return kind === "identifier" || kind === "member";
}

function siteOf(node: Expression, options: ObjectLiteral, context: RecogniserContext): ErrorSite | undefined {
  const statusField = propertyOf(options, "statusCode", "status", "responseStatusCode");
  const own = statusField === undefined ? undefined : context.parts.status(statusField.value);
  const refusal = refusalOf(options);
  const body = refusal === undefined ? undefined : context.parts.body(refusal);
  const found =
    body === undefined || refusal === undefined ? undefined : context.parts.inBody(body, refusal, valuesOf(own));
  const status = own ?? found?.status;
  if (!isKnown(status) && !isKnown(found?.code)) return undefined;
  const headers = context.parts.headers(propertyOf(options, "headers")?.value);
  return makeSite({
    role: "emit",
    idiom: "rate-limiter",
    span: node,
    status,
    code: found?.code,
    message: found?.message,
    headers: headers.headers,
    // Limiters add Retry-After and the RateLimit fields by themselves.
    headersComplete: false,
    body,
    context: ["rate limit", ...context.parts.context(node)],
  });
}

/** What the limiter answers with: an option, or what a function returns. */
function refusalOf(options: ObjectLiteral): Expression | undefined {
  const message = propertyOf(options, "message", "errorMessage");
  if (message !== undefined) return returnedBy(message.value) ?? message.value;
  const builder = options.members.find(
    (member) => member.kind !== "spread" && member.key.name === "errorResponseBuilder",
  );
  return builder === undefined || builder.kind === "spread" ? undefined : returnedBy(builder.value);
}
