/**
 * Answers given through methods and fields of one response object: what Express, Fastify and plain Node share. Each
 * framework has its own recogniser, which says what its object and its methods are called.
 */

import type { AssignmentExpression, CallExpression, Expression, Statement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Span } from "../../text/span.ts";
import type { ErrorSite } from "../model.ts";
import type { ReadHeaders } from "../parts/headers.ts";
import { isKnownStatus } from "../parts/status-names.ts";
import type { RecognisedNode, RecogniserContext } from "../recogniser.ts";
import { spanAround, valuesOf } from "../site-draft.ts";
import { type Chain, isInsideChain, readChain } from "./chain.ts";
import { rootOf } from "./names.ts";
import { isOtherRoot, isResponseName } from "./receiver.ts";
import {
  actionsOfLink,
  actionsOfStatement,
  bodyNear,
  furthest,
  type ResponseAction,
  sourceOf,
  statusBefore,
} from "./response-calls.ts";
import { earlierHeaders, headersOfActions } from "./response-headers.ts";
import { responseSite, speaksOfError } from "./response-site.ts";
import { bodyInSequence, hasStatusInSequence } from "./sequenced-answer.ts";
import { enclosingLists, type StatementPlace } from "./siblings.ts";
import { because } from "./why-not.ts";

export interface ServerResponseIdiom {
  readonly idiom: string;
  /** Whether this framework, and not another one, speaks through the chain or field. */
  readonly owns: (root: Expression, methods: readonly string[], context: RecogniserContext) => boolean;
  /** What a handler may return as the body after it has set the status: nothing where it is not said. */
  readonly returnsBody?: "anything" | "objects";
}

type StatusAction = ResponseAction & { readonly kind: "status" };

/** The site of a call chain on a response. */
export function siteOfChain(
  call: CallExpression,
  context: RecogniserContext,
  idiom: ServerResponseIdiom,
): ErrorSite | undefined {
  if (isInsideChain(call, context.ancestors)) return undefined;
  const chain = readChain(call);
  const methods = chain.links.map((link) => link.name);
  if (chain.links.length === 0 || isOtherRoot(rootOf(chain.root)) || !idiom.owns(chain.root, methods, context))
    return undefined;
  const actions = chain.links.flatMap(actionsOfLink);
  const status = actions.find((action): action is StatusAction => action.kind === "status");
  const body = actions.find((action) => action.kind === "body");
  const named = isResponseName(chain.root, context.bindings);
  if (status === undefined)
    return named && body !== undefined ? siteWithoutStatus(call, chain, actions, context, idiom) : undefined;
  if (!named && !isConclusive(chain)) return undefined;
  return siteWithStatus({ node: call, span: call, root: chain.root, status, actions, named }, context, idiom);
}

/** The site of `res.statusCode = 404`. */
export function siteOfAssignment(
  assignment: AssignmentExpression,
  context: RecogniserContext,
  idiom: ServerResponseIdiom,
): ErrorSite | undefined {
  const target = unwrapped(assignment.target);
  if (assignment.operator !== "=" || target.kind !== "member" || target.name !== "statusCode") return undefined;
  if (!isResponseName(target.object, context.bindings) || !idiom.owns(target.object, [], context)) return undefined;
  const status: StatusAction = { kind: "status", status: assignment.value, span: assignment };
  return siteWithStatus(
    { node: assignment, span: assignment, root: target.object, status, actions: [], named: true },
    context,
    idiom,
  );
}

interface StatusPlace {
  readonly node: RecognisedNode;
  readonly span: Span;
  readonly root: Expression;
  readonly status: StatusAction;
  readonly actions: readonly ResponseAction[];
  readonly named: boolean;
}

