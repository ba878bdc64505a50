import type { Expression } from "./tree.ts";

/** The expression inside parentheses, `as`, `satisfies`, `!` and angle-bracket assertions. */
export function unwrapped(expression: Expression): Expression {
  let inner = expression;
  while (inner.kind === "wrapped") inner = inner.expression;
  return inner;
}
