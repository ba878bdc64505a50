/** Recorded answers for clients under test: nock, undici's MockAgent, axios-mock-adapter: `….reply(404, body, headers)`. */
import type { Expression, FunctionExpression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { walkNodes } from "../../syntax/walk.ts";
import type { Span } from "../../text/span.ts";
import type { ErrorSite } from "../model.ts";
import { type Chain, isInsideChain, linkOf, readChain } from "../reading/chain.ts";
import { lastName } from "../reading/names.ts";
import { propertyOf, stringOf } from "../reading/objects.ts";
import { objectBehind } from "../reading/response-init.ts";
import { responseSite, saysFailure } from "../reading/response-site.ts";
import { allReturnedBy, returnedBy } from "../reading/returned.ts";
import { isStatementList } from "../reading/siblings.ts";
import { textBody } from "../reading/text-body.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf } from "../site-draft.ts";

const requests =
  /^(?:get|post|put|patch|delete|head|options|intercept|on(?:Get|Post|Put|Patch|Delete|Any|Head|Options)|matchHeader|query|persist|times|once|twice|defaultReplyHeaders)$/;

export const nockRecogniser: Recogniser = {
  idiom: "nock",
  sign: /\.reply(?:Once|WithFile)?\(/,
  kinds: ["call"],
  *recognise(node, context) {
    if (node.kind !== "call") return;
    if (isInsideChain(node, context.ancestors)) return;
    const chain = readChain(node);
    const reply = linkOf(chain, ...replies);
    if (reply === undefined || !isRecorded(chain)) return;
    const answers = answersIn(reply.name, reply.call.arguments);
    for (const answer of answers) {
      const site = siteOf(answer, node, answers.length > 1, context);
      if (site !== undefined && saysFailure(site)) yield site;
    }
  },
  explain(node, context) {
    if (node.kind !== "call" || isInsideChain(node, context.ancestors)) return undefined;
    const chain = readChain(node);
    const reply = linkOf(chain, ...replies);
    if (reply === undefined) return undefined;
    return isRecorded(chain)
      ? whyNoStatus(reply.call.arguments[0], context)
      : "the answer belongs to no recorded request, such as `.get(…)` or `.intercept(…)`.";
  },
};

const replies = ["reply", "replyOnce", "replyWithFile"] as const;

interface RecordedAnswer {
  readonly span: Span;
  readonly status: Expression | undefined;
  /** What is in a file is not known. */
  readonly body: Expression | "none" | undefined;
  /** Headers, or undici's options with headers in them. */
  readonly init: Expression | undefined;
}

/** `(404, body, headers)`, the body perhaps made by a function, and functions that give `[404, body]` or `{ statusCode, data }`. */
function answersIn(name: string, given: readonly Expression[]): readonly RecordedAnswer[] {
  const [first, second, third] = given;
  if (first === undefined) return [];
  const callback = unwrapped(first);
  if (callback.kind === "function")
    return [...allReturnedBy(callback), ...handedToCallback(callback)].flatMap(answerGiven);
  if (name === "replyWithFile") return [{ span: first, status: first, body: undefined, init: third }];
  const body = returnedBy(second) ?? second ?? "none";
  return [{ span: first, status: first, body, init: third }];
}

/** `(uri, body, done) => { done(null, [404, {…}]) }`. */
function handedToCallback({ body, parameters }: FunctionExpression): readonly Expression[] {
  const last = parameters.at(-1)?.pattern;
  if (last?.kind !== "name" || !isStatementList(body)) return [];
  const handed: Expression[] = [];
  walkNodes(body, (node) => {
    if (node.kind !== "call" || lastName(node.callee) !== last.name) return;
    const [, answer] = node.arguments;
    if (answer !== undefined) handed.push(unwrapped(answer));
  });
  return handed;
}

function answerGiven(given: Expression): readonly RecordedAnswer[] {
  if (given.kind === "array") {
    const [status, body = "none" as const, init] = given.elements;
    return [{ span: given, status, body, init }];
  }
  if (given.kind !== "object") return [];
  const [status, body, init] = ["statusCode", "data", "responseOptions"].map((name) => propertyOf(given, name)?.value);
  return [{ span: given, status, body: body ?? "none", init }];
}

/** The whole chain is the site; of several answers that one function gives, each is one of its own. */
function siteOf(
  answer: RecordedAnswer,
  node: Expression,
  isOneOfMany: boolean,
  context: RecogniserContext,
): ErrorSite | undefined {
  const status = answer.status && context.parts.status(answer.status);
  if (!isKnown(status)) return undefined;
  const { body, init } = answer;
  // undici puts the headers into an object of options.
  const options = init === undefined ? undefined : objectBehind(init, context);
  const headers = context.parts.headers((options && propertyOf(options, "headers")?.value) ?? init);
  const span = isOneOfMany ? answer.span : node;
  const site = responseSite({ idiom: "nock", role: "expect", node, span, status, body, headers }, context);
  const text = body === "none" ? undefined : stringOf(body);
  if (text === undefined || body === undefined || body === "none" || !text.trimStart().startsWith("{")) return site;
  return { ...site, ...textBody(text, body, context, valuesOf(status)) };
}

/** Whether the chain starts at what records answers, or names a request. */
function isRecorded({ root, links }: Chain): boolean {
  const rooted = /^(?:nock|mock|scope|interceptor|mockPool|mockClient|pool|axiosMock)/i.test(lastName(root) ?? "");
  return rooted || links.some((link) => requests.test(link.name));
}
