/** Calls of functions that tell an error from others: `hasErrorCode(err, "DEVICE_LOCKED")`, `isStatus(err, 404)`. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { comparedOwner, looksLikeCode } from "../parts/code-shapes.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf, weakened } from "../site-draft.ts";
import { isAsking, mayBePredicate, narrowedClass } from "../values/answers/may-tell.ts";
import { answerOf } from "./answer-of.ts";
import { readCallAnswer } from "./call-answer-parts.ts";
import type { Atom } from "./condition-atoms.ts";
import { lastName } from "./names.ts";
import { stringOf } from "./objects.ts";

/** What holds where the call is true; undefined where the function that it runs compares nothing with what it is given. */
export function predicate(call: CallExpression, context: RecogniserContext, negated: boolean): Atom | undefined {
  const asked = askedError(call);
  const subject = asked ?? call.arguments[0];
  if (subject === undefined || !mayBePredicate(call, context.file.text)) return undefined;
  const [only, ...more] = context.values
    .answersOf(ofInstance(call, context) ?? call, undefined)
    .filter(({ idiom }) => idiom === "comparison");
  if (more.length > 0 || (only === undefined && asked === undefined)) return undefined;
  const { status, code } = only === undefined ? guessed(call, context) : readCallAnswer(only, call, context);
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

/** The error whose own method is called: `failure` of `failure.is("PLANT_LIMIT")`; a class is given its error. */
function askedError({ callee }: CallExpression): Expression | undefined {
  const inner = unwrapped(callee);
  if (inner.kind !== "member" || !isAsking(inner.name)) return undefined;
  const owner = lastName(inner.object);
  return owner !== undefined && namesError.test(owner) ? inner.object : undefined;
}

const namesError =
  /^(?:err|error|exception|problem|failure|fault)$|^[a-z]\w*(?:Err|Error|Exception|Problem|Failure|Fault)$/;

/** What is asked of an error whose class is not at hand is a code, if it looks like one. */
function guessed({ arguments: [first, ...more] }: CallExpression, { parts }: RecogniserContext): GuessedParts {
  const isCode = first !== undefined && more.length === 0 && looksLikeCode(stringOf(first) ?? "");
  return { status: undefined, code: isCode ? parts.code(first, { certainty: "weak" }) : undefined };
}

type GuessedParts = Pick<ErrorSite, "status" | "code">;

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
