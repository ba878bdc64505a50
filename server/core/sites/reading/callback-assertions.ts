/** What the callbacks of a request's chain say of its body: `.expect(422).expect((res) => { … })`, `.then((res) => …)`. */
import type { Expression, FunctionExpression, Statement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown, spanAround } from "../site-draft.ts";
import type { Assertion } from "./assertion.ts";
import { readChain } from "./chain.ts";
import { demandsOf } from "./condition.ts";
import { isStatementList } from "./siblings.ts";

export interface AssertionReading {
  readonly context: RecogniserContext;
  readonly statement: (statement: Statement) => readonly Assertion[];
  readonly expression: (expression: Expression) => readonly Assertion[];
}

/** The assertion with the code that a callback asserts, where the chain itself names a status only. */
export function withCallbacks(assertion: Assertion, chain: Expression, reading: AssertionReading): Assertion {
  if (!isKnown(assertion.status) || assertion.code !== undefined || chain.kind !== "call") return assertion;
  for (const { name, call } of readChain(chain).links) {
    if (name !== "expect" && name !== "then" && name !== "end") continue;
    for (const argument of call.arguments) {
      const callback = unwrapped(argument);
      const inside = callback.kind === "function" ? assertedIn(callback, reading) : [];
      const found = inside.some(({ status }) => status !== undefined)
        ? undefined
        : inside.find(({ code }) => isKnown(code));
      if (found === undefined) continue;
      return {
        ...assertion,
        span: spanAround(assertion.span, found.span),
        code: found.code,
        message: assertion.message ?? found.message,
        body: assertion.body ?? found.body,
      };
    }
  }
  return assertion;
}

function assertedIn({ body }: FunctionExpression, reading: AssertionReading): readonly Assertion[] {
  if (body === undefined) return [];
  if (!isStatementList(body)) return reading.expression(body as Expression);
  return body.flatMap((statement) =>
    statement.kind === "if" ? thrownUnless(statement, reading) : reading.statement(statement),
  );
}

/** `if (res.body.code !== "X") throw new Error(…)`. */
function thrownUnless(statement: Statement, { context }: AssertionReading): readonly Assertion[] {
  if (statement.kind !== "if" || !throws(statement.whenTrue)) return [];
  const { code } = demandsOf(statement.test, context, true);
  return code === undefined ? [] : [{ span: statement, about: undefined, code }];
}

function throws(statement: Statement): boolean {
  if (statement.kind === "block") return statement.body.length === 1 && statement.body[0]?.kind === "throw";
  return statement.kind === "throw";
}
