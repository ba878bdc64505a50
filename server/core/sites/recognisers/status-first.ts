/**
 * Frameworks whose context answers with the status first: Qwik City (`json(409, {…})`, `event.error(404, "…")`) and hooks of
 * PocketBase (`e.json(401, {…})`).
 */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { isKnownStatus } from "../parts/status-names.ts";
import { responseSite } from "../reading/response-site.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf } from "../site-draft.ts";

const methods = /^(?:json|send|text|html|string|error|fail|noContent)$/;
const contexts = /^(?:e|ev|event|requestEvent|c|ctx)$/;

export const statusFirstRecogniser: Recogniser = {
  idiom: "status-first",
  sign: /qwik-city|@qwik\.dev\/|\brouterAdd\(|\bonRecord\w*\(/,
  kinds: ["call"],
  recognise(node, context) {
    const site = node.kind === "call" && isAnswer(node, context) ? siteOf(node, context) : undefined;
    return site === undefined ? noSites : [site];
  },
  explain: (node, context) =>
    node.kind === "call" && isAnswer(node, context) ? whyNoStatus(node.arguments[0], context) : undefined,
};

/** A method of the context, or one that was taken out of it where the handler is given it. */
function isAnswer(call: CallExpression, { bindings }: RecogniserContext): boolean {
  const callee = unwrapped(call.callee);
  if (callee.kind === "member") return methods.test(callee.name) && isContext(callee.object);
  if (callee.kind !== "identifier" || !methods.test(callee.name)) return false;
  const declaration = bindings.declarationOf(callee);
  return declaration?.kind === "parameter" && declaration.path.length === 1;
}

function isContext(object: Expression): boolean {
  const inner = unwrapped(object);
  return inner.kind === "identifier" && contexts.test(inner.name);
}

function siteOf(call: CallExpression, context: RecogniserContext): ErrorSite | undefined {
  const [written, body] = call.arguments;
  const status = written && context.parts.status(written);
  if (!isKnown(status) || !valuesOf(status).every(isKnownStatus)) return undefined;
  const headers = { headers: [], complete: false };
  return responseSite(
    { idiom: "status-first", node: call, span: call, status, body: body ?? "none", headers },
    context,
  );
}
