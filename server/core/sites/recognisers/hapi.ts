/** hapi: `h.response({…}).code(404).header("Retry-After", "5")`, and before version 17 `reply({…}).code(404)`. */
import type { CallExpression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { type Chain, isInsideChain, linkOf, readChain } from "../reading/chain.ts";
import { actionsOfLink } from "../reading/response-calls.ts";
import { headersOfActions } from "../reading/response-headers.ts";
import { responseSite } from "../reading/response-site.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown } from "../site-draft.ts";

export const hapiRecogniser: Recogniser = {
  idiom: "hapi",
  sign: /\.response\(|\breply\(/,
  kinds: ["call"],
  *recognise(node, context) {
    if (node.kind !== "call" || isInsideChain(node, context.ancestors)) return;
    const chain = readChain(node);
    const response = responseIn(chain, context);
    const code = linkOf(chain, "code");
    const [written] = code?.call.arguments ?? [];
    if (response === undefined || written === undefined) return;
    const [first, second] = response.arguments;
    const isLeftOut = first !== undefined && unwrapped(first).kind === "keyword";
    const status = context.parts.status(written);
    if (!isKnown(status)) return;
    const reading = { values: context.values, bindings: context.bindings };
    yield responseSite(
      {
        idiom: "hapi",
        node,
        span: node,
        status,
        body: (isLeftOut ? (second ?? first) : first) ?? "none",
        headers: headersOfActions(chain.links.flatMap(actionsOfLink), reading),
      },
      context,
    );
  },
  explain(node, context) {
    if (node.kind !== "call" || isInsideChain(node, context.ancestors)) return undefined;
    const chain = readChain(node);
    if (responseIn(chain, context) === undefined) return undefined;
    const code = linkOf(chain, "code");
    return code === undefined
      ? "the answer sets no status with `.code(…)`."
      : whyNoStatus(code.call.arguments[0], context);
  },
};

/** The call that makes the answer; `reply(null, result)` leaves the error out. */
function responseIn(chain: Chain, { bindings }: RecogniserContext): CallExpression | undefined {
  const response = linkOf(chain, "response");
  const root = unwrapped(chain.root);
  if (response !== undefined || root.kind !== "call") return response?.call;
  const callee = unwrapped(root.callee);
  if (callee.kind !== "identifier" || callee.name !== "reply") return undefined;
  return bindings.declarationOf(callee)?.kind === "parameter" ? root : undefined;
}
