/** What is done to one response object in the statements around a place: status set, headers set, body sent. */
import type { CallExpression, Expression, Statement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Span } from "../../text/span.ts";
import { isKnownStatus } from "../parts/status-names.ts";
import { type ChainLink, readChain } from "./chain.ts";
import type { StatementPlace } from "./siblings.ts";

export type ResponseAction =
  | { readonly kind: "status"; readonly status: Expression; readonly span: Span }
  /** `body` is undefined for `res.end()`, and `unseen` where something else is sent: a page, a file, a phrase. */
  | { readonly kind: "body"; readonly body: Expression | undefined; readonly span: Span; readonly unseen?: boolean }
  /** `value` is undefined where `name` is an object of headers. */
  | {
      readonly kind: "header";
      readonly name: Expression | string;
      readonly value: Expression | undefined;
      readonly span: Span;
    };

const bodyMethods: ReadonlySet<string> = new Set("json jsonp send end text html".split(" "));
const unseenMethods: ReadonlySet<string> = new Set(
  "render view sendFile sendfile download format pipe stream".split(" "),
);
const headerMethods: ReadonlySet<string> = new Set(
  "set header headers setHeader appendHeader append setHeaders flashHeader".split(" "),
);
/** Methods of Express and Fastify that set one header. */
const headerOfMethod: ReadonlyMap<string, string> = new Map([
  ["location", "Location"],
  ["vary", "Vary"],
  ["type", "Content-Type"],
  ["contentType", "Content-Type"],
]);
const statusFirst: ReadonlySet<string> = new Set("json jsonp send".split(" "));
const statusMethods: ReadonlySet<string> = new Set(["status", "code", "sendStatus"]);
const statusFields: ReadonlySet<string> = new Set(["statusCode", "status"]);

/** The actions of one method of a chain. */
export function actionsOfLink(link: ChainLink): readonly ResponseAction[] {
  const [first, second] = link.call.arguments;
  const span = link.call;
  if (statusMethods.has(link.name)) {
    const status: readonly ResponseAction[] = first === undefined ? [] : [{ kind: "status", status: first, span }];
    // Express sends the reason phrase as the body.
    return link.name === "sendStatus" ? [...status, { kind: "body", body: undefined, span, unseen: true }] : status;
  }
  // Express 3, restify and Sails take the status first: `res.send(404, {…})`.
  if (statusFirst.has(link.name) && second !== undefined && isStatusNumber(first)) {
    return [
      { kind: "status", status: first, span },
      { kind: "body", body: second, span },
    ];
  }
  if (bodyMethods.has(link.name)) return [{ kind: "body", body: first, span }];
  if (unseenMethods.has(link.name)) return [{ kind: "body", body: undefined, span, unseen: true }];
  if (headerMethods.has(link.name)) {
    return first === undefined ? [] : [{ kind: "header", name: first, value: second, span }];
  }
  if (link.name === "writeHead") return writeHeadActions(link.call);
  const named = headerOfMethod.get(link.name);
  if (named !== undefined && first !== undefined) return [{ kind: "header", name: named, value: first, span }];
  return [];
}

/** `res.writeHead(status, reason?, headers?)`. */
function writeHeadActions(call: CallExpression): readonly ResponseAction[] {
  const [status, second, third] = call.arguments;
  if (status === undefined) return [];
  const headers = third ?? second;
  const kind = headers === undefined ? undefined : unwrapped(headers).kind;
  const isText = kind === "string" || kind === "template";
  return [
    { kind: "status", status, span: call },
    ...(headers === undefined || isText
      ? []
      : [{ kind: "header" as const, name: headers, value: undefined, span: call }]),
  ];
}

/** What the statement does to the response written as `root`; empty for any other statement. */
export function actionsOfStatement(statement: Statement, root: string, text: string): readonly ResponseAction[] {
  const expression =
    statement.kind === "expression"
      ? statement.expression
      : statement.kind === "return"
        ? statement.argument
        : undefined;
  if (expression === undefined) return [];
  return actionsOfExpression(expression, root, text);
}

