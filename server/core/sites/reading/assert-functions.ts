/** Functions that assert: `assert.equal(res.statusCode, 404)`, `t.is(…)`, `assertEquals(…)`, `sinon.assert.calledWith(…)`. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { compared, objectContaining, ofProperty, rootName } from "./asserted-value.ts";
import type { Assertion } from "./assertion.ts";
import { demandsOf } from "./condition.ts";
import { given, isFunctionOfOurs } from "./given-assertions.ts";
import { equalities, equalityFunctions, handing, isPartOfText, isStatusSetter } from "./matcher-names.ts";
import { lastName } from "./names.ts";
import { asObject } from "./objects.ts";
import { isTestContext } from "./receiver.ts";
import { statusAssertion } from "./status-assertions.ts";

/** What a call of such a function asserts; undefined for every other call. */
export function ofAssertFunction(call: CallExpression, context: RecogniserContext): Assertion | undefined {
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
  const isEqual = equalities.test(name) || equalityFunctions.test(name);
  if (!fails && !holds && !isEqual) return undefined;
  const owner = callee.kind === "member" ? (lastName(callee.object) ?? "") : "assert";
  const isAsserting = /^(?:assert|t|chai|strict|should|test|tap|expect)$/.test(owner);
  if (!isAsserting && (callee.kind !== "member" || !isTestContext(callee.object, context))) return undefined;
  const [subject, value] = call.arguments;
  if (holds && subject !== undefined) return held(call, subject, context);
  if (subject === undefined || value === undefined || isPartOfText(name, value)) return undefined;
  // What a function throws is described by an object only.
  if (fails) return asObject(value) === undefined ? undefined : compared(call, subject, value, context);
  return compared(call, subject, value, context) ?? compared(call, value, subject, context);
}

/** `sinon.assert.calledWith(res.status, 403)`. */
function ofSpy(call: CallExpression, context: RecogniserContext): Assertion | undefined {
  const callee = unwrapped(call.callee);
  if (callee.kind !== "member" || lastName(callee.object) !== "assert") return undefined;
  const [spy, ...given] = call.arguments;
  return spy && calledWith(call, spy, given, context);
}

function calledWith(
  call: CallExpression,
  spy: Expression,
  given: readonly Expression[],
  context: RecogniserContext,
): Assertion | undefined {
  const last = given.at(-1);
  if (last === undefined) return undefined;
  if (isStatusSetter(spy)) return statusAssertion(call, spy, last, context);
  return asObject(objectContaining(last)) === undefined ? undefined : compared(call, spy, last, context);
}

/** What holds: `assert.ok(res.statusCode === 422)`, `expect(res.status.calledWith(403)).to.be.true`. */
export function held(call: CallExpression, condition: Expression, context: RecogniserContext): Assertion | undefined {
  const asked = unwrapped(condition);
  const callee = asked.kind === "call" ? unwrapped(asked.callee) : undefined;
  if (asked.kind === "call" && callee?.kind === "member" && /^calledW|^calledOnceW/.test(callee.name))
    return calledWith(call, callee.object, asked.arguments, context);
  const { status, code } = demandsOf(condition, context);
  const inner = unwrapped(condition);
  const about = inner.kind === "binary" ? rootName(inner.left) : undefined;
  return status === undefined && code === undefined ? undefined : { span: call, about, status, code };
}

function firstName(call: CallExpression): string | undefined {
  const [first] = call.arguments;
  return first === undefined ? undefined : rootName(first);
}
