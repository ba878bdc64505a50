/**
 * Answers as plain objects with `status`: Azure Functions (`{ status, jsonBody }`, `context.res = { status, body }`),
 * ts-rest (`{ status: 404, body }`), axios errors in mocks (`response: { status, data }`), faked fetch answers
 * (`{ ok: false, status: 409, json: async () => ({…}) }`).
 */
import type { Expression, ObjectLiteral, Property } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { answerObjectSite, isGivenBack, isWholeAnswer } from "../reading/answer-object.ts";
import { memberAround } from "../reading/keyed-parts.ts";
import { lastName } from "../reading/names.ts";
import { hasMember, propertyOf, stringOf } from "../reading/objects.ts";
import { returnedBy } from "../reading/returned.ts";
import { isStandIn, isTestFile } from "../reading/stand-in.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf } from "../site-draft.ts";

export const answerObjectRecogniser: Recogniser = {
  idiom: "answer-object",
  sign: /\bstatus\b/,
  kinds: ["object"],
  recognise(node, context) {
    if (node.kind !== "object") return noSites;
    const status = propertyOf(node, "status");
    const carried = status === undefined ? undefined : carriedBody(node, context);
    if (status === undefined || carried === undefined) return noSites;
    const { body, role } = carried;
    const site = answerObjectSite(node, { idiom: "answer-object", status, body, certainty: "likely", role }, context);
    if (site === undefined || !isKnown(site.status)) return noSites;
    const failed = valuesOf(site.status).some((value) => value >= 400);
    const isAzure = isAnswerOfAzure(node, context) || (hasMember(node, "jsonBody") && azure.test(context.file.text));
    const isContracts = body !== undefined && contracts.test(context.file.text);
    return failed || isAzure || isContracts || (isKnown(site.code) && site.code.certainty === "certain")
      ? [site]
      : noSites;
  },
  explain(node, context) {
    const status = node.kind === "object" ? propertyOf(node, "status") : undefined;
    if (node.kind !== "object" || status === undefined) return undefined;
    return carriedBody(node, context) === undefined
      ? "an object with `status` is an answer with a `body`, a `jsonBody`, a `json` or, where it is given back, a `response` beside it."
      : whyNoStatus(status.value, context);
  },
};

/** Files of Azure Functions, whose handlers give back such objects for successes, too, and without a body. */
const azure = /@azure\/functions|\bHttpResponseInit\b/;

/** An object that is returned with nothing but a status, or that becomes `context.res`, as in the older functions. */
function isAnswerOfAzure(object: ObjectLiteral, context: RecogniserContext): boolean {
  if (isWholeAnswer(object, context)) return azure.test(context.file.text);
  const outer = context.ancestors.at(-1);
  const target = outer?.kind === "assignment" && outer.value === object ? unwrapped(outer.target) : undefined;
  return target?.kind === "member" && target.name === "res" && lastName(target.object) === "context";
}

/** Files of ts-rest, whose handlers give back nothing but such objects. */
const contracts = /["']@ts-rest\//;

interface Carried {
  readonly body: Expression | undefined;
  readonly role: "expect" | undefined;
}

/** `{ text, status, headers }` is an answer; among more fields, a text is one of a thing's own. */
const mostBesideText = 3;

/** What holds the body, where the shape of the object is that of an answer. */
function carriedBody(object: ObjectLiteral, context: RecogniserContext): Carried | undefined {
  const json = object.members.find((member) => member.kind !== "spread" && member.key.name === "json");
  if (json !== undefined && json.kind !== "spread") {
    const returned = returnedBy(json.value);
    if (returned !== undefined) return { body: returned, role: "expect" };
    if (isFulfilment(object, context)) return { body: json.value, role: "expect" };
  }
  const body = propertyOf(object, "jsonBody", "body");
  if (body !== undefined) return { body: body.value, role: undefined };
  if (isAnswerOfAzure(object, context)) return { body: undefined, role: undefined };
  if (isFulfilment(object, context)) return { body: undefined, role: "expect" };
  const text = propertyOf(object, "text");
  if (text !== undefined && stringOf(text.value) !== undefined && object.members.length <= mostBesideText) {
    return { body: text.value, role: undefined };
  }
  // `return { response: "User not found.", status: 404 }`, which a route then sends.
  const response = propertyOf(object, "response");
  if (response !== undefined && object.members.length <= mostBesideText && isGivenBack(object, context)) {
    return { body: response.value, role: undefined };
  }
  const isFetched = hasMember(object, "headers") || hasMember(object, "statusText") || isReader(text);
  if (hasMember(object, "ok") && (isFetched || isStandIn(object, context))) return { body: undefined, role: "expect" };
  const data = propertyOf(object, "data", "_data");
  const isResponse = isNamedResponse(object, context);
  if (data !== undefined && isResponse) return { body: data.value, role: "expect" };
  // `mockRejectedValue({ response: { status: 404 } })`, `testedResponse: { status: 500 }`
  if (isResponse && (isTestFile(context.uri) || isStandIn(object, context))) return { body: undefined, role: "expect" };
  return undefined;
}

/** `text: async () => "…"`, as an answer of `fetch` has it. */
function isReader(text: Property | undefined): boolean {
  return text !== undefined && returnedBy(text.value) !== undefined;
}

/** Playwright's `route.fulfill({ status, json })`, Pact's `willRespondWith: { status }`. */
function isFulfilment(object: ObjectLiteral, { ancestors }: RecogniserContext): boolean {
  const outer = ancestors.at(-1);
  if (outer?.kind === "call") return /^(?:fulfill|willRespondWith)$/.test(lastName(outer.callee) ?? "");
  const member = outer?.kind === "object" ? memberAround(outer, object) : undefined;
  return member !== undefined && member.kind !== "spread" && member.key.name === "willRespondWith";
}

/** `response: { … }`, `const response = { … }`, `context.res = { … }`. */
function isNamedResponse(object: ObjectLiteral, context: RecogniserContext): boolean {
  const outer = context.ancestors.findLast(({ kind }) => kind !== "wrapped");
  const isName = (name: string | undefined) => name !== undefined && /^(?:res|response|.*Response)$/.test(name);
  if (outer?.kind === "object") {
    const member = memberAround(outer, object);
    return member !== undefined && member.kind !== "spread" && isName(member.key.name);
  }
  if (outer?.kind === "assignment") {
    const target = unwrapped(outer.target);
    return (target.kind === "member" || target.kind === "identifier") && isName(target.name);
  }
  if (outer?.kind === "new") return lastName(outer.callee) === "AxiosError";
  if (outer?.kind !== "variable") return false;
  return outer.declarators.some(
    ({ initializer, pattern }) =>
      initializer !== undefined && unwrapped(initializer) === object && pattern.kind === "name" && isName(pattern.name),
  );
}
