/** What one statement of a test says of an answer: `expect(res.status).toBe(403)`, `.expect(403)`, `assert.equal(…)`. */
import type { CallExpression, Expression, Statement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown } from "../site-draft.ts";
import { ofAnswer } from "./answer-assertions.ts";
import { compared, objectContaining, ofProperty, rootName } from "./asserted-value.ts";
import { type Assertion, throughAwait } from "./assertion.ts";
import { withCallbacks } from "./callback-assertions.ts";
import { comparedSubject } from "./compared-subject.ts";
import { demandsOf } from "./condition.ts";
import { mergeParts } from "./condition-atoms.ts";
import { given, isFunctionOfOurs, isMatcherOfOurs } from "./given-assertions.ts";
import { lastName } from "./names.ts";
import { asObject } from "./objects.ts";
import { isTestContext } from "./receiver.ts";
import { ofRequest } from "./request-assertions.ts";
import { ofSnapshot, takesSnapshot } from "./snapshots.ts";

export type { Assertion } from "./assertion.ts";

const equalities =
  /^(?:toBe|toEqual|toStrictEqual|toMatchObject|equal|equals|eq|eql|deepEqual|deepStrictEqual|strictEqual|is|same|toContainEqual|include|containSubset|matchObject|looseEqual)$/;
/** Functions of tap and ava that are given some fields of what they look at. */
/** Functions of Deno's standard library. */
const ofDeno = /^assert(?:Equals|StrictEquals|ObjectMatch)$/;
const likenesses = /^(?:match|matchOnly|has|hasStrict|strictSame|like)$/;
/** Matchers that are given what a function throws or is called with. */
const handing =
  /^(?:toThrow|toThrowError|toHaveBeenCalledWith|toHaveBeenLastCalledWith|toHaveBeenNthCalledWith|toHaveBeenCalledExactlyOnceWith|toBeCalledWith|rejectedWith|calledWith|calledWithExactly|calledOnceWith|calledOnceWithExactly)$/;
/** Matchers of one value and a list that it is in. */
const oneOfs = /^(?:toContain|toBeOneOf|oneOf|toBeIn|include|contain)$/;
const statusMatchers = /^(?:status|toHaveStatus|toHaveStatusCode|statusCode|toHaveHTTPStatus)$/;

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
  const inner = throughWords(throughAwait(expression));
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

// ---------------------------------------------------------------- expect(x).toBe(y)

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
  if (callee.name === "toMatchObject" || equalities.test(callee.name))
    return compared(call, start.subject, first, context);
  return isMatcherOfOurs(callee.name) ? given(call, call.arguments, rootName(start.subject), context) : undefined;
}

/** `expect([401, 403]).toContain(res.status)`, `expect(res.status).to.be.oneOf([401, 403])`. */
function ofOneOf(
  call: CallExpression,
  subject: Expression,
  value: Expression,
  context: RecogniserContext,
): Assertion | undefined {
  const [list, one] = unwrapped(subject).kind === "array" ? [subject, value] : [value, subject];
  const array = unwrapped(list);
  if (array.kind !== "array" || comparedSubject(one, context.bindings)?.kind !== "status") return undefined;
  const parts = array.elements.flatMap((element) => (element && context.parts.status(element)) ?? []);
  const status =
    parts.length === array.elements.length ? parts.reduce<Assertion["status"]>(mergeParts, undefined) : undefined;
  return isKnown(status) ? { span: call, about: rootName(one), status } : undefined;
}

/** `expect(res.status).toHaveBeenCalledWith(404)`: the mock of what a handler sets its status with. */
function isStatusSetter(subject: Expression): boolean {
  return /^(?:status|sendStatus|code|writeHead|statusMock|mockStatus|statusSpy)$/.test(lastName(subject) ?? "");
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

function statusAssertion(
  call: CallExpression,
  subject: Expression,
  value: Expression,
  context: RecogniserContext,
): Assertion | undefined {
  const status = context.parts.status(value, { certainty: "certain" });
  return isKnown(status) ? { span: call, about: rootName(subject), status } : undefined;
}

// ---------------------------------------------------------------- assert.equal(x, y)

function ofAssertFunction(call: CallExpression, context: RecogniserContext): Assertion | undefined {
  const callee = unwrapped(call.callee);
  const name = callee.kind === "member" ? callee.name : callee.kind === "identifier" ? callee.name : "";
  const [holder, path, expected] = call.arguments;
  if (
    /^(?:nested|deep|own)?property(?:val)?$/i.test(name) &&
    holder !== undefined &&
    path !== undefined &&
    expected !== undefined
  ) {
    return ofProperty(call, holder, path, expected, context);
  }
  if (isFunctionOfOurs(name)) return given(call, call.arguments.slice(1), firstName(call), context);
  if (handing.test(name)) return ofSpy(call, context);
  const fails = /^(?:throws|rejects|throwsAsync)$/.test(name);
  const holds = /^(?:ok|assert|isTrue|true)$/.test(name);
  const isEqual = equalities.test(name) || likenesses.test(name) || ofDeno.test(name);
  if (!fails && !holds && !isEqual) return undefined;
  const owner = callee.kind === "member" ? (lastName(callee.object) ?? "") : "assert";
  const isAsserting = /^(?:assert|t|chai|strict|should|test|tap|expect)$/.test(owner);
  if (!isAsserting && (callee.kind !== "member" || !isTestContext(callee.object, context))) return undefined;
  const [subject, value] = call.arguments;
  if (holds && subject !== undefined) return held(call, subject, context);
  if (subject === undefined || value === undefined) return undefined;
  // What a function throws is described by an object only.
  if (fails) return asObject(value) === undefined ? undefined : compared(call, subject, value, context);
  return compared(call, subject, value, context) ?? compared(call, value, subject, context);
}

/** `sinon.assert.calledWith(res.status, 403)`. */
function ofSpy(call: CallExpression, context: RecogniserContext): Assertion | undefined {
  const callee = unwrapped(call.callee);
  if (callee.kind !== "member" || lastName(callee.object) !== "assert") return undefined;
  const [spy, ...given] = call.arguments;
  const last = given.at(-1);
  if (spy === undefined || last === undefined) return undefined;
  if (isStatusSetter(spy)) return statusAssertion(call, spy, last, context);
  return asObject(objectContaining(last)) === undefined ? undefined : compared(call, spy, last, context);
}

/** `assert.ok(res.statusCode === 422)`. */
function held(call: CallExpression, condition: Expression, context: RecogniserContext): Assertion | undefined {
  const { status, code } = demandsOf(condition, context);
  const inner = unwrapped(condition);
  const about = inner.kind === "binary" ? rootName(inner.left) : undefined;
  return status === undefined && code === undefined ? undefined : { span: call, about, status, code };
}

function firstName(call: CallExpression): string | undefined {
  const [first] = call.arguments;
  return first === undefined ? undefined : rootName(first);
}
