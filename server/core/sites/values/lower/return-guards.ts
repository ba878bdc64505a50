/** On what it depends that a function returns: `switch (code) { case "X": return 404 }`, `if (code === "X") return 404`. */
import type { Expression, IfStatement, Statement, SwitchStatement } from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import type { SymbolicGuard, SymbolicValue } from "../module-summary.ts";

type Lower = (expression: Expression) => SymbolicValue;

/** The guard of an `if` that returns where one thing is one of several constants; undefined for any other. */
export function guardOfIf({ test, whenTrue }: IfStatement, lower: Lower): SymbolicGuard | undefined {
  const compared = returns(whenTrue) ? comparisonsIn(test) : undefined;
  const [first] = compared ?? [];
  if (compared === undefined || first === undefined) return undefined;
  const name = nameOf(first.subject);
  if (name === undefined || compared.some(({ subject }) => nameOf(subject) !== name)) return undefined;
  return { subject: lower(first.subject), labels: compared.map(({ label }) => lower(label)) };
}

/** The guards of the clauses of a `switch`; a clause is also reached from empty ones above it. */
export function guardsOfCases(
  { discriminant, cases }: SwitchStatement,
  lower: Lower,
): readonly (SymbolicGuard | undefined)[] {
  if (!cases.some(({ body }) => body.some(returns))) return [];
  const subject = lower(discriminant);
  let before: readonly Expression[] | undefined = [];
  return cases.map(({ test, body }) => {
    const tests: readonly Expression[] | undefined = before && test && [...before, test];
    before = body.length === 0 ? tests : [];
    return tests && { subject, labels: tests.map(lower) };
  });
}

function returns(statement: Statement): boolean {
  if (statement.kind === "return") return true;
  return statement.kind === "block" && statement.body.at(-1)?.kind === "return";
}

interface Compared {
  readonly subject: Expression;
  readonly label: Expression;
}

function comparisonsIn(test: Expression): readonly Compared[] | undefined {
  const inner = unwrapped(test);
  if (inner.kind !== "binary") return undefined;
  if (inner.operator === "||") {
    const left = comparisonsIn(inner.left);
    const right = left && comparisonsIn(inner.right);
    return right && left && [...left, ...right];
  }
  if (inner.operator !== "===" && inner.operator !== "==") return undefined;
  return [{ subject: inner.left, label: inner.right }];
}

/** Only names are told to be the same. */
function nameOf(subject: Expression): string | undefined {
  const inner = unwrapped(subject);
  if (inner.kind === "identifier") return inner.name;
  if (inner.kind !== "member") return undefined;
  const owner = nameOf(inner.object);
  return owner === undefined ? undefined : `${owner}.${inner.name}`;
}
