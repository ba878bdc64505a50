/** Assertions of a team's own, known by their names and by what they are given: `expectError(res, 409, "X")`, `.toBeProblem(409, "X")`. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf } from "../site-draft.ts";
import type { Assertion } from "./assertion.ts";
import { lastName } from "./names.ts";
import { isTestFile } from "./stand-in.ts";

/** Whether a function by its name asserts something of the answer that it is given first. */
export function isFunctionOfOurs(name: string): boolean {
  return /^(?:expect|assert|should|verify|check|ensure)_?[A-Z]\w*/.test(name) && ofErrors.test(name);
}

/** Whether a matcher that no library has is one of errors. */
export function isMatcherOfOurs(name: string): boolean {
  return /^(?:to|be|have|is|match)[A-Z]/.test(name) && ofErrors.test(name);
}

const ofErrors =
  /err|fail|problem|status|response|reject|refus|fault|exception|http|denied|forbidden|unauthori[sz]ed|notfound/i;

/** A status of failure and a code among the arguments; one alone says too little. */
export function given(
  call: CallExpression,
  arguments_: readonly Expression[],
  about: string | undefined,
  context: RecogniserContext,
): Assertion | undefined {
  if (!isTestFile(context.uri) && !isInTest(context)) return undefined;
  const status = arguments_
    .filter(mayBePart)
    .map((argument) => context.parts.status(argument, { certainty: "likely" }))
    .find((part) => isKnown(part) && valuesOf(part).every((value) => value >= 400));
  const code = arguments_
    .filter(mayBePart)
    .map((argument) => context.parts.code(argument, { certainty: "likely" }))
    .find(
      (part) => isKnown(part) && valuesOf(part).every((value) => typeof value === "string" && looksLikeCode(value)),
    );
  return status === undefined || code === undefined ? undefined : { span: call, about, status, code };
}

function isInTest({ ancestors }: RecogniserContext): boolean {
  return ancestors.some((outer) => outer.kind === "call" && /^(?:it|test|specify)$/.test(lastName(outer.callee) ?? ""));
}

function mayBePart(argument: Expression): boolean {
  return /^(?:number|string|member|identifier|index)$/.test(unwrapped(argument).kind);
}
