/** Recorded answers for clients under test: nock, undici's MockAgent, axios-mock-adapter: `….reply(404, body, headers)`. */
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { type Chain, isInsideChain, linkOf, readChain } from "../reading/chain.ts";
import { lastName } from "../reading/names.ts";
import { propertyOf, stringOf } from "../reading/objects.ts";
import { objectBehind } from "../reading/response-init.ts";
import { responseSite, saysFailure } from "../reading/response-site.ts";
import { returnedBy } from "../reading/returned.ts";
import { textBody } from "../reading/text-body.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import type { Recogniser } from "../recogniser.ts";
import { isKnown, valuesOf } from "../site-draft.ts";

const requests =
  /^(?:get|post|put|patch|delete|head|options|intercept|on(?:Get|Post|Put|Patch|Delete|Any|Head|Options)|matchHeader|query|persist|times|once|twice|defaultReplyHeaders)$/;

export const nockRecogniser: Recogniser = {
  idiom: "nock",
  sign: /\.reply(?:Once)?\(/,
  kinds: ["call"],
  *recognise(node, context) {
    if (node.kind !== "call") return;
    if (isInsideChain(node, context.ancestors)) return;
    const chain = readChain(node);
    const reply = linkOf(chain, "reply", "replyOnce");
    if (reply === undefined || !isRecorded(chain)) return;
    const { status: first, body, init } = answerIn(reply.call.arguments);
    if (first === undefined) return;
    const status = context.parts.status(first);
    if (!isKnown(status)) return;
    // undici puts the headers into an object of options.
    const options = init === undefined ? undefined : objectBehind(init, context);
    const headers = context.parts.headers((options && propertyOf(options, "headers")?.value) ?? init);
    const site = responseSite(
      { idiom: "nock", role: "expect", node, span: node, status, body: body ?? "none", headers },
      context,
    );
    const text = body === undefined ? undefined : stringOf(body);
    if (text === undefined || body === undefined || !text.trimStart().startsWith("{"))
      yield* [site].filter(saysFailure);
    else yield* [{ ...site, ...textBody(text, body, context, valuesOf(status)) }].filter(saysFailure);
  },
  explain(node, context) {
    if (node.kind !== "call" || isInsideChain(node, context.ancestors)) return undefined;
    const chain = readChain(node);
    const reply = linkOf(chain, "reply", "replyOnce");
    if (reply === undefined) return undefined;
    return isRecorded(chain)
      ? whyNoStatus(reply.call.arguments[0], context)
      : "the answer belongs to no recorded request, such as `.get(…)` or `.intercept(…)`.";
  },
};

interface RecordedAnswer {
  readonly status: Expression | undefined;
  readonly body: Expression | undefined;
  /** Headers, or undici's options with headers in them. */
  readonly init: Expression | undefined;
}

/** `(404, body, headers)`, the body perhaps made by a function, and functions that give `[404, body]` or `{ statusCode, data }`. */
function answerIn([first, second, third]: readonly Expression[]): RecordedAnswer {
  const given = first !== undefined && unwrapped(first).kind === "function" ? returnedBy(first) : undefined;
  if (given?.kind === "array") return { status: given.elements[0], body: given.elements[1], init: given.elements[2] };
  if (given?.kind === "object") {
    const [status, body, init] = ["statusCode", "data", "responseOptions"].map(
      (name) => propertyOf(given, name)?.value,
    );
    return { status, body, init };
  }
  return { status: first, body: returnedBy(second) ?? second, init: third };
}

/** Whether the chain starts at what records answers, or names a request. */
function isRecorded({ root, links }: Chain): boolean {
  const rooted = /^(?:nock|mock|scope|interceptor|mockPool|mockClient|pool|axiosMock)/i.test(lastName(root) ?? "");
  return rooted || links.some((link) => requests.test(link.name));
}
