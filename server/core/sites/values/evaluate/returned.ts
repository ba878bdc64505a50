/** What a function returns for what it is given: of returns under a `switch` or a comparison those that can be reached. */
import type { SymbolicFunction, SymbolicGuard } from "../module-summary.ts";
import type { Evaluation } from "./evaluator.ts";
import { absentHead, type Frame, type Head } from "./head.ts";

/** All that may come back when the body runs in `frame`; never empty. */
export function returnedIn(called: SymbolicFunction, frame: Frame, evaluation: Evaluation): readonly Head[] {
  const found: Head[] = [];
  for (const [index, returned] of called.returns.entries()) {
    const guard = called.guards[index];
    const holds = guard === undefined ? "maybe" : holdsIn(guard, frame, evaluation);
    if (holds === "no") continue;
    found.push(...evaluation.resolve(returned, frame));
    if (holds === "yes") return found;
  }
  return found.length > 0 ? found : [absentHead];
}

function holdsIn({ subject, labels }: SymbolicGuard, frame: Frame, evaluation: Evaluation): "yes" | "no" | "maybe" {
  const [given, ...more] = evaluation.resolve(subject, frame);
  if (given?.kind !== "constant" || more.length > 0) return "maybe";
  let isSure = true;
  for (const label of labels) {
    const [only, ...others] = evaluation.resolve(label, frame);
    if (only?.kind !== "constant" || others.length > 0) isSure = false;
    else if (only.value === given.value) return "yes";
  }
  return isSure ? "no" : "maybe";
}
