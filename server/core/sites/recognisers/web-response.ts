/**
 * The Response of the web platform: `Response.json(body, { status })`, `new Response(JSON.stringify(body), { status })`,
 * and the helpers that frameworks make it with: `json(body, { status })`, `error(404, body)`, `fail(400, body)`.
 */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { isStandIn } from "../reading/stand-in.ts";
import { staticAnswer, webAnswerSite } from "../reading/web-answer.ts";
import { whyNoWebAnswer } from "../reading/why-not.ts";
import type { RecognisedNode, Recogniser, RecogniserContext } from "../recogniser.ts";

export const webResponseRecogniser: Recogniser = {
  idiom: "web-response",
  sign: /Response\b|@sveltejs|remix|react-router|itty-router|@tanstack|@solidjs/,
  kinds: ["call", "new"],
  *recognise(node, context) {
    const site = siteOfClass(node, context) ?? (node.kind === "call" ? siteOfHelper(node, context) : undefined);
    if (site !== undefined) yield site;
  },
  explain(node, context) {
    const answer = staticAnswer(node);
    return answer !== undefined && isResponseClass(answer.owner) ? whyNoWebAnswer(answer, context) : undefined;
  },
};

/** `Response` and classes called after it; those with an idiom of their own are left to it. */
function siteOfClass(node: RecognisedNode, context: RecogniserContext): ErrorSite | undefined {
  const answer = staticAnswer(node);
  if (answer === undefined || !isResponseClass(answer.owner)) return undefined;
  return webAnswerSite(
    {
      idiom: "web-response",
      role: isStandIn(node, context) ? "expect" : "emit",
      node,
      span: node,
      body: answer.body,
      init: answer.init,
    },
    context,
  );
}

function isResponseClass(name: string): boolean {
  // `HttpServerResponse` is Effect's (@effect/platform).
  return (
    name === "Response" ||
    name === "HttpServerResponse" ||
    name === "JsonResponse" ||
    name === "JSONResponse" ||
    name === "Response$1"
  );
}

/** Packages whose functions answer, and how their arguments stand. */
const helpers: readonly { readonly from: RegExp; readonly bodyFirst: RegExp; readonly statusFirst: RegExp }[] = [
  { from: /^@sveltejs\/kit$/, bodyFirst: /^(?:json|text)$/, statusFirst: /^(?:error|fail)$/ },
  {
    from: /^(?:@remix-run\/|@vercel\/remix|react-router|@react-router\/)/,
    bodyFirst: /^(?:json|data)$/,
    statusFirst: /^$/,
  },
  { from: /^remix-typedjson$/, bodyFirst: /^typedjson$/, statusFirst: /^$/ },
  { from: /^itty-router/, bodyFirst: /^(?:json|text|html)$/, statusFirst: /^(?:error|status)$/ },
  { from: /^(?:@tanstack\/|@solidjs\/start)/, bodyFirst: /^json$/, statusFirst: /^$/ },
];

function siteOfHelper(call: CallExpression, context: RecogniserContext): ErrorSite | undefined {
  const callee = unwrapped(call.callee);
  if (callee.kind !== "identifier" || !/^(?:json|typedjson|text|html|data|error|fail|status)$/.test(callee.name))
    return undefined;
  const origin = context.bindings.declarationOf(callee);
  if (origin?.kind !== "import") return undefined;
  const helper = helpers.find(({ from }) => from.test(origin.specifier));
  const [first, second] = call.arguments;
  if (helper === undefined || first === undefined) return undefined;
  const arranged = arrange(origin.imported, first, second, helper);
  if (arranged === undefined) return undefined;
  return webAnswerSite(
    { idiom: "web-response", role: isStandIn(call, context) ? "expect" : "emit", node: call, span: call, ...arranged },
    context,
  );
}

function arrange(
  name: string,
  first: Expression,
  second: Expression | undefined,
  helper: (typeof helpers)[number],
): { readonly body: Expression | undefined; readonly init: Expression | undefined } | undefined {
  if (helper.bodyFirst.test(name)) return { body: first, init: second };
  return helper.statusFirst.test(name) ? { body: second, init: first } : undefined;
}
