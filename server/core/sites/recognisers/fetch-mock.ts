/**
 * Answers of stand-ins for `fetch`: fetch-mock (`fetchMock.get("/x", 503)`, `.postOnce("/x", { status: 409, body })`),
 * jest-fetch-mock and vitest-fetch-mock (`fetchMock.mockResponseOnce(JSON.stringify({…}), { status: 404 })`).
 */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { readChain } from "../reading/chain.ts";
import { lastName } from "../reading/names.ts";
import { propertyOf } from "../reading/objects.ts";
import { recordedSite } from "../reading/recorded-site.ts";
import { objectBehind } from "../reading/response-init.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";

export const fetchMockRecogniser: Recogniser = {
  idiom: "fetch-mock",
  sign: /fetch-?mock|\bmockFetch\b|\.mockResponse/i,
  kinds: ["call"],
  recognise(node, context) {
    const callee = node.kind === "call" ? unwrapped(node.callee) : undefined;
    if (node.kind !== "call" || callee?.kind !== "member" || !isFetchMock(node)) return noSites;
    if (callee.name === "mockResponses") return node.arguments.flatMap((one) => siteOfPair(one, context) ?? []);
    const answer = answerOf(callee.name, node.arguments, context);
    const span = { start: callee.nameSpan.start, end: node.end };
    const site = answer && recordedSite("fetch-mock", node, { ...answer, span, body: answer.body ?? "none" }, context);
    return site === undefined ? noSites : [site];
  },
};

interface Answer {
  readonly status: Expression;
  readonly body: Expression | undefined;
  readonly headers: Expression | undefined;
}

/** `mockResponses([body, { status: 410 }], …)`: one answer after the other. */
function siteOfPair(pair: Expression, context: RecogniserContext): ErrorSite | undefined {
  const inner = unwrapped(pair);
  const answer = inner.kind === "array" ? answerOf("mockResponse", inner.elements, context) : undefined;
  return answer && recordedSite("fetch-mock", inner, { ...answer, span: inner, body: answer.body ?? "none" }, context);
}

const bodyFirst = /^mock(?:Response)?Once$|^mockResponse$/;

/** `JSON.stringify({…})`, where fetch-mock is given an address. */
function isBody(first: Expression): boolean {
  const inner = unwrapped(first);
  return inner.kind === "call" && lastName(inner.callee) === "stringify";
}

const routes = /^(?:mock|once|route|any|anyOnce|sticky|(?:get|post|put|patch|delete|head)(?:Any|AnyOnce|Once)?)$/;

/** fetch-mock is given the answer behind the address, the others the body before the init. */
function answerOf(
  name: string,
  given: readonly (Expression | undefined)[],
  context: RecogniserContext,
): Answer | undefined {
  const [first, second] = given;
  if (first === undefined || second === undefined) return undefined;
  const object = objectBehind(second, context);
  const status = object && propertyOf(object, "status")?.value;
  const headers = object && propertyOf(object, "headers")?.value;
  if (bodyFirst.test(name) || (name === "once" && isBody(first))) return status && { status, body: first, headers };
  if (!routes.test(name)) return undefined;
  if (object === undefined) return { status: second, body: undefined, headers: undefined };
  return status && { status, body: propertyOf(object, "body")?.value, headers };
}

function isFetchMock(call: CallExpression): boolean {
  return /^(?:fetchMock|mockFetch|fetchMocker|fm|fetch)$/.test(lastName(readChain(call).root) ?? "");
}
