/** Fields of an instance that nothing sets after the class has: `this.code` of `class Clash extends AppError { code = "CLASH" }`. */
import type { Expression, SourceFile } from "../../../syntax/tree.ts";
import type { Scope, ScopeTree } from "./scope.ts";

export interface FinalField {
  readonly value: Expression;
  /** In which the value stands. */
  readonly scope: Scope;
}

/**
 * The field that `expression` reads, where it has one value only. A class without one above it may be the one above
 * others, which give its fields other values.
 */
export function finalField(expression: Expression, file: SourceFile, scopes: ScopeTree): FinalField | undefined {
  if (expression.kind !== "member" || expression.object.kind !== "identifier" || expression.object.name !== "this")
    return undefined;
  const { name } = expression;
  const around = scopes.classAround(expression);
  if (around === undefined || around.isStatic || around.class.superclass === undefined) return undefined;
  const field = around.class.members.findLast(
    ({ role, isStatic, key }) => role === "field" && !isStatic && key.name === name,
  );
  if (field?.value === undefined || isSet(name, file.text)) return undefined;
  return { value: field.value, scope: around.scope };
}

function isSet(name: string, text: string): boolean {
  const plain = /^\w+$/.test(name);
  return !plain || new RegExp(`\\bthis\\.${name}\\s*(?:[-+*/|&?]{0,2}=(?!=)|\\+\\+|--)`).test(text);
}
