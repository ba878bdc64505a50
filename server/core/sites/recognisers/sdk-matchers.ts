/** Clients that a generator made, which match answers by status: `M.jsonErr([400, 404], ErrorDto$)`, `M.fail(503)`. */
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { mergeParts } from "../reading/condition-atoms.ts";
import { lastName } from "../reading/names.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf } from "../site-draft.ts";

export const sdkMatchersRecogniser: Recogniser = {
  idiom: "sdk-matchers",
  sign: /\bM\.(?:jsonErr|fail)\(/,
  kinds: ["call"],
  recognise(node, context) {
    const callee = node.kind === "call" ? unwrapped(node.callee) : undefined;
    if (node.kind !== "call" || callee?.kind !== "member" || lastName(callee.object) !== "M") return noSites;
    const status = /^(?:\w+Err|fail)$/.test(callee.name) ? statusIn(node.arguments[0], context) : undefined;
    if (!isKnown(status) || !valuesOf(status).some((value) => value >= 400)) return noSites;
    return [
      makeSite({
        role: "handle",
        idiom: "sdk-matchers",
        span: node,
        status,
        headersComplete: false,
        context: context.parts.context(node),
      }),
    ];
  },
};

/** One status or several; whole classes (`"4XX"`) are none. */
function statusIn(given: Expression | undefined, { parts }: RecogniserContext): ErrorSite["status"] {
  const inner = given && unwrapped(given);
  const nodes = inner?.kind === "array" ? inner.elements : [inner];
  return nodes
    .map((node) => node && parts.status(node, { certainty: "certain" }))
    .filter(isKnown)
    .reduce<ErrorSite["status"]>(mergeParts, undefined);
}
