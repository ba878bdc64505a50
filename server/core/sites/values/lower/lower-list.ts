/** Lists of values: the elements of arrays, and what calls are given. */
import { memberAt } from "../../../syntax/member-at.ts";
import type { Expression } from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import type { SymbolicValue } from "../module-summary.ts";
import type { Lowering } from "./lowering.ts";
import { isStatements, type Scope } from "./scope.ts";

export interface LoweredList {
  readonly values: readonly SymbolicValue[];
  /** False where something after the values is left out. */
  readonly complete: boolean;
}

/** Values up to the first spread. */
export function lowerList(
  expressions: readonly (Expression | undefined)[],
  scope: Scope,
  lowering: Lowering,
): LoweredList {
  const values: SymbolicValue[] = [];
  for (const expression of expressions) {
    if (expression?.kind === "prefix" && expression.operator === "...") return { values, complete: false };
    values.push(
      expression === undefined ? { kind: "undefined", start: 0, end: 0 } : lowering.expression(expression, scope),
    );
  }
  return { values, complete: true };
}

/** As many elements of a list as an error is given at most: status, code, message, details. */
const mostSpread = 4;

/**
 * The arguments of a call. The first list that is spread into them gives its elements (`fail(res, ...ERRORS.gone)`), and
 * nothing is known of what follows it. Functions among arguments are not looked into: nothing follows them.
 */
export function lowerArguments(given: readonly Expression[], scope: Scope, lowering: Lowering): LoweredList {
  const written = given.flatMap(literalElements).map(withoutFunctions);
  const { values, complete } = lowerList(written, scope, lowering);
  const spread = complete ? undefined : written[values.length];
  const list = spread?.kind === "prefix" ? unwrapped(spread.argument) : undefined;
  if (list?.kind !== "member" && list?.kind !== "identifier") return { values, complete };
  const whole = lowering.expression(list, scope);
  // Whatever the function was given itself is of any length.
  if (whole.kind === "parameter" || whole.kind === "unknown") return { values, complete };
  const elements = Array.from({ length: mostSpread }, (_, index) =>
    lowering.expression(memberAt(list, [String(index)]), scope),
  );
  return { values: [...values, ...elements], complete };
}

/** `...["CONFLICT", 409]` is the same as its elements. */
function literalElements(argument: Expression): readonly Expression[] {
  const spread = argument.kind === "prefix" && argument.operator === "..." ? unwrapped(argument.argument) : undefined;
  if (spread?.kind !== "array" || spread.elements.includes(undefined)) return [argument];
  return spread.elements.flatMap((element) => (element === undefined ? [] : [element]));
}

function withoutFunctions(argument: Expression): Expression {
  if (argument.kind !== "function" || !isStatements(argument.body)) return argument;
  return { kind: "missing", start: argument.start, end: argument.end };
}
