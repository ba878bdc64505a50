/** Members that nobody wrote, to ask for the value of. */
import type { Expression } from "./tree.ts";

/** `named.a.b`: it stands where `named` stands, and its names have no place. */
export function memberAt(named: Expression, path: readonly string[]): Expression {
  const { start, end } = named;
  return path.reduce<Expression>(
    (object, name) => ({ kind: "member", object, name, nameSpan: { start: end, end }, optional: false, start, end }),
    named,
  );
}
