/** Mock Service Worker: `HttpResponse.json(body, { status })`, and `res(ctx.status(403), ctx.json(body))` of its first version. */
import type { CallExpression, Expression, Identifier } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { importsOneOf } from "../reading/file-imports.ts";
import { lastName } from "../reading/names.ts";
import { headersOfActions } from "../reading/response-headers.ts";
import { responseSite, saysFailure } from "../reading/response-site.ts";
import { staticAnswer, webAnswerSite } from "../reading/web-answer.ts";
import { whyNoWebAnswer } from "../reading/why-not.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";

export const mswRecogniser: Recogniser = {
  idiom: "msw",
  sign: /HttpResponse|\(\s*\w+\.(?:status|delay|json|text|body|set|cookie)\(/,
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

/** `res(ctx.delay(10), ctx.status(403), ctx.json({…}))`: arguments are calls on the context that the resolver is given. */
function siteOfComposition(call: CallExpression, context: RecogniserContext): ErrorSite | undefined {
  if (!isComposer(call.callee, context)) return undefined;
  const parts = new Map<string, CallExpression>();
  for (const argument of call.arguments) {
    const step = contextCall(argument, context);
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

/** `res`, or `res.once`, whatever the resolver calls its second parameter. */
function isComposer(callee: Expression, context: RecogniserContext): boolean {
  const inner = unwrapped(callee);
  const name = lastName(inner);
  if (name === "res" || name === "once") return true;
  return inner.kind === "identifier" && isResolversParameter(inner, 1, context);
}

function contextCall(
  argument: Expression,
  context: RecogniserContext,
): { readonly name: string; readonly call: CallExpression } | undefined {
  const call = unwrapped(argument);
  if (call.kind !== "call") return undefined;
  const callee = unwrapped(call.callee);
  if (callee.kind !== "member") return undefined;
  const holder = unwrapped(callee.object);
  const isContext =
    lastName(holder) === "ctx" || (holder.kind === "identifier" && isResolversParameter(holder, 2, context));
  return isContext ? { name: callee.name, call } : undefined;
}

/** A resolver is given the request, the composer of the response, and the context. */
function isResolversParameter(name: Identifier, index: number, { bindings, file }: RecogniserContext): boolean {
  const declaration = bindings.declarationOf(name);
  return declaration?.kind === "parameter" && declaration.index === index && importsOneOf(file, /^msw(?:\/|$)/);
}
