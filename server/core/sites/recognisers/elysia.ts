/** Elysia: `set.status = 404` or `"Not Found"`, `status(404, body)` and `error(404, body)` from the handler's context. */
import type { AssignmentExpression, CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import type { ReadHeaders } from "../parts/headers.ts";
import { importsOneOf } from "../reading/file-imports.ts";
import { sourceOf } from "../reading/response-calls.ts";
import { earlierHeaders, laterHeaders } from "../reading/response-headers.ts";
import { responseSite } from "../reading/response-site.ts";
import { enclosingLists } from "../reading/siblings.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import type { RecognisedNode, Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown, spanAround } from "../site-draft.ts";

export const elysiaRecogniser: Recogniser = {
  idiom: "elysia",
  sign: /\bset\.status\b|\b(?:error|status)\(/,
  kinds: ["assignment", "call"],
  *recognise(node, context) {
    const site =
      node.kind === "assignment" ? ofSet(node, context) : node.kind === "call" ? ofStatus(node, context) : undefined;
    if (site !== undefined) yield site;
  },
  explain(node, context) {
    if (node.kind !== "call") return undefined;
    const callee = unwrapped(node.callee);
    if (callee.kind !== "identifier" || callee.name !== "status") return undefined;
    return isFromElysia(callee, context)
      ? whyNoStatus(node.arguments[0], context)
      : "`status` is neither taken from a handler's context nor imported from `elysia`.";
  },
};

/** `set.status = …`; what the handler then returns is the body. */
function ofSet(assignment: AssignmentExpression, context: RecogniserContext): ErrorSite | undefined {
  const target = unwrapped(assignment.target);
  if (assignment.operator !== "=" || target.kind !== "member" || target.name !== "status") return undefined;
  const owner = unwrapped(target.object);
  const isSet =
    (owner.kind === "identifier" && owner.name === "set") || (owner.kind === "member" && owner.name === "set");
  if (!isSet) return undefined;
  const status = context.parts.status(assignment.value, { certainty: "likely", phrases: true });
  if (!isKnown(status)) return undefined;
  const [list] = enclosingLists(assignment, context.ancestors, context.file);
  const after = list?.statements.slice(list.index + 1).find((statement) => statement.kind === "return");
  const body = after?.kind === "return" ? after.argument : undefined;
  return responseSite(
    {
      idiom: "elysia",
      node: assignment,
      span: spanAround(assignment, body),
      status,
      body,
      headers: headersAround(sourceOf(owner, context.file.text), assignment, context),
    },
    context,
  );
}

function ofStatus(call: CallExpression, context: RecogniserContext): ErrorSite | undefined {
  const callee = unwrapped(call.callee);
  const [first, body] = call.arguments;
  if (first === undefined || !(isFromElysia(callee, context) || isOfContext(callee, context))) return undefined;
  const status = context.parts.status(first, { certainty: "likely", phrases: true });
  if (!isKnown(status)) return undefined;
  return responseSite(
    {
      idiom: "elysia",
      node: call,
      span: call,
      status,
      body: body ?? "none",
      headers: headersAround("set", call, context),
    },
    context,
  );
}

/** What `set.headers` is given around a place; hooks may set others. */
function headersAround(root: string, node: RecognisedNode, context: RecogniserContext): ReadHeaders {
  const places = enclosingLists(node, context.ancestors, context.file);
  const request = { file: context.file, root, places, context: { values: context.values, bindings: context.bindings } };
  const earlier = earlierHeaders({ ...request, before: node.start });
  return { headers: [...earlier.headers, ...laterHeaders(request).headers], complete: false };
}

/** Taken out of a handler's context, or imported. */
function isFromElysia(callee: Expression, { bindings }: RecogniserContext): boolean {
  if (callee.kind !== "identifier" || !answering.test(callee.name)) return false;
  const declaration = bindings.declarationOf(callee);
  const fromContext = declaration?.kind === "parameter" && declaration.path.length === 1;
  return fromContext || (declaration?.kind === "import" && declaration.specifier === "elysia");
}

const answering = /^(?:status|error)$/;

/** `(c) => c.status(401, "…")`: a method of the context that handlers are given. */
function isOfContext(callee: Expression, { bindings, file }: RecogniserContext): boolean {
  if (callee.kind !== "member" || !answering.test(callee.name)) return false;
  const owner = unwrapped(callee.object);
  const declaration = owner.kind === "identifier" ? bindings.declarationOf(owner) : undefined;
  const isGiven = declaration?.kind === "parameter" && declaration.index === 0 && declaration.path.length === 0;
  return isGiven && importsOneOf(file, /^(?:elysia|@elysiajs)(?:\/|$)/);
}
