import type { FunctionExpression } from "../../../syntax/tree.ts";
import type { SymbolicFunction, SymbolicParameterInfo, SymbolicValue } from "../module-summary.ts";
import { Effects } from "./effects.ts";
import { type Lowering, spanOf } from "./lowering.ts";
import { isStatements, type Scope } from "./scope.ts";

/** What a function returns and throws, and what it does to `this`, with its parameters left open. */
export function lowerFunction(node: FunctionExpression, outer: Scope, lowering: Lowering): SymbolicFunction {
  lowering.functions.set(node.start, node);
  const scope = lowering.scopes.function(outer, node);
  const effects = new Effects(lowering);
  if (isStatements(node.body)) effects.statements(node.body, scope, false);
  else if (node.body !== undefined) effects.returned(node.body, scope);
  return {
    kind: "function",
    owner: node.start,
    name: node.name ?? "",
    parameters: node.parameters.map((parameter, index) => lowerParameter(node, parameter, index, scope, lowering)),
    returns: effects.returns,
    guards: effects.guards,
    throws: effects.throws,
    assignments: effects.assignments,
    superCallee: effects.superCallee,
    superArguments: effects.superArguments,
    superRest: effects.superRest,
    ...spanOf(node),
  };
}

function lowerParameter(
  owner: FunctionExpression,
  parameter: FunctionExpression["parameters"][number],
  index: number,
  scope: Scope,
  lowering: Lowering,
): SymbolicParameterInfo {
  const name = parameter.pattern.kind === "name" ? parameter.pattern.name : undefined;
  const whole: SymbolicValue = {
    kind: "parameter",
    owner: owner.start,
    index,
    rest: parameter.rest,
    name: name ?? "",
    typeName: parameter.typeName,
    ...spanOf(parameter),
  };
  const value = name === undefined ? whole : lowering.name(name, parameter.pattern, scope);
  return { name, isField: parameter.isField, value, ...spanOf(parameter) };
}
