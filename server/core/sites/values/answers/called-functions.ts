/** Which functions a call runs, methods of instances among them. */

import type { Evaluation } from "../evaluate/evaluator.ts";
import { moduleFrame } from "../evaluate/frames.ts";
import { type Frame, type Head, headOf, type SymbolicHead } from "../evaluate/head.ts";
import { memberOf } from "../evaluate/members.ts";
import { classAbove, methodOf } from "../evaluate/methods.ts";
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
  const open = self.kind === "unknown" || self.kind === "absent";
  const known = open ? (declaredInstance(callee.object, frame, evaluation) ?? self) : self;
  return onlyFunction(membersOf(known, callee.name, evaluation), known, evaluation);
}

/** An instance of the class that a parameter or a field is declared as: `constructor(private errors: ErrorService)`. */
function declaredInstance(object: SymbolicValue, frame: Frame, evaluation: Evaluation): Head | undefined {
  switch (object.kind) {
    case "local":
      return declaredInstance(object.value, frame, evaluation);
    case "parameter":
      return instanceOfType(object.typeName, frame, evaluation);
    case "member": {
      const [owner, ...more] = object.object.kind === "this" ? evaluation.resolve(object.object, frame) : [];
      return owner?.kind === "instance" && more.length === 0
        ? fieldInstance(owner.maker, object.name, evaluation, 0)
        : undefined;
    }
    default:
      return undefined;
  }
}

/** The field of the class or of the nearest class above it that declares one of that name. */
function fieldInstance(maker: Head, name: string, evaluation: Evaluation, depth: number): Head | undefined {
  if (maker.kind !== "symbolic" || maker.value.kind !== "class" || depth > deepestClass) return undefined;
  const typeName = maker.value.fieldTypes.get(name);
  if (typeName !== undefined) return instanceOfType(typeName, maker.frame, evaluation);
  const above = classAbove(maker.value, maker.frame, evaluation);
  return above === undefined ? undefined : fieldInstance(above, name, evaluation, depth + 1);
}

function instanceOfType(name: string | undefined, frame: Frame, evaluation: Evaluation): Head | undefined {
  if (name === undefined) return undefined;
  const [maker, ...more] = evaluation
    .resolve({ kind: "name", name, start: 0, end: 0 }, moduleFrame(frame.view))
    .flatMap((head) => evaluation.callable(head));
  if (maker?.kind !== "symbolic" || maker.value.kind !== "class" || more.length > 0) return undefined;
  return headOf({ kind: "instance", maker, given: { arguments: [], complete: false, label: "" } });
}

function membersOf(self: Head, name: string, evaluation: Evaluation): readonly Head[] {
  if (self.kind !== "instance") return memberOf(self, name, evaluation);
  const own = methodOf(self.maker, name, evaluation);
  return own.length > 0 ? own : memberOf(self, name, evaluation);
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
