/** Hono and contexts like it: `c.json(body, 404, headers)`, `c.text("…", 404)`, `c.body(null, 204)`, `c.status(404)` before. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite, Part } from "../model.ts";
import { isInsideChain } from "../reading/chain.ts";
import { isContext } from "../reading/receiver.ts";
import { sourceOf, statusBefore } from "../reading/response-calls.ts";
import { earlierHeaders } from "../reading/response-headers.ts";
import { readInit } from "../reading/response-init.ts";
import { responseSite, speaksOfError } from "../reading/response-site.ts";
import { enclosingLists } from "../reading/siblings.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown } from "../site-draft.ts";

const methods: ReadonlySet<string> = new Set(["json", "text", "html", "body", "newResponse"]);

export const honoRecogniser: Recogniser = {
  idiom: "hono",
  sign: /\.(?:json|text|html|body|newResponse)[(<]/,
  kinds: ["call"],
  *recognise(node, context) {
    if (node.kind !== "call") return;
    const callee = unwrapped(node.callee);
    if (callee.kind !== "member" || !methods.has(callee.name) || !isContext(callee.object, context)) return;
    if (isInsideChain(node, context.ancestors)) return;
    const site = siteOf(node, callee.object, context);
    if (site !== undefined) yield site;
  },
  explain(node, context) {
    if (node.kind !== "call" || isInsideChain(node, context.ancestors)) return undefined;
    const callee = unwrapped(node.callee);
    if (callee.kind !== "member" || !methods.has(callee.name) || !isContext(callee.object, context)) return undefined;
    return whyNoStatus(node.arguments[1], context);
  },
};

function siteOf(call: CallExpression, root: Expression, context: RecogniserContext): ErrorSite | undefined {
  const [body, second, third] = call.arguments;
  const init = readInit(second, context);
  const places = enclosingLists(call, context.ancestors, context.file);
  const source = sourceOf(root, context.file.text);
  const written = init.status ?? (second === undefined ? earlierStatus(places, source, context) : undefined);
  const reading = { values: context.values, bindings: context.bindings };
  const own = third === undefined ? init.headers : context.parts.headers(third);
  const earlier = earlierHeaders({ file: context.file, root: source, places, before: call.start, context: reading });
  const site = responseSite(
    {
      idiom: "hono",
      node: call,
      span: call,
      status: written,
      body: body ?? "none",
      headers: { headers: [...earlier.headers, ...own.headers], complete: own.complete && earlier.complete },
    },
    context,
  );
  if (isKnown(written)) return site;
  // A dynamic status, or none: only a body that is plainly an error's makes a site.
  return speaksOfError({ ...site, status: written ?? site.status }) ? site : undefined;
}

/** `c.status(404)` in the same block is the answer's status; one in a block around it may be. */
function earlierStatus(
  places: ReturnType<typeof enclosingLists>,
  source: string,
  context: RecogniserContext,
): Part<number> | undefined {
  for (const [depth, place] of places.entries()) {
    const expression = statusBefore(place, source, context.file.text);
    if (expression !== undefined)
      return context.parts.status(expression, { certainty: depth === 0 ? "likely" : "weak" });
  }
  return undefined;
}
