/**
 * Answers that runners of browsers give in place of a server: TestCafe (`.onRequestTo(url).respond(body, 404, headers)`)
 * and WebdriverIO (`mock.respond(body, { statusCode: 409, headers })`).
 */
import type { CallExpression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { readChain } from "../reading/chain.ts";
import { propertyOf } from "../reading/objects.ts";
import { type RecordedAnswer, recordedSite } from "../reading/recorded-site.ts";
import { objectBehind } from "../reading/response-init.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";

export const browserMockRecogniser: Recogniser = {
  idiom: "browser-mock",
  sign: /\.respond(?:Once)?\(/,
  kinds: ["call"],
  recognise(node, context) {
    const answer = node.kind === "call" ? answerOf(node, context) : undefined;
    const site = answer && recordedSite("browser-mock", node, answer, context);
    return site === undefined ? noSites : [site];
  },
};

function answerOf(call: CallExpression, context: RecogniserContext): RecordedAnswer | undefined {
  const callee = unwrapped(call.callee);
  if (callee.kind !== "member" || !/^respond(?:Once)?$/.test(callee.name)) return undefined;
  const [first, second, third] = call.arguments;
  const span = { start: callee.nameSpan.start, end: call.end };
  const body = first !== undefined && isNull(first) ? ("none" as const) : first;
  if (readChain(call).links.some(({ name }) => name === "onRequestTo"))
    return second && { span, status: second, body, headers: third };
  const options = objectBehind(second, context);
  const status = options && propertyOf(options, "statusCode")?.value;
  return options && status && { span, status, body, headers: propertyOf(options, "headers")?.value };
}

function isNull(body: CallExpression["arguments"][number]): boolean {
  const inner = unwrapped(body);
  return inner.kind === "keyword" && inner.value === null;
}
