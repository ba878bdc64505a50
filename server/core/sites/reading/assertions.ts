/** What one statement of a test says of an answer: `expect(res.status).toBe(403)`, `.expect(403)`, `assert.equal(…)`. */
import type { CallExpression, Expression, Statement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { ofAnswer } from "./answer-assertions.ts";
import { held, ofAssertFunction } from "./assert-functions.ts";
import { compared, objectContaining, ofProperty, rootName } from "./asserted-value.ts";
import { type Assertion, throughAwait } from "./assertion.ts";
import { withCallbacks } from "./callback-assertions.ts";
import { given, isMatcherOfOurs } from "./given-assertions.ts";
import { equalities, handing, isPartOfText, isStatusSetter, oneOfs, statusMatchers } from "./matcher-names.ts";
import { lastName } from "./names.ts";
import { asObject } from "./objects.ts";
import { ofRequest } from "./request-assertions.ts";
import { ofSnapshot, takesSnapshot } from "./snapshots.ts";
import { ofOneOf, statusAssertion } from "./status-assertions.ts";

export type { Assertion } from "./assertion.ts";

/** All assertions in a statement, in the order of the text. */
export function assertionsOf(statement: Statement, context: RecogniserContext): readonly Assertion[] {
  if (statement.kind === "variable") {
    return statement.declarators.flatMap(({ pattern, initializer }) =>
      initializer === undefined
        ? []
        : requested(initializer, pattern.kind === "name" ? pattern.name : undefined, context),
    );
  }
  const expression =
    statement.kind === "expression"
      ? statement.expression
      : statement.kind === "return"
        ? statement.argument
        : undefined;
  return expression === undefined ? [] : assertionsIn(expression, context);
}

/** The same for the body of an arrow function. */
export function assertionsIn(expression: Expression, context: RecogniserContext): readonly Assertion[] {
  const outer = throughAwait(expression);
  const inner = throughWords(outer);
  // `expect(…).to.be.true`: the word is what is asserted.
  if (inner.kind === "call" && outer.kind === "member" && outer.name === "true") {
    const [condition] = lastName(inner.callee) === "expect" ? inner.arguments : [];
    const holds = condition !== undefined && !isNegated(outer) ? held(inner, condition, context) : undefined;
    return holds === undefined ? [] : [holds];
  }
  if (inner.kind === "assignment") return requested(inner.value, lastName(inner.target), context);
  if (inner.kind !== "call") return [];
  const single = ofMatcher(inner, context) ?? ofAnswer(inner, context) ?? ofAssertFunction(inner, context);
  return single === undefined ? requested(inner, undefined, context) : [single];
}

/** `res.should.have.status(403).and.be.json`: what stands after the last call only adds to it. */
function throughWords(expression: Expression): Expression {
  let inner = expression;
  while (inner.kind === "member") inner = unwrapped(inner.object);
  return inner;
}

function isNegated(words: Expression): boolean {
  for (let inner = words; inner.kind === "member"; inner = unwrapped(inner.object))
    if (inner.name === "not") return true;
  return false;
}

/** What is asserted of a request, in its chain and in the callbacks of the chain. */
function requested(expression: Expression, name: string | undefined, context: RecogniserContext): readonly Assertion[] {
  return ofRequest(expression, name, context).map((one) =>
    withCallbacks(one, throughAwait(expression), {
      context,
      statement: (statement) => assertionsOf(statement, context),
      expression: (body) => assertionsIn(body, context),
    }),
  );
}

function ofMatcher(call: CallExpression, context: RecogniserContext): Assertion | undefined {
  const callee = unwrapped(call.callee);
  if (callee.kind !== "member") return undefined;
  const start = startOfExpectation(callee.object);
  if (start === undefined || start.negated) return undefined;
  const [first, second] = call.arguments;
  if (first === undefined) return undefined;
  if (statusMatchers.test(callee.name)) return statusAssertion(call, start.subject, first, context);
  if (start.property !== undefined && equalities.test(callee.name)) {
    return ofProperty(call, start.subject, start.property, first, context);
  }
  const wanted = unwrapped(first);
  if (wanted.kind === "keyword" && wanted.value === true && equalities.test(callee.name))
    return held(call, start.subject, context);
  if (/^(?:toHaveProperty|property|json)$/.test(callee.name)) {
    return second === undefined ? undefined : ofProperty(call, start.subject, first, second, context);
  }
  if (handing.test(callee.name) && isStatusSetter(start.subject)) {
    return statusAssertion(call, start.subject, call.arguments.at(-1) ?? first, context);
  }
  if (handing.test(callee.name)) {
    const described = call.arguments.find((argument) => asObject(objectContaining(argument)) !== undefined);
    return described === undefined ? undefined : compared(call, start.subject, described, context);
  }
  if (oneOfs.test(callee.name)) {
    const among = ofOneOf(call, start.subject, first, context);
    if (among !== undefined) return among;
  }
  if (takesSnapshot(callee.name)) return ofSnapshot(call, start.subject, context);
  if (isPartOfText(callee.name, first)) return undefined;
  if (callee.name === "toMatchObject" || equalities.test(callee.name))
    return compared(call, start.subject, first, context);
  return isMatcherOfOurs(callee.name) ? given(call, call.arguments, rootName(start.subject), context) : undefined;
}

interface Expectation {
  readonly subject: Expression;
  readonly negated: boolean;
  /** What was asked for before the comparison: `.have.property("code").eql("X")`. */
  readonly property: Expression | undefined;
}

/** `expect(x)` behind `.to.be`, `.resolves`, `.not`; `x.should` for the should style. */
function startOfExpectation(expression: Expression): Expectation | undefined {
  let inner = unwrapped(expression);
  let negated = false;
  let property: Expression | undefined;
  for (let step = 0; step < 12; step += 1) {
    if (inner.kind === "member") {
      if (inner.name === "not") negated = true;
      if (inner.name === "should") return { subject: inner.object, negated, property };
      if (inner.name === "to" && lastName(inner.object) === "response") {
        return { subject: inner.object, negated, property };
      }
      inner = unwrapped(inner.object);
    } else if (inner.kind === "call") {
      const name = lastName(inner.callee);
      const [first] = inner.arguments;
      if ((name === "expect" || name === "soft") && first !== undefined) return { subject: first, negated, property };
      if (name === "property" && inner.arguments.length === 1) property = first;
      inner = unwrapped(inner.callee);
    } else return undefined;
  }
  return undefined;
}
