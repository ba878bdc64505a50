/** What one statement of a test says of an answer: `expect(res.status).toBe(403)`, `.expect(403)`, `assert.equal(…)`. */
import type { CallExpression, Expression, Statement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Span } from "../../text/span.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown } from "../site-draft.ts";
import { comparedSubject } from "./compared-subject.ts";
import { lastName, pathOf, plainName, rootOf } from "./names.ts";
import { asObject, propertyOf, stringOf } from "./objects.ts";
import { type Assertion, ofRequest, throughAwait } from "./request-assertions.ts";

export type { Assertion } from "./request-assertions.ts";

const equalities =
  /^(?:toBe|toEqual|toStrictEqual|toMatchObject|equal|equals|eq|eql|deepEqual|deepStrictEqual|strictEqual|is|same|toContainEqual|include|containSubset|matchObject|looseEqual)$/;
/** Matchers that are given what a function throws or is called with. */
const handing =
  /^(?:toThrow|toThrowError|toHaveBeenCalledWith|toHaveBeenLastCalledWith|toHaveBeenNthCalledWith|toBeCalledWith|rejectedWith)$/;
const statusMatchers = /^(?:status|toHaveStatus|toHaveStatusCode|statusCode|toHaveHTTPStatus)$/;

/** All assertions in a statement, in the order of the text. */
export function assertionsOf(statement: Statement, context: RecogniserContext): readonly Assertion[] {
  if (statement.kind === "variable") {
    return statement.declarators.flatMap(({ pattern, initializer }) =>
      initializer === undefined
        ? []
        : ofRequest(initializer, pattern.kind === "name" ? pattern.name : undefined, context),
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
  const inner = throughAwait(expression);
  if (inner.kind === "assignment") return ofRequest(inner.value, lastName(inner.target), context);
  if (inner.kind !== "call") return [];
  const single = ofMatcher(inner, context) ?? ofAssertFunction(inner, context);
  return single === undefined ? ofRequest(inner, undefined, context) : [single];
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
  if (callee.name === "toHaveProperty" || callee.name === "property") {
    return second === undefined ? undefined : ofProperty(call, start.subject, first, second, context);
  }
  if (handing.test(callee.name)) {
    const described = call.arguments.find((argument) => asObject(objectContaining(argument)) !== undefined);
    return described === undefined ? undefined : compared(call, start.subject, described, context);
  }
  if (callee.name === "toMatchObject" || equalities.test(callee.name))
    return compared(call, start.subject, first, context);
  return undefined;
}

interface Expectation {
  readonly subject: Expression;
  readonly negated: boolean;
}

/** `expect(x)` behind `.to.be`, `.resolves`, `.not`; `x.should` for the should style. */
function startOfExpectation(expression: Expression): Expectation | undefined {
  let inner = unwrapped(expression);
  let negated = false;
  for (let step = 0; step < 12; step += 1) {
    if (inner.kind === "member") {
      if (inner.name === "not") negated = true;
      if (inner.name === "should") return { subject: inner.object, negated };
      if (inner.name === "to" && lastName(inner.object) === "response") return { subject: inner.object, negated };
      inner = unwrapped(inner.object);
    } else if (inner.kind === "call") {
      const name = lastName(inner.callee);
      const [first] = inner.arguments;
      if ((name === "expect" || name === "soft") && first !== undefined) return { subject: first, negated };
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

/** `subject` equals `value`: a status, a code, a message, a body, or a whole answer. */
function compared(
  call: Span,
  subject: Expression,
  value: Expression,
  context: RecogniserContext,
): Assertion | undefined {
  const at = { span: call, about: rootName(subject) };
  const object = asObject(objectContaining(value));
  if (object !== undefined) {
    const body = context.parts.body(object);
    const found = context.parts.inBody(body, object);
    const isAnswer = propertyOf(object, "body", "data") !== undefined;
    const code = found.code?.certainty === "weak" ? undefined : found.code;
    if (!isKnown(code) && !isKnown(found.status) && !isAnswer) return undefined;
    return { ...at, status: found.status, code, message: found.message, body: isAnswer ? undefined : body };
  }
  const what = comparedSubject(subject, context.bindings);
  if (what?.kind === "status") {
    const status = context.parts.status(value, { certainty: "likely" });
    return isKnown(status) ? { ...at, status } : undefined;
  }
  const path = pathOf(subject) ?? [];
  if (what?.kind === "code") {
    const code = context.parts.code(value, { certainty: "likely" });
    if (isKnown(code)) {
      const certainties = code.values.map((item) => what.judge(item.value));
      const sure = certainties.every((one) => one !== undefined);
      const weak = certainties.includes("weak") || code.certainty === "weak";
      if (sure) return { ...at, code: { ...code, certainty: weak ? "weak" : "likely" } };
    }
    return undefined;
  }
  const last = plainName(path.at(-1) ?? "");
  if (/^(?:message|msg|detail|errormessage|errordescription)$/.test(last) && path.length > 1) {
    const message = context.parts.message(value, { certainty: "likely" });
    return isKnown(message) ? { ...at, message } : undefined;
  }
  return undefined;
}

/** `expect.objectContaining({…})` is the object. */
function objectContaining(value: Expression): Expression {
  const inner = unwrapped(value);
  const [first] = inner.kind === "call" ? inner.arguments : [];
  return inner.kind === "call" && lastName(inner.callee) === "objectContaining" && first !== undefined ? first : inner;
}

/** `expect(res.body).toHaveProperty("error.code", "X")`. */
function ofProperty(
  call: CallExpression,
  subject: Expression,
  path: Expression,
  value: Expression,
  context: RecogniserContext,
): Assertion | undefined {
  const text = stringOf(path);
  if (text === undefined) return undefined;
  const at = { span: call, about: rootName(subject) };
  const last = plainName(text.split(".").at(-1) ?? "");
  if (/^(?:status|statuscode)$/.test(last)) {
    const status = context.parts.status(value, { certainty: "likely" });
    return isKnown(status) ? { ...at, status } : undefined;
  }
  if (/^(?:code|errorcode|errcode)$/.test(last)) {
    const code = context.parts.code(value, { certainty: "likely" });
    return isKnown(code) &&
      code.values.every((item) => typeof item.value === "string" || item.value >= 600 || item.value < 0)
      ? { ...at, code }
      : undefined;
  }
  if (last !== "message") return undefined;
  const message = context.parts.message(value, { certainty: "likely" });
  return isKnown(message) ? { ...at, message } : undefined;
}

// ---------------------------------------------------------------- assert.equal(x, y)

function ofAssertFunction(call: CallExpression, context: RecogniserContext): Assertion | undefined {
  const callee = unwrapped(call.callee);
  const name = callee.kind === "member" ? callee.name : callee.kind === "identifier" ? callee.name : "";
  if (!equalities.test(name)) return undefined;
  const owner = callee.kind === "member" ? (lastName(callee.object) ?? "") : "assert";
  if (!/^(?:assert|t|chai|strict|should|test|tap|expect)$/.test(owner)) return undefined;
  const [subject, value] = call.arguments;
  if (subject === undefined || value === undefined) return undefined;
  return compared(call, subject, value, context) ?? compared(call, value, subject, context);
}

/** The variable at the root of an access path: `res` of `res.body.error.code`. */
function rootName(expression: Expression): string | undefined {
  const root = rootOf(throughAwait(expression));
  return root.kind === "identifier" ? root.name : undefined;
}
