/**
 * Contracts that list answers by status: `responses: { 404: z.object({ code: z.literal("NO_POST") }) }` of ts-rest,
 * zod-openapi and OpenAPI objects in code, `response: { 404: … }` of Fastify's and Elysia's schemas.
 */
import type { ObjectLiteral, Property } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite, Part } from "../model.ts";
import { namesFailure } from "../parts/code-shapes.ts";
import { statusOfKey } from "../reading/keyed-parts.ts";
import { nameOfValue } from "../reading/name-of-value.ts";
import { schemaCode } from "../reading/schema-code.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf } from "../site-draft.ts";

export const contractRecogniser: Recogniser = {
  idiom: "contract",
  sign: /\bresponses?\b|Responses\b/,
  kinds: ["object"],
  recognise(node, context) {
    if (node.kind !== "object" || !/^response$|(?:^r|R)esponses$/.test(nameOfValue(node, context.ancestors) ?? "")) {
      return noSites;
    }
    return sitesOf(node, context);
  },
};

/** One site for each status; none where any member is something else. */
function sitesOf(object: ObjectLiteral, context: RecogniserContext): readonly ErrorSite[] {
  const sites: ErrorSite[] = [];
  for (const member of object.members) {
    if (member.kind === "spread") continue;
    if (member.kind !== "property" || !describes(member)) return noSites;
    const status = statusOf(member, context);
    if (isKnown(status)) sites.push(siteOf(member, status, context));
    else if (!/^default$|^[1-5]XX$/i.test(member.key.name ?? "")) return noSites;
  }
  return sites;
}

/** A text or a number beside a status is a table of something else. */
function describes({ value, shorthand }: Property): boolean {
  return !shorthand && ["object", "call", "new", "identifier", "member", "index"].includes(unwrapped(value).kind);
}

function statusOf({ key }: Property, context: RecogniserContext): Part<number> | undefined {
  return key.computed === undefined
    ? statusOfKey(key, "certain", context.uri)
    : context.parts.status(key.computed, { certainty: "likely" });
}

function siteOf(property: Property, status: Part<number>, context: RecogniserContext): ErrorSite {
  return makeSite({
    role: "document",
    idiom: "contract",
    span: property,
    status,
    code: codeOf(property, status, context),
    headersComplete: false,
    context: context.parts.context(property.value),
  });
}

/** The code in what goes out as a success is that of a thing, a voucher or a country, unless it says that something failed. */
function codeOf({ value }: Property, status: Part<number>, context: RecogniserContext): ErrorSite["code"] {
  const code = schemaCode(value, context);
  if (valuesOf(status).some((one) => one >= 400)) return code;
  return valuesOf(code).some((one) => typeof one === "string" && namesFailure(one)) ? code : undefined;
}
