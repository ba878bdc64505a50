/** What a provider will answer, in the builders of Pact: `.willRespondWith(400, (builder) => builder.jsonBody({…}))`. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { walkNodes } from "../../syntax/walk.ts";
import { lastName } from "../reading/names.ts";
import { responseSite, saysFailure } from "../reading/response-site.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import { noSites, type Recogniser } from "../recogniser.ts";
import { isKnown } from "../site-draft.ts";

export const pactRecogniser: Recogniser = {
  idiom: "pact",
  sign: /\.willRespondWith\(/,
  kinds: ["call"],
  recognise(node, context) {
    if (node.kind !== "call" || lastName(node.callee) !== "willRespondWith") return noSites;
    const [first, builder] = node.arguments;
    const status = first === undefined ? undefined : context.parts.status(first);
    if (!isKnown(status)) return noSites;
    const site = responseSite(
      {
        idiom: "pact",
        role: "expect",
        node,
        span: { start: first?.start ?? node.start, end: node.end },
        status,
        body: builder === undefined ? "none" : bodyBuiltIn(builder),
        headers: { headers: [], complete: false },
      },
      context,
    );
    return saysFailure(site) ? [site] : noSites;
  },
  explain(node, context) {
    if (node.kind !== "call" || lastName(node.callee) !== "willRespondWith") return undefined;
    return whyNoStatus(node.arguments[0], context);
  },
};

/** What the builder is given as a body, wherever in the function it is called. */
function bodyBuiltIn(builder: Expression): Expression | undefined {
  const bodies: CallExpression[] = [];
  walkNodes([unwrapped(builder)], (node) => {
    if (node.kind === "call" && /^(?:jsonBody|body)$/.test(lastName(node.callee) ?? "")) bodies.push(node);
    return undefined;
  });
  const [only, ...more] = bodies;
  if (only === undefined || more.length > 0) return undefined;
  return lastName(only.callee) === "body" ? (only.arguments[1] ?? only.arguments[0]) : only.arguments[0];
}
