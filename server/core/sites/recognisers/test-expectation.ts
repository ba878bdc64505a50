/**
 * Tests: the assertions about one answer, in one block, make one site: `expect(res.status).toBe(403)` together with
 * `expect(res.body.error.code).toBe("X")`.
 */
import type { Expression, Statement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { throughAwait } from "../reading/assertion.ts";
import { type Assertion, assertionsIn, assertionsOf } from "../reading/assertions.ts";
import { readChain } from "../reading/chain.ts";
import { isDemanded } from "../reading/request-assertions.ts";
import { isStatementList } from "../reading/siblings.ts";
import type { RecognisedNode, Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, spanAround, valuesOf } from "../site-draft.ts";

export const testExpectationRecogniser: Recogniser = {
  idiom: "test-expectation",
  sign: /\bexpect|\bassert|\bshould\b|\bt\.|[eE]qual\(|["'](?:ava|tap|tape|node:test)["']/,
  kinds: ["function", "block", "try", "loop", "if"],
  *recognise(node, context) {
    for (const list of listsOf(node)) yield* sitesOf(assertionsInOrder(list, context), node, context);
    if (node.kind === "function" && node.body !== undefined && !isStatementList(node.body)) {
      const body = node.body as Expression;
      yield* sitesOf([{ statement: undefined, assertions: assertionsIn(body, context) }], node, context);
    }
  },
};

function listsOf(node: RecognisedNode): readonly (readonly Statement[])[] {
  if (node.kind === "function") return isStatementList(node.body) ? [node.body] : [];
  if (node.kind === "block") return [node.body];
  // What stands alone in a loop or under a condition is a list of one.
  if (node.kind === "loop") return node.body.kind === "block" ? [] : [[node.body]];
  if (node.kind === "if")
    return [node.whenTrue, node.whenFalse].flatMap((one) => (one?.kind === "expression" ? [[one]] : []));
  return node.kind === "try" ? [node.block, node.handler ?? [], node.finalizer ?? []] : [];
}

/** How many assertions may be about one answer. */
const mostTogether = 40;

interface Step {
  readonly statement: Statement | undefined;
  readonly assertions: readonly Assertion[];
}

function assertionsInOrder(list: readonly Statement[], context: RecogniserContext): readonly Step[] {
  return list.map((statement) => ({ statement, assertions: assertionsOf(statement, context) }));
}

/** Assertions belong together until another answer is asked for, or another status or code is spoken of. */
function* sitesOf(steps: readonly Step[], node: RecognisedNode, context: RecogniserContext): Iterable<ErrorSite> {
  let group: Assertion[] = [];
  for (const { statement, assertions } of steps) {
    if (statement !== undefined && asksAnew(statement)) {
      yield* siteOf(group, node, context);
      group = [];
    }
    for (const assertion of assertions) {
      if (group.length >= mostTogether || clashes(group, assertion)) {
        yield* siteOf(group, node, context);
        group = [];
      }
      group.push(assertion);
    }
  }
  yield* siteOf(group, node, context);
}

/** A statement that gets an answer: anything awaited or called into a variable, but for reading a body. */
function asksAnew(statement: Statement): boolean {
  if (isCypressRequest(statement) || isDemandingRequest(statement)) return true;
  const expression =
    statement.kind === "variable"
      ? statement.declarators[0]?.initializer
      : statement.kind === "expression"
        ? unwrapped(statement.expression).kind === "assignment"
          ? assignedValue(statement.expression)
          : undefined
        : undefined;
  if (expression === undefined) return false;
  let inner = unwrapped(expression);
  const awaited = inner.kind === "prefix" && inner.operator === "await";
  if (inner.kind === "prefix") inner = unwrapped(inner.argument);
  if (inner.kind !== "call") return false;
  const callee = unwrapped(inner.callee);
  const isReading = callee.kind === "member" && /^(?:json|text|parse|blob|body)$/.test(callee.name);
  return awaited && !isReading;
}

/** `await request(app).get("/x").expect(404)`: every statement of its own asks, and says what it demands. */
function isDemandingRequest(statement: Statement): boolean {
  const inner = statement.kind === "expression" ? throughAwait(statement.expression) : undefined;
  return inner?.kind === "call" && isDemanded(readChain(inner));
}

/** `cy.request(…).its(…)`: every statement of its own is about an answer of its own. */
function isCypressRequest(statement: Statement): boolean {
  if (statement.kind !== "expression") return false;
  const inner = unwrapped(statement.expression);
  if (inner.kind !== "call") return false;
  const { root, links } = readChain(inner);
  return root.kind === "identifier" && root.name === "cy" && /^(?:request|wait|api)$/.test(links[0]?.name ?? "");
}

function assignedValue(expression: Expression): Expression | undefined {
  const inner = unwrapped(expression);
  return inner.kind === "assignment" ? inner.value : undefined;
}

function clashes(group: readonly Assertion[], next: Assertion): boolean {
  return group.some(
    (one) =>
      !mayBeSame(one.about, next.about) ||
      (one.status !== undefined &&
        next.status !== undefined &&
        !sameValues(one.status, next.status) &&
        !isRepeatedInBody(one, next)) ||
      (one.code !== undefined && next.code !== undefined && !sameValues(one.code, next.code)),
  );
}

/** A body may say its status once more; where that is another one, the answer's own counts. */
function isRepeatedInBody(own: Assertion, next: Assertion): boolean {
  if (own.about === undefined || own.about !== next.about || own.body !== undefined) return false;
  return next.body !== undefined && valuesOf(own.status).every((value) => value >= 400);
}

/** Two answers have two names; a body or an error may be of any answer. */
function mayBeSame(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined || left === right) return true;
  const [from, other] = [left, right].map((name) => name.split("@")[1]);
  if (from !== undefined && from === other) return true;
  return [left, right].some((name) => /body|data|json|payload|content|parsed|err|text|message/i.test(name));
}

function sameValues(left: NonNullable<Assertion["code"]>, right: NonNullable<Assertion["code"]>): boolean {
  return String(valuesOf(left)) === String(valuesOf(right));
}

/** The code of a body that is one only because the status beside it is one of failure. */
function codeBeside(group: readonly Assertion[], statuses: readonly number[]): ErrorSite["code"] {
  const codes = group.flatMap((one) => one.beside?.(statuses).code ?? []);
  return codes.find((code) => isKnown(code) && code.certainty !== "weak");
}

function* siteOf(group: readonly Assertion[], node: RecognisedNode, context: RecogniserContext): Iterable<ErrorSite> {
  const [first, ...rest] = group;
  if (first === undefined) return;
  const stating = group.filter((one) => isKnown(one.status));
  const status = (stating.find((one) => one.body === undefined) ?? stating[0])?.status;
  const failed = valuesOf(status).some((value) => value >= 400);
  const code =
    group.find((one) => isKnown(one.code))?.code ?? (failed ? codeBeside(group, valuesOf(status)) : undefined);
  // That something succeeds is no error; that it succeeds with a code in the body may be one.
  if (!failed && (code === undefined || code.certainty === "weak")) return;
  yield makeSite({
    role: "expect",
    idiom: "test-expectation",
    span: spanAround(first.span, ...rest.map((one) => one.span)),
    status,
    code,
    message: group.find((one) => isKnown(one.message))?.message,
    headers: group.flatMap((one) => one.headers ?? []),
    headersComplete: false,
    body: group.find((one) => one.body !== undefined)?.body,
    context: context.parts.context(node),
  });
}