/** The same of an expression. */
export function actionsOfExpression(expression: Expression, root: string, text: string): readonly ResponseAction[] {
  const inner = throughPrefixes(expression);
  if (inner.kind === "call") {
    const chain = readChain(inner);
    if (sourceOf(chain.root, text) === root) return chain.links.flatMap(actionsOfLink);
    // `response.headers.set("Retry-After", "30")`
    const isHeaders = chain.root.kind === "member" && chain.root.name === "headers";
    return isHeaders && sourceOf(chain.root.object, text) === root
      ? chain.links.flatMap(actionsOfLink).filter(({ kind }) => kind === "header")
      : [];
  }
  if (inner.kind === "sequence") return inner.expressions.flatMap((part) => actionsOfExpression(part, root, text));
  if (inner.kind !== "assignment" || inner.operator !== "=") return [];
  const target = unwrapped(inner.target);
  const header = headerAssigned(target, inner.value, { root, text });
  if (header !== undefined) return [header];
  if (target.kind !== "member" || sourceOf(target.object, text) !== root) return [];
  if (statusFields.has(target.name)) return [{ kind: "status", status: inner.value, span: inner }];
  return target.name === "body" ? [{ kind: "body", body: inner.value, span: inner }] : [];
}

/** `set.headers["Retry-After"] = "30"`, `set.headers.allow = "GET"`, `set.headers = {…}`. */
function headerAssigned(
  target: Expression,
  value: Expression,
  { root, text }: { readonly root: string; readonly text: string },
): ResponseAction | undefined {
  if (target.kind !== "member" && target.kind !== "index") return undefined;
  const span = { start: target.start, end: value.end };
  const isHeaders = (one: Expression): boolean =>
    one.kind === "member" && one.name === "headers" && sourceOf(one.object, text) === root;
  if (isHeaders(target)) return { kind: "header", name: value, value: undefined, span };
  if (!isHeaders(unwrapped(target.object))) return undefined;
  return { kind: "header", name: target.kind === "index" ? target.index : target.name, value, span };
}

function throughPrefixes(expression: Expression): Expression {
  let inner = unwrapped(expression);
  while (inner.kind === "prefix" || (inner.kind === "unary" && inner.operator === "void")) {
    inner = unwrapped(inner.kind === "prefix" ? inner.argument : inner.operand);
  }
  return inner;
}

/** The text of an expression without its spaces, by which two mentions of one object are the same. */
export function sourceOf(expression: Expression, text: string): string {
  if (expression.end - expression.start > 200) return "";
  const source = text.slice(expression.start, expression.end).replace(/[\s?!]/g, "");
  // Koa's context stands for its response.
  return source.replace(/(?<=.)\.response$/, "");
}

/** How many statements are looked through on either side. */
export const furthest = 60;

export interface BodyRequest {
  readonly root: string;
  readonly text: string;
  /** Whether the body may come before the status (an assignment that does not send). */
  readonly backwards: boolean;
}

/** The body that goes with a status set at `place`, among the statements of the same list. */
export function bodyNear(place: StatementPlace, request: BodyRequest): (ResponseAction & { kind: "body" }) | undefined {
  const { statements, index } = place;
  for (let after = index + 1; after <= index + furthest && after < statements.length; after += 1) {
    const statement = statements[after];
    if (statement === undefined) break;
    const actions = actionsOfStatement(statement, request.root, request.text);
    if (actions.some((action) => action.kind === "status")) break;
    const body = actions.find((action) => action.kind === "body");
    if (body !== undefined && body.kind === "body") return body;
    if (statement.kind === "return" || statement.kind === "throw") break;
  }
  if (!request.backwards) return undefined;
  for (let before = index - 1; before >= index - furthest && before >= 0; before -= 1) {
    const statement = statements[before];
    if (statement === undefined) break;
    const actions = actionsOfStatement(statement, request.root, request.text);
    if (actions.some((action) => action.kind === "status")) break;
    const body = actions.find((action) => action.kind === "body");
    if (body !== undefined && body.kind === "body") return body;
  }
  return undefined;
}

/** The status set before a body at `place`, in the same list, with no other body between. */
export function statusBefore(place: StatementPlace, root: string, text: string): Expression | undefined {
  for (let before = place.index - 1; before >= place.index - furthest && before >= 0; before -= 1) {
    const statement = place.statements[before];
    if (statement === undefined) break;
    const actions = actionsOfStatement(statement, root, text);
    if (actions.some((action) => action.kind === "body")) break;
    const status = actions.find((action) => action.kind === "status");
    if (status !== undefined && status.kind === "status") return status.status;
  }
  return undefined;
}

function isStatusNumber(expression: Expression | undefined): expression is Expression {
  const inner = expression && unwrapped(expression);
  return inner?.kind === "number" && isKnownStatus(inner.value);
}
