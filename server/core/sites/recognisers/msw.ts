/** Mock Service Worker: `HttpResponse.json(body, { status })`, and `res(ctx.status(403), ctx.json(body))` of its first version. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { lastName } from "../reading/names.ts";
import { headersOfActions } from "../reading/response-headers.ts";
import { responseSite, saysFailure } from "../reading/response-site.ts";
import { staticAnswer, webAnswerSite } from "../reading/web-answer.ts";
import { whyNoWebAnswer } from "../reading/why-not.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";

export const mswRecogniser: Recogniser = {
  idiom: "msw",
  sign: /HttpResponse|\bctx\.status\(/,
  kinds: ["call", "new"],
  *recognise(node, context) {
    const answer = staticAnswer(node);
    const site =
      answer?.owner === "HttpResponse"
        ? webAnswerSite(
            { idiom: "msw", role: "expect", node, span: node, body: answer.body, init: answer.init },
            context,
          )
        : node.kind === "call"
          ? siteOfComposition(node, context)
          : undefined;
    if (site !== undefined && saysFailure(site)) yield site;
  },
  explain(node, context) {
    const answer = staticAnswer(node);
    return answer?.owner === "HttpResponse" ? whyNoWebAnswer(answer, context) : undefined;
  },
};

/** `res(ctx.delay(10), ctx.status(403), ctx.json({…}))`: every argument is a call on the context. */
function siteOfComposition(call: CallExpression, context: RecogniserContext): ErrorSite | undefined {
  const name = lastName(call.callee);
  if (name !== "res" && name !== "once") return undefined;
  const parts = new Map<string, CallExpression>();
  for (const argument of call.arguments) {
    const step = contextCall(argument);
    if (step !== undefined) parts.set(step.name, step.call);
  }
  const statusArgument = parts.get("status")?.arguments[0];
  const status = statusArgument === undefined ? undefined : context.parts.status(statusArgument);
  if (status === undefined || status.values.length === 0) return undefined;
  const body = (parts.get("json") ?? parts.get("text") ?? parts.get("body"))?.arguments[0];
  const header = parts.get("set");
  const [headerName, headerValue] = header?.arguments ?? [];
  const headers =
    header === undefined || headerName === undefined
      ? { headers: [], complete: true }
      : headersOfActions([{ kind: "header", name: headerName, value: headerValue, span: header }], {
          values: context.values,
          bindings: context.bindings,
        });
  return responseSite(
    { idiom: "msw", role: "expect", node: call, span: call, status, body: body ?? "none", headers },
    context,
  );
}

function contextCall(argument: Expression): { readonly name: string; readonly call: CallExpression } | undefined {
  const call = unwrapped(argument);
  if (call.kind !== "call") return undefined;
  const callee = unwrapped(call.callee);
  if (callee.kind !== "member") return undefined;
  return lastName(callee.object) === "ctx" ? { name: callee.name, call } : undefined;
}
