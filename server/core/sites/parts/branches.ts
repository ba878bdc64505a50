/** The expressions that may stand in the place of one: both sides of a conditional, of `??` and of `||`. */
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";

const mostBranches = 32;

/** Never empty; parentheses and assertions are read through. */
export function branchesOf(expression: Expression): readonly Expression[] {
  const found: Expression[] = [];
  const open: Expression[] = [expression];
  for (let next = open.pop(); next !== undefined && found.length < mostBranches; next = open.pop()) {
    const inner = unwrapped(next);
    if (inner.kind === "conditional") open.push(inner.whenFalse, inner.whenTrue);
    else if (inner.kind === "binary" && (inner.operator === "??" || inner.operator === "||")) {
      open.push(inner.right, inner.left);
    } else found.push(inner);
  }
  return found;
}
