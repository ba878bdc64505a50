/** Of which class a value is where it is asked for a member: `error` in `if (error instanceof Taken) reply(error.code)`. */
import type { Expression, SourceFile } from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import type { Scope, ScopeTree } from "./scope.ts";

export interface TestedClass {
  readonly class: Expression;
  /** In which the class is named. */
  readonly scope: Scope;
}

type MemberExpression = Extract<Expression, { kind: "member" }>;

/** The class that the conditions around `member` demand of its object; undefined where none of them asks for one. */
export function testedClass(member: MemberExpression, file: SourceFile, scopes: ScopeTree): TestedClass | undefined {
  const object = unwrapped(member.object);
  if (object.kind !== "identifier" || !file.text.includes(`${object.name} instanceof `)) return undefined;
  for (const { test, scope } of scopes.conditionsAround(member)) {
    const tested = classIn(test, object.name);
    if (tested !== undefined) return { class: tested, scope };
  }
  return undefined;
}

/** The class that `name` is an instance of where the condition holds. */
function classIn(test: Expression, name: string): Expression | undefined {
  const inner = unwrapped(test);
  if (inner.kind !== "binary") return undefined;
  if (inner.operator === "&&") return classIn(inner.left, name) ?? classIn(inner.right, name);
  const left = unwrapped(inner.left);
  return inner.operator === "instanceof" && left.kind === "identifier" && left.name === name ? inner.right : undefined;
}
