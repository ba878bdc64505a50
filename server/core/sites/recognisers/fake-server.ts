/**
 * Answers of faked servers: Sinon (`server.respondWith("GET", "/x", [404, headers, body])`, `xhr.respond(404, headers, body)`)
 * AngularJS (`$httpBackend.whenGET("/x").respond(404, body, headers)`) and Jasmine (`respondWith({ status, responseText })`).
 */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { readChain } from "../reading/chain.ts";
import { asObject, propertyOf } from "../reading/objects.ts";
import { type RecordedAnswer, recordedSite } from "../reading/recorded-site.ts";
import { allReturnedBy } from "../reading/returned.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import { noSites, type Recogniser } from "../recogniser.ts";

export const fakeServerRecogniser: Recogniser = {
  idiom: "fake-server",
  sign: /\.respond(?:With)?\(/,
  kinds: ["call"],
  recognise(node, context) {
    if (node.kind !== "call") return noSites;
    return answersOf(node).flatMap((answer) => recordedSite("fake-server", node, answer, context) ?? []);
  },
  explain(node, context) {
    const [first] = node.kind === "call" ? answersOf(node) : [];
    return first === undefined ? undefined : whyNoStatus(first.status, context);
  },
};

function answersOf(call: CallExpression): readonly RecordedAnswer[] {
  const callee = unwrapped(call.callee);
  if (callee.kind !== "member") return [];
  if (callee.name === "respondWith") return [...ofSinon(listOf(call.arguments.at(-1)), call), ...ofJasmine(call)];
  if (callee.name !== "respond") return [];
  const [first] = call.arguments;
  const isOfAngular = readChain(call).links.some(({ name }) => /^(?:when|expect)(?:[A-Z]\w*)?$/.test(name));
  if (!isOfAngular) return call.arguments.length === 3 ? ofSinon(call.arguments, call) : [];
  const callback = first && unwrapped(first);
  if (callback?.kind !== "function") return ofAngular(call.arguments, call);
  return allReturnedBy(callback).flatMap((one) => ofAngular(listOf(one), one));
}

/** `jasmine.Ajax.requests.mostRecent().respondWith({ status: 503, responseText: "…" })`. */
function ofJasmine(call: CallExpression): readonly RecordedAnswer[] {
  const answer = asObject(call.arguments[0]);
  const status = answer && propertyOf(answer, "status")?.value;
  if (answer === undefined || status === undefined) return [];
  const body = propertyOf(answer, "responseText", "responseJSON")?.value ?? "none";
  return [{ span: call, status, body, headers: propertyOf(answer, "responseHeaders")?.value }];
}

function ofSinon(
  [status, headers, body]: readonly (Expression | undefined)[],
  span: Expression,
): readonly RecordedAnswer[] {
  return status === undefined ? [] : [{ span, status, body: body ?? "none", headers }];
}

function ofAngular(
  [status, body, headers]: readonly (Expression | undefined)[],
  span: Expression,
): readonly RecordedAnswer[] {
  return status === undefined ? [] : [{ span, status, body: body ?? "none", headers }];
}

function listOf(expression: Expression | undefined): readonly (Expression | undefined)[] {
  const inner = expression && unwrapped(expression);
  return inner?.kind === "array" ? inner.elements : [];
}