function siteWithStatus(
  place: StatusPlace,
  context: RecogniserContext,
  idiom: ServerResponseIdiom,
): ErrorSite | undefined {
  const sends = place.actions.some((action) => action.kind === "body");
  const status = context.parts.status(place.status.status, {
    certainty: sends ? "certain" : "likely",
    sent: sends && place.named,
  });
  if (status === undefined) return undefined;
  // Anything may have a code and be sent: a barcode, say.
  if (!place.named && !(status.values.length > 0 && valuesOf(status).every(isKnownStatus))) return undefined;
  const root = sourceOf(place.root, context.file.text);
  const places = enclosingLists(place.node, context.ancestors, context.file);
  const own = place.actions.find((action) => action.kind === "body");
  const sequenced = own === undefined ? bodyInSequence(place.node, root, context) : undefined;
  const later =
    own === undefined && sequenced === undefined && isStatementOf(place.node, places[0])
      ? laterBody(places[0], root, context)
      : undefined;
  const returned =
    own === undefined && later === undefined && idiom.returnsBody !== undefined
      ? returnedBody(place.node, places[0], { root, context, only: idiom.returnsBody })
      : undefined;
  const sent = own ?? sequenced ?? later ?? returned;
  // A dynamic status with nothing known beside it says nothing.
  const body = sent?.kind === "body" ? (sent.body ?? (sent.unseen === true ? undefined : "none")) : undefined;
  const site = responseSite(
    {
      idiom: idiom.idiom,
      node: place.node,
      span: spanAround(place.span, sequenced?.span, later?.span, returned?.span),
      status,
      body,
      headers: allHeaders(place, places, root, { context, sent: later ?? returned }),
    },
    context,
  );
  return status.values.length === 0 && !speaksOfError({ ...site, status: undefined }) ? undefined : site;
}

function siteWithoutStatus(
  call: CallExpression,
  chain: Chain,
  actions: readonly ResponseAction[],
  context: RecogniserContext,
  idiom: ServerResponseIdiom,
): ErrorSite | undefined {
  const sent = actions.find((action) => action.kind === "body");
  if (sent?.kind !== "body" || sent.body === undefined) return undefined;
  const root = sourceOf(chain.root, context.file.text);
  const places = enclosingLists(call, context.ancestors, context.file);
  const nearest = places[0];
  // The statement that sets the status is the place of the site.
  if (nearest !== undefined && statusBefore(nearest, root, context.file.text) !== undefined) return undefined;
  if (hasStatusInSequence(call, root, context)) return undefined;
  const outer = places
    .slice(1)
    .map((place) => statusBefore(place, root, context.file.text))
    .find((found) => found !== undefined);
  const status = outer === undefined ? undefined : context.parts.status(outer, { certainty: "weak" });
  const headers = headersOfActions(actions, { values: context.values, bindings: context.bindings });
  const site = responseSite(
    { idiom: idiom.idiom, node: call, span: call, status, body: sent.body, headers: { ...headers, complete: false } },
    context,
  );
  return speaksOfError({ ...site, status: status ?? site.status }) ? site : undefined;
}

interface Sending {
  readonly context: RecogniserContext;
  /** What sends the body in a statement of its own. */
  readonly sent: ResponseAction | undefined;
}

function allHeaders(
  place: StatusPlace,
  places: readonly StatementPlace[],
  root: string,
  { context, sent }: Sending,
): ReadHeaders {
  const reading = { values: context.values, bindings: context.bindings };
  const between = (sent && places[0]?.statements.slice(places[0].index + 1, places[0].index + 1 + furthest)) ?? [];
  const later = headersOfActions(
    between
      .filter((statement) => statement.start <= (sent?.span.start ?? 0))
      .flatMap((statement) => actionsOfStatement(statement, root, context.file.text)),
    reading,
  );
  const own = headersOfActions(place.actions, reading);
  const earlier = earlierHeaders({ file: context.file, root, places, before: place.span.start, context: reading });
  return {
    headers: [...earlier.headers, ...own.headers, ...later.headers],
    complete: earlier.complete && own.complete && later.complete,
  };
}

function laterBody(place: StatementPlace | undefined, root: string, context: RecogniserContext) {
  return place === undefined ? undefined : bodyNear(place, { root, text: context.file.text, backwards: false });
}

