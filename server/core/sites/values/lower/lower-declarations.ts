import type { EnumMember, EnumStatement, ModuleStatement } from "../../../syntax/tree.ts";
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
  return lowering.expression(initializer, scope);
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
