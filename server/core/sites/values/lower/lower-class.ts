import type { ClassExpression, ClassMember, FunctionExpression } from "../../../syntax/tree.ts";
import { mayAnswer } from "../answers/may-answer.ts";
import { mayTell } from "../answers/may-tell.ts";
import type { SymbolicClass, SymbolicFunction, SymbolicProperty, SymbolicValue } from "../module-summary.ts";
import { callOf } from "./lower-expression.ts";
import { lowerFunction } from "./lower-function.ts";
import { type Lowering, spanOf } from "./lowering.ts";
import type { Scope } from "./scope.ts";

/** A class as the sum of what its instances and the class itself carry; of its methods only those that may answer, tell errors apart or are steps of a builder. */
export function lowerClass(node: ClassExpression, outer: Scope, lowering: Lowering): SymbolicClass {
  const scope = lowering.scopes.enter(outer, node, node);
  const fields: SymbolicProperty[] = [];
  const statics: SymbolicProperty[] = [];
  const methods: SymbolicProperty[] = [];
  let constructorFunction: SymbolicFunction | undefined;
  for (const member of node.members) {
    if (member.role === "constructor") {
      if (member.value?.kind !== "function") continue;
      // An overload has no body: the implementation comes last and wins.
      constructorFunction = lowerFunction(member.value, scope, lowering);
    } else if (member.isStatic || member.role === "field" || member.role === "get") {
      const property = lowerMember(member, scope, lowering);
      if (property !== undefined) (member.isStatic ? statics : fields).push(property);
    } else if (member.role === "method" && member.value?.kind === "function") {
      const { text } = lowering.file;
      if (!mayAnswer(member.value, text) && !mayTell(member.value, text) && !isFluent(member.value, text)) continue;
      const property = lowerMember(member, scope, lowering);
      if (property !== undefined) methods.push(property);
    }
  }
  return {
    kind: "class",
    name: node.name ?? "",
    superclass: node.superclass === undefined ? undefined : lowering.expression(node.superclass, outer),
    fields,
    statics,
    methods,
    fieldTypes: fieldTypesOf(node, constructorFunction),
    constructor_: constructorFunction,
    ...spanOf(node),
  };
}

/** What a step of a builder is no longer than. */
const longestStep = 400;

/** Whether a method may be a step of a builder: `status(code) { this.http = code; return this }`, `build() { return new X(…) }`. */
function isFluent({ start, end }: FunctionExpression, text: string): boolean {
  return end - start <= longestStep && /\breturn (?:this\b|new\b|Object\.assign\(this\b)/.test(text.slice(start, end));
}

/** Types of fields: by their own declaration, by a parameter that is a field, by a parameter that is assigned to them. */
function fieldTypesOf(node: ClassExpression, making: SymbolicFunction | undefined): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const { entry } of making?.assignments ?? []) {
    if (entry.kind === "property") addType(entry.name, entry.value);
  }
  for (const { isField, name, value } of making?.parameters ?? [])
    if (isField && name !== undefined) addType(name, value);
  for (const { role, isStatic, key, typeName } of node.members) {
    if (role === "field" && !isStatic && key.name !== undefined && typeName !== undefined)
      types.set(key.name, typeName);
  }
  return types;

  function addType(name: string, value: SymbolicValue): void {
    if (value.kind === "parameter" && value.typeName !== undefined) types.set(name, value.typeName);
  }
}

function lowerMember(member: ClassMember, scope: Scope, lowering: Lowering): SymbolicProperty | undefined {
  if (member.value === undefined || member.key.name === undefined || member.role === "set" || member.role === "block")
    return undefined;
  const value: SymbolicValue = lowering.expression(member.value, scope);
  return {
    kind: "property",
    name: member.key.name,
    value: member.role === "get" ? callOf(value) : value,
    ...spanOf(member.key),
  };
}
