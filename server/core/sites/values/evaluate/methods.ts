/** Methods of instances: which function a class runs under a name, and what a call of it gives and changes. */
import type { SymbolicClass, SymbolicFunction } from "../module-summary.ts";
import type { Evaluation } from "./evaluator.ts";
import { activation } from "./frames.ts";
import type { Frame, Given, Head, InstanceHead, SymbolicHead } from "./head.ts";
import { returnedIn } from "./returned.ts";

const deepestClass = 8;

/** The method of a class or of the nearest class above it that has one; empty without any. */
export function methodOf(maker: Head, name: string, evaluation: Evaluation, depth = 0): readonly Head[] {
  if (maker.kind !== "symbolic" || maker.value.kind !== "class" || depth > deepestClass) return [];
  const { frame } = maker;
  const method = maker.value.methods.findLast((one) => one.name === name);
  if (method !== undefined) return evaluation.resolve(method.value, frame);
  const above = classAbove(maker.value, frame, evaluation);
  return above === undefined ? [] : methodOf(above, name, evaluation, depth + 1);
}

/** The one class that a class extends. */
export function classAbove(value: SymbolicClass, frame: Frame, evaluation: Evaluation): Head | undefined {
  if (value.superclass === undefined) return undefined;
  const above = evaluation.resolve(value.superclass, frame).flatMap((parent) => evaluation.callable(parent));
  return above.length === 1 ? above[0] : undefined;
}

/**
 * What a method gives back, with what it has set: `.status(404)` of a builder gives the builder with a status. Undefined
 * for a method that is not known or gives nothing back.
 */
export function calledMethod(
  self: Head & InstanceHead,
  name: string,
  given: Given,
  evaluation: Evaluation,
): readonly Head[] | undefined {
  const [method, ...more] = methodOf(self.maker, name, evaluation);
  if (method === undefined || more.length > 0 || !isFunction(method)) return undefined;
  const { value: called, frame } = method;
  if (called.returns.length === 0) return undefined;
  const before = activation(called, frame, given, self);
  const set = called.assignments.map((assignment) => ({ ...assignment, frame: before }));
  const changed: Head = set.length === 0 ? self : { ...self, changes: [...(self.changes ?? []), ...set] };
  const after = activation(called, frame, given, changed);
  return returnedIn(called, after, evaluation);
}

function isFunction(head: Head): head is Head & SymbolicHead & { readonly value: SymbolicFunction } {
  return head.kind === "symbolic" && head.value.kind === "function";
}
