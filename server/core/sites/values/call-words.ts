/** What a call is called, and which of what it is given is which. */
import type { CallExpression, Expression, NewExpression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { staticText } from "../../syntax/walk.ts";
import { encloses, type Span } from "../../text/span.ts";

/**
 * Where what a call is given stands: between its parentheses, or where steps lead to it (`fail(404)(res, "X")`,
 * `new Fault(404).withCode("X")`), in all of it.
 */
export function givingSpan(call: CallExpression | NewExpression): Span {
  const callee = unwrapped(call.callee);
  const before = callee.kind === "member" ? unwrapped(callee.object) : callee;
  return before.kind === "call" || before.kind === "new" ? call : call.argumentsSpan;
}

/** Says which argument of a call holds an expression. */
export function describerOf(expression: Expression, label: string): (argument: Expression) => string {
  return (argument) => {
    if (expression.kind !== "call" && expression.kind !== "new") return `set on \`${label}\``;
    const index = expression.arguments.findIndex((one) => encloses(one, argument));
    const whole = expression.arguments[index];
    const position = index < 0 ? `argument of \`${label}\`` : `argument ${index + 1} of \`${label}\``;
    return whole !== undefined && unwrapped(whole) !== argument && unwrapped(whole).kind === "object"
      ? `in ${position}`
      : position;
  };
}

/** What is called, as it is written: `AppError`, `errors.notFound`. */
export function labelOf(written: Expression): string {
  const expression = unwrapped(written);
  if (expression.kind === "identifier") return expression.name;
  if (expression.kind === "index") {
    const index = staticText(expression.index);
    return index === undefined ? "" : `${labelOf(expression.object)}[${index}]`;
  }
  if (expression.kind === "call") return labelOf(expression.callee);
  if (expression.kind !== "member") return "";
  const object = labelOf(expression.object);
  return object === "" ? expression.name : `${object}.${expression.name}`;
}
