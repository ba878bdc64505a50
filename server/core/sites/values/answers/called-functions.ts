/** Which functions a call runs, methods of instances among them. */

import type { Evaluation } from "../evaluate/evaluator.ts";
import { type Frame, type Head, type SymbolicHead, unknownHead } from "../evaluate/head.ts";
import { memberOf } from "../evaluate/members.ts";
import type { SymbolicFunction, SymbolicValue } from "../module-summary.ts";

export interface CalledFunction {
  readonly function: SymbolicFunction;
  /** In which the function was made. */
  readonly frame: Frame;
  readonly self: Head | undefined;
}

const deepestClass = 8;

/** The one function that calling `callee` runs; undefined where it is not known, or may be another one. */
export function calledFunction(
  callee: SymbolicValue,
  frame: Frame,
  evaluation: Evaluation,
): CalledFunction | undefined {
  if (callee.kind !== "member") return onlyFunction(evaluation.resolve(callee, frame), undefined, evaluation);
  const [self, ...more] = evaluation.resolve(callee.object, frame);
  if (self === undefined || more.length > 0) return undefined;
  return onlyFunction(membersOf(self, callee.name, evaluation), self, evaluation);
}

function membersOf(self: Head, name: string, evaluation: Evaluation): readonly Head[] {
  if (self.kind !== "instance") return memberOf(self, name, evaluation);
  const own = methodOf(self.maker, name, evaluation, 0);
  return own.length > 0 ? own : memberOf(self, name, evaluation);
}

/** The method of a class or of the nearest class above it that has one. */
function methodOf(maker: Head, name: string, evaluation: Evaluation, depth: number): readonly Head[] {
  if (maker.kind !== "symbolic" || maker.value.kind !== "class" || depth > deepestClass) return [];
  const { frame } = maker;
  const method = maker.value.methods.findLast((one) => one.name === name);
  if (method !== undefined) return evaluation.resolve(method.value, frame);
  const { superclass } = maker.value;
  if (superclass === undefined) return [];
  const above = evaluation.resolve(superclass, frame).flatMap((parent) => evaluation.callable(parent));
  return above.length === 1 ? methodOf(above[0] ?? unknownHead, name, evaluation, depth + 1) : [];
}

function onlyFunction(
  heads: readonly Head[],
  self: Head | undefined,
  evaluation: Evaluation,
): CalledFunction | undefined {
  const callable = heads.flatMap((head) => evaluation.callable(head));
  const [only, ...more] = callable;
  if (only === undefined || more.length > 0 || !isFunction(only)) return undefined;
  return { function: only.value, frame: only.frame, self };
}

function isFunction(head: Head): head is Head & SymbolicHead & { readonly value: SymbolicFunction } {
  return head.kind === "symbolic" && head.value.kind === "function";
}
