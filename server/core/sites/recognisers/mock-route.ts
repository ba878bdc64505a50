/**
 * Routes of mocked servers in development (vite-plugin-mock and its kin): `{ url, method, statusCode: 403, response: {…} }`.
 * Their bodies mostly carry numbers of their own, beside a status that is always 200.
 */
import type { Expression, ObjectLiteral } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { branchesOf } from "../parts/branches.ts";
import { lastName, wordsOf } from "../reading/names.ts";
import { asObject, propertyOf } from "../reading/objects.ts";
import { responseSite } from "../reading/response-site.ts";
import { allReturnedBy } from "../reading/returned.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf } from "../site-draft.ts";

export const mockRouteRecogniser: Recogniser = {
  idiom: "mock-route",
  sign: /vite-plugin-(?:mock|fake-server)|\bMockMethod\b|\bdefine(?:Mock|FakeRoute)\w*\(/,
  kinds: ["object"],
  recognise(node, context) {
    if (node.kind !== "object" || propertyOf(node, "url") === undefined) return noSites;
    const response = node.members.find((member) => member.kind !== "spread" && member.key.name === "response");
    if (response === undefined || response.kind === "spread") return noSites;
    return bodiesOf(response.value).flatMap((body) => siteOf(node, body, context) ?? []);
  },
};

function bodiesOf(response: Expression): readonly Expression[] {
  const inner = unwrapped(response);
  return inner.kind === "function" ? allReturnedBy(inner) : branchesOf(inner);
}

function siteOf(route: ObjectLiteral, body: Expression, context: RecogniserContext): ErrorSite | undefined {
  const written = propertyOf(route, "statusCode")?.value;
  const status = written && context.parts.status(written);
  const fails = valuesOf(status).some((value) => value >= 400);
  if (!fails && !saysFailure(body)) return undefined;
  const headers = { headers: [], complete: false };
  const span = fails ? route : body;
  const site = responseSite(
    { idiom: "mock-route", role: "expect", node: route, span, status: fails ? status : undefined, body, headers },
    context,
  );
  return fails || (isKnown(site.code) && site.code.certainty !== "weak") ? site : undefined;
}

/** Without a status of failure: what is said and given no data, or made by a function that says so by its name. */
function saysFailure(body: Expression): boolean {
  const inner = unwrapped(body);
  if (inner.kind === "call") {
    return wordsOf(lastName(inner.callee) ?? "").some((word) => /^(?:err|error|fail|failed|failure)$/.test(word));
  }
  const object = asObject(inner);
  if (object === undefined || propertyOf(object, "message", "msg") === undefined) return false;
  const data = propertyOf(object, "data", "result")?.value;
  return data === undefined || isEmpty(unwrapped(data));
}

function isEmpty(value: Expression): boolean {
  if (value.kind === "object") return value.members.length === 0;
  if (value.kind === "array") return value.elements.length === 0;
  return value.kind === "keyword" && value.value === null;
}
