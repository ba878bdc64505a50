/** Small questions about object literals that every recogniser asks. */
import type { Expression, ObjectLiteral, Property } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";

/** The property named `name`, or the first of `names` that the object has, in the order of `names`. */
export function propertyOf(object: ObjectLiteral, ...names: readonly string[]): Property | undefined {
  for (const name of names) {
    const found = object.members.find((member) => member.kind === "property" && member.key.name === name);
    if (found !== undefined && found.kind === "property") return found;
  }
  return undefined;
}

/** Whether the object has a property or method of that name, whatever its value. */
export function hasMember(object: ObjectLiteral, name: string): boolean {
  return object.members.some((member) => member.kind !== "spread" && member.key.name === name);
}

/** Whether members may be hidden: a spread, or a key that is computed. */
export function isOpen(object: ObjectLiteral): boolean {
  return object.members.some((member) => member.kind === "spread" || member.key.name === undefined);
}

/** The expression as an object literal, read through parentheses and assertions. */
export function asObject(expression: Expression | undefined): ObjectLiteral | undefined {
  if (expression === undefined) return undefined;
  const inner = unwrapped(expression);
  return inner.kind === "object" ? inner : undefined;
}

/** The text of a string literal or of a template without substitutions. */
export function stringOf(expression: Expression | undefined): string | undefined {
  if (expression === undefined) return undefined;
  const inner = unwrapped(expression);
  if (inner.kind === "string") return inner.value;
  if (inner.kind === "template" && inner.expressions.length === 0) return inner.chunks[0]?.value;
  return undefined;
}

/** The number of a literal, its sign included; undefined for anything else. */
export function numberOf(expression: Expression | undefined): number | undefined {
  if (expression === undefined) return undefined;
  const inner = unwrapped(expression);
  if (inner.kind === "number" && !Number.isNaN(inner.value)) return inner.value;
  if (inner.kind === "unary" && (inner.operator === "-" || inner.operator === "+")) {
    const operand = unwrapped(inner.operand);
    if (operand.kind === "number" && inner.start < operand.start && !Number.isNaN(operand.value)) {
      return inner.operator === "-" ? -operand.value : operand.value;
    }
  }
  return undefined;
}
