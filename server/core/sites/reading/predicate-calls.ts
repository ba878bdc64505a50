/** Calls of functions that tell an error from others: `hasErrorCode(err, "DEVICE_LOCKED")`, `isStatus(err, 404)`. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { comparedOwner } from "../parts/code-shapes.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf, weakened } from "../site-draft.ts";
import { mayBePredicate, narrowedClass } from "../values/answers/may-tell.ts";
import { answerOf } from "./answer-of.ts";
import { readCallAnswer } from "./call-answer-parts.ts";
import type { Atom } from "./condition-atoms.ts";

/** What holds where the call is true; undefined where the function that it runs compares nothing with what it is given. */
export function predicate(call: CallExpression, context: RecogniserContext, negated: boolean): Atom | undefined {
  const [subject] = call.arguments;
  if (subject === undefined || !mayBePredicate(call, context.file.text)) return undefined;
  const [only, ...more] = context.values
    .answersOf(ofInstance(call, context) ?? call, undefined)
    .filter(({ idiom }) => idiom === "comparison");
  if (only === undefined || more.length > 0) return undefined;
  const { status, code } = readCallAnswer(only, call, context);
  if (!isKnown(status) && !isKnown(code)) return undefined;
  if (valuesOf(code).some((value) => comparedOwner(value) !== undefined)) return undefined;
  return {
    span: { start: call.start, end: call.end },
    negated,
    subject: context.file.text.slice(subject.start, subject.end),
    status: isKnown(status) ? weakened(status, "likely") : undefined,
    code: isKnown(code) ? weakened(code, "likely") : undefined,
    path: undefined,
    answer: answerOf(subject, context.bindings),
    needsStatus: false,
  };
}

/** The call as a method of an instance of the class that the error is asked for; undefined where it is asked for none. */
function ofInstance(call: CallExpression, { file }: RecogniserContext): CallExpression | undefined {
  const callee = unwrapped(call.callee);
  const name = callee.kind === "member" ? narrowedClass(callee.object, file.text) : undefined;
  if (callee.kind !== "member" || name === undefined) return undefined;
  const { start, end } = callee.object;
  const at = { start, end };
  const made: Expression = {
    kind: "new",
    callee: { kind: "identifier", name, ...at },
    arguments: [],
    argumentsSpan: { start: end, end },
    closed: true,
    ...at,
  };
  return { ...call, callee: { ...callee, object: made } };
}
