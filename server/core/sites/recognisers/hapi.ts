/** hapi: `h.response({…}).code(404).header("Retry-After", "5")`. */
import { isInsideChain, linkOf, readChain } from "../reading/chain.ts";
import { actionsOfLink } from "../reading/response-calls.ts";
import { headersOfActions } from "../reading/response-headers.ts";
import { responseSite } from "../reading/response-site.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import type { Recogniser } from "../recogniser.ts";
import { isKnown } from "../site-draft.ts";

export const hapiRecogniser: Recogniser = {
  idiom: "hapi",
  sign: /\.response\(/,
  kinds: ["call"],
  *recognise(node, context) {
    if (node.kind !== "call" || isInsideChain(node, context.ancestors)) return;
    const chain = readChain(node);
    const response = linkOf(chain, "response");
    const code = linkOf(chain, "code");
    const [written] = code?.call.arguments ?? [];
    if (response === undefined || written === undefined) return;
    const status = context.parts.status(written);
    if (!isKnown(status)) return;
    const reading = { values: context.values, bindings: context.bindings };
    yield responseSite(
      {
        idiom: "hapi",
        node,
        span: node,
        status,
        body: response.call.arguments[0] ?? "none",
        headers: headersOfActions(chain.links.flatMap(actionsOfLink), reading),
      },
      context,
    );
  },
  explain(node, context) {
    if (node.kind !== "call" || isInsideChain(node, context.ancestors)) return undefined;
    const chain = readChain(node);
    if (linkOf(chain, "response") === undefined) return undefined;
    const code = linkOf(chain, "code");
    return code === undefined
      ? "the answer sets no status with `.code(…)`."
      : whyNoStatus(code.call.arguments[0], context);
  },
};
