/** h3, Nitro, Nuxt: `setResponseStatus(event, 404)`; what the handler then returns is the body. */
import type { CallExpression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { responseSite } from "../reading/response-site.ts";
import { nearestList } from "../reading/siblings.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown, spanAround } from "../site-draft.ts";

export const h3Recogniser: Recogniser = {
  idiom: "h3",
  sign: /setResponseStatus/,
  kinds: ["call"],
  *recognise(node, context) {
    const site = node.kind === "call" ? siteOf(node, context) : undefined;
    if (site !== undefined) yield site;
  },
  explain(node, context) {
    if (node.kind !== "call") return undefined;
    const callee = unwrapped(node.callee);
    const isAnswer = callee.kind === "identifier" && callee.name === "setResponseStatus";
    return isAnswer ? whyNoStatus(node.arguments[1], context) : undefined;
  },
};

function siteOf(call: CallExpression, context: RecogniserContext): ErrorSite | undefined {
  const callee = unwrapped(call.callee);
  const [event, written] = call.arguments;
  if (callee.kind !== "identifier" || callee.name !== "setResponseStatus" || event === undefined) return undefined;
  const status = written === undefined ? undefined : context.parts.status(written);
  if (!isKnown(status)) return undefined;
  const list = nearestList(call, context.ancestors, context.file);
  const after = list?.statements.slice(list.index + 1).find((statement) => statement.kind === "return");
  const body = after?.kind === "return" ? after.argument : undefined;
  return responseSite(
    {
      idiom: "h3",
      node: call,
      span: spanAround(call, body),
      status,
      body,
      headers: { headers: [], complete: false },
    },
    context,
  );
}
