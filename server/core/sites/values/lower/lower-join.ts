/** Texts joined of parts: `["UPSTREAM", "DEAD"].join("_")`, `[area, ...parts].filter(Boolean).join(".")`, `parts.join("/")`. */
import type { CallExpression, Expression } from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import type { SymbolicJoin } from "../module-summary.ts";
import { type Lowering, spanOf } from "./lowering.ts";
import type { Scope } from "./scope.ts";

/** The text that the call makes; undefined where nothing says what lies between the parts. */
export function lowerJoin(
  call: CallExpression,
  joined: Expression,
  lowering: Lowering,
  scope: Scope,
): SymbolicJoin | undefined {
  const separator = call.arguments[0] && unwrapped(call.arguments[0]);
  const list = withoutFilter(joined);
  if (separator?.kind !== "string") return undefined;
  const join = { kind: "join", separator: separator.value, ...spanOf(call) } as const;
  if (list.kind === "identifier")
    return { ...join, items: [{ value: lowering.expression(list, scope), spread: true }] };
  if (list.kind !== "array" || list.elements.length === 0) return undefined;
  const items = list.elements.flatMap((element) => {
    if (element === undefined) return [];
    const spread = element.kind === "prefix" && element.operator === "...";
    return [{ value: lowering.expression(spread ? element.argument : element, scope), spread }];
  });
  return { ...join, items };
}

/** `parts.filter(Boolean)` leaves out what is nothing, which nobody gives as a constant. */
function withoutFilter(written: Expression): Expression {
  const list = unwrapped(written);
  const callee = list.kind === "call" ? unwrapped(list.callee) : undefined;
  const [test] = list.kind === "call" ? list.arguments : [];
  const isFilter = callee?.kind === "member" && callee.name === "filter" && test?.kind === "identifier";
  return isFilter && test.name === "Boolean" ? unwrapped(callee.object) : list;
}
