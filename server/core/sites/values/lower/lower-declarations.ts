import type { EnumMember, EnumStatement, Expression, ModuleStatement } from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import type {
  SymbolicEntry,
  SymbolicEnum,
  SymbolicObject,
  SymbolicProperty,
  SymbolicValue,
} from "../module-summary.ts";
import { type Lowering, spanOf, unknownAt } from "./lowering.ts";
import type { Scope } from "./scope.ts";

/** An enum with the numbers that its members get by counting. */
export function lowerEnum(statement: EnumStatement, scope: Scope, lowering: Lowering): SymbolicEnum {
  const members: SymbolicProperty[] = [];
  let next: number | undefined = 0;
  for (const member of statement.members) {
    const name = member.key.name;
    const value: SymbolicValue = lowerEnumMember(member, next, members, scope, lowering);
    next = value.kind === "constant" && typeof value.value === "number" ? value.value + 1 : undefined;
    if (name !== undefined) members.push({ kind: "property", name, value, ...spanOf(member.key) });
  }
  return { kind: "enum", name: statement.name, members, ...spanOf(statement) };
}

function lowerEnumMember(
  member: EnumMember,
  next: number | undefined,
  earlier: readonly SymbolicProperty[],
  scope: Scope,
  lowering: Lowering,
): SymbolicValue {
  const { initializer } = member;
  if (initializer === undefined)
    return next === undefined ? unknownAt(member.key) : { kind: "constant", value: next, ...spanOf(member.key) };
  // Members may name earlier members without the enum's name.
  if (initializer.kind === "identifier") {
    const same = earlier.find((other) => other.name === initializer.name);
    if (same !== undefined) return same.value;
  }
  const number = computed(initializer, earlier, 0);
  return number === undefined
    ? lowering.expression(initializer, scope)
    : { kind: "constant", value: number, ...spanOf(initializer) };
}

/** `Base + 1`, `1 << 4`, `~Flags.All`: numbers computed from numbers and earlier members. */
function computed(written: Expression, earlier: readonly SymbolicProperty[], depth: number): number | undefined {
  const expression = unwrapped(written);
  if (depth > 20) return undefined;
  switch (expression.kind) {
    case "number":
      return Number.isNaN(expression.value) ? undefined : expression.value;
    case "identifier":
    case "member": {
      const value = earlier.find((other) => other.name === expression.name)?.value;
      return value?.kind === "constant" && typeof value.value === "number" ? value.value : undefined;
    }
    case "unary": {
      const operand = computed(expression.operand, earlier, depth + 1);
      if (operand === undefined) return undefined;
      return expression.operator === "-" ? -operand : expression.operator === "~" ? ~operand : undefined;
    }
    case "binary": {
      const left = computed(expression.left, earlier, depth + 1);
      const right = computed(expression.right, earlier, depth + 1);
      return left === undefined || right === undefined ? undefined : arithmetic(expression.operator, left, right);
    }
    default:
      return undefined;
  }
}

function arithmetic(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "|":
      return left | right;
    case "<<":
      return left << right;
    default:
      return undefined;
  }
}

/** A namespace as an object of all that is declared in it; several blocks of one name are one. */
export function lowerNamespace(
  statements: readonly ModuleStatement[],
  outer: Scope,
  lowering: Lowering,
): SymbolicObject {
  const entries = statements.flatMap((statement): SymbolicEntry[] => {
    const scope = lowering.scopes.block(outer, statement.body);
    return [...scope.names].map(([name, binding]) => ({
      kind: "property",
      name,
      value: lowering.bound(binding, name, scope),
      ...spanOf(binding.at),
    }));
  });
  return { kind: "object", entries, ...spanOf(statements[0] ?? { start: 0, end: 0 }) };
}
