/** Recorded answers for clients under test: nock, undici's MockAgent, axios-mock-adapter: `….reply(404, body, headers)`. */
import type { Expression, FunctionExpression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { walkNodes } from "../../syntax/walk.ts";
import { type Chain, isInsideChain, linkOf, readChain } from "../reading/chain.ts";
import { lastName } from "../reading/names.ts";
import { propertyOf } from "../reading/objects.ts";
import { type RecordedAnswer, recordedSite } from "../reading/recorded-site.ts";
import { objectBehind } from "../reading/response-init.ts";
import { allReturnedBy, returnedBy } from "../reading/returned.ts";
import { isStatementList } from "../reading/siblings.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";

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
    const recorded = chain.links.filter(({ name }) => replies.some((reply) => reply === name));
    if (recorded.length === 0 || !isRecorded(chain)) return;
    const answers = recorded.flatMap(({ name, call }) => answersIn(name, call.arguments));
    for (const answer of answers) {
      // The whole chain is the site; of several answers in it, each is one of its own.
      const span = answers.length > 1 ? answer.span : node;
      const site = recordedSite(
        "nock",
        node,
        { ...answer, span, headers: headersOf(answer.headers, context) },
        context,
      );
      if (site !== undefined) yield site;
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

/** `(404, body, headers)`, the body perhaps made by a function, and functions that give `[404, body]` or `{ statusCode, data }`. */
function answersIn(name: string, given: readonly Expression[]): readonly RecordedAnswer[] {
  const [first, second, third] = given;
  if (first === undefined) return [];
  const callback = unwrapped(first);
  if (callback.kind === "function")
    return [...allReturnedBy(callback), ...handedToCallback(callback)].flatMap(answerGiven);
  if (name === "replyWithFile") return [{ span: first, status: first, body: undefined, headers: third }];
  const body = returnedBy(second) ?? second ?? "none";
  return [{ span: first, status: first, body, headers: third }];
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
    const [status, body = "none" as const, headers] = given.elements;
    return [{ span: given, status, body, headers }];
  }
  if (given.kind !== "object") return [];
  const [status, body, headers] = ["statusCode", "data", "responseOptions"].map(
    (name) => propertyOf(given, name)?.value,
  );
  return [{ span: given, status, body: body ?? "none", headers }];
}

/** undici puts the headers into an object of options. */
function headersOf(init: Expression | undefined, context: RecogniserContext): Expression | undefined {
  const options = init === undefined ? undefined : objectBehind(init, context);
  return (options && propertyOf(options, "headers")?.value) ?? init;
}

/** Whether the chain starts at what records answers, or names a request. */
function isRecorded({ root, links }: Chain): boolean {
  const rooted = /^(?:nock|mock|scope|interceptor|mockPool|mockClient|pool|axiosMock)/i.test(lastName(root) ?? "");
  return rooted || links.some((link) => requests.test(link.name));
}