interface StatusSet {
  readonly only: "anything" | "objects";
  readonly root: string;
  readonly context: RecogniserContext;
}

/** `reply.code(400); return {…}` and `return reply.code(400), {…}`: what the handler returns is the body. */
function returnedBody(
  node: RecognisedNode,
  place: StatementPlace | undefined,
  { root, context, only }: StatusSet,
): (ResponseAction & { readonly kind: "body" }) | undefined {
  const parent = context.ancestors.findLast((ancestor) => ancestor.kind !== "wrapped");
  const body =
    parent?.kind === "sequence"
      ? parent.expressions.at(-1)
      : isStatementOf(node, place)
        ? returnedAfter(place, { root, context, only })
        : undefined;
  if (body !== undefined && only === "objects" && unwrapped(body).kind !== "object") return undefined;
  if (body === undefined || body === node || sourceOf(rootOf(body), context.file.text) === root) return undefined;
  return { kind: "body", body, span: body };
}

/** The nearest return after a statement, with only calls and names between; another status begins another answer. */
function returnedAfter(place: StatementPlace | undefined, { root, context }: StatusSet): Expression | undefined {
  for (const statement of place?.statements.slice(place.index + 1) ?? []) {
    if (statement.kind === "return") return statement.argument;
    if (statement.kind === "throw") return isMadeInPlace(statement.argument) ? statement.argument : undefined;
    if (statement.kind !== "expression" && statement.kind !== "variable") return undefined;
    const actions = actionsOfStatement(statement, root, context.file.text);
    if (actions.some((action) => action.kind !== "header")) return undefined;
  }
  return undefined;
}

/** `throw { error: { code } }`, `throw errorBody("X")`: what is no error of a class is sent as it is. */
function isMadeInPlace(thrown: Expression): boolean {
  const inner = unwrapped(thrown);
  return inner.kind === "object" || inner.kind === "call";
}

/** Whether the node is the whole of its statement, so that the next statement goes on with it. */
function isStatementOf(node: Span, place: StatementPlace | undefined): boolean {
  const statement: Statement | undefined = place?.statements[place.index];
  return statement?.kind === "expression" && statement.start === node.start;
}

/** `.status(n)` and a sending method in one chain: no other object has both. */
function isConclusive(chain: Chain): boolean {
  const names = chain.links.map((link) => link.name);
  const sets = names.some((name) => name === "status" || name === "code" || name === "writeHead");
  const sends = names.some((name) => name === "json" || name === "jsonp" || name === "send" || name === "end");
  return (sets && sends) || names.includes("sendStatus");
}

/** Why a chain that resembles an answer is none; undefined where it does not even resemble one. */
export function whyNoAnswer(call: CallExpression, context: RecogniserContext): string | undefined {
  const chain = readChain(call);
  const status = chain.links.flatMap(actionsOfLink).find((action): action is StatusAction => action.kind === "status");
  const sends = chain.links.some((link) => actionsOfLink(link).some((action) => action.kind === "body"));
  if (chain.links.length === 0 || (status === undefined && !sends)) return undefined;
  // The whole chain is asked about as well.
  if (isInsideChain(call, context.ancestors)) return undefined;
  if (isOtherRoot(rootOf(chain.root))) return "the chain starts at an assertion or a request, not at a response.";
  const named = isResponseName(chain.root, context.bindings);
  if (status === undefined) return named ? "no status is set here, and the body is not plainly an error's." : undefined;
  const part = context.parts.status(status.status);
  if (part === undefined) return "what is set as status is no number from 100 to 599.";
  if (!named && !isConclusive(chain)) {
    return "the object is not known to be a response: its name is not one of a response's, or it is declared as something else, and nothing is sent in the same chain.";
  }
  return part.values.length === 0
    ? `the status is not constant, and the body shows no constant code${because(status.status, context)}.`
    : undefined;
}
