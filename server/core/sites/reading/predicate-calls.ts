/** Calls of functions that tell an error from others: `hasErrorCode(err, "DEVICE_LOCKED")`, `isStatus(err, 404)`. */
import type { CallExpression } from "../../syntax/tree.ts";
import { comparedOwner } from "../parts/code-shapes.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf, weakened } from "../site-draft.ts";
import { mayBePredicate } from "../values/answers/may-tell.ts";
import { answerOf } from "./answer-of.ts";
import { readCallAnswer } from "./call-answer-parts.ts";
import type { Atom } from "./condition-atoms.ts";

/** What holds where the call is true; undefined where the function that it runs compares nothing with what it is given. */
export function predicate(call: CallExpression, context: RecogniserContext, negated: boolean): Atom | undefined {
  const [subject] = call.arguments;
  if (subject === undefined || !mayBePredicate(call)) return undefined;
  const [only, ...more] = context.values.answersOf(call, undefined).filter(({ idiom }) => idiom === "comparison");
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
