/**
 * Tests: the assertions about one answer, in one block, make one site: `expect(res.status).toBe(403)` together with
 * `expect(res.body.error.code).toBe("X")`.
 */
import type { Expression, Statement } from "../../syntax/tree.ts";
import type { ErrorSite } from "../model.ts";
import { asksAnew, mayBeSame } from "../reading/asked-anew.ts";
import { type Assertion, assertionsIn, assertionsOf } from "../reading/assertions.ts";
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
