/**
 * Enums as compilers write them: `(function (E) { E[E["A"] = 1] = "A"; E["B"] = "b"; })(E || (E = {}))`, or the same with a
 * `return E` as the value of a variable. They stand in built packages, in generated clients, in programs that were
 * TypeScript once.
 */
import type {
  AssignmentExpression,
  CallExpression,
  EnumMember,
  EnumStatement,
  Expression,
  Statement,
} from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import type { Span } from "../../../text/span.ts";
import { isStatements } from "./scope.ts";

/** The enum that a statement fills, under the name of the variable that holds it; undefined for any other statement. */
export function filledEnum(statement: Statement): EnumStatement | undefined {
  if (statement.kind !== "expression") return undefined;
  const call = unwrapped(statement.expression);
  return call.kind === "call" ? enumInCall(call) : undefined;
}

/** The enum that a call fills, under the name of the variable that holds it. */
export function enumInCall(call: CallExpression): EnumStatement | undefined {
  const holder = unwrapped(call.callee).kind === "function" ? holderOf(call.arguments[0]) : undefined;
  return holder && enumOf(call, holder.name, holder);
}

/** The enum that a variable gets as its value. */
export function enumAsValue(initializer: Expression, name: string, nameSpan: Span): EnumStatement | undefined {
  const call = unwrapped(initializer);
  return call.kind === "call" ? enumOf(call, name, nameSpan) : undefined;
}

/** What `(E || (exports.E = E = {}))` exports the enum as. */
export function exportingTargets(statement: Statement): readonly Expression[] {
  if (statement.kind !== "expression") return [];
  const call = unwrapped(statement.expression);
  const [given] = call.kind === "call" ? call.arguments : [];
  return given === undefined ? [] : targetsIn(unwrapped(given));
}

function targetsIn(expression: Expression): readonly Expression[] {
  if (expression.kind === "binary") return targetsIn(unwrapped(expression.right));
  if (expression.kind !== "assignment") return [];
  return [unwrapped(expression.target), ...targetsIn(unwrapped(expression.value))];
}

/** The variable in `E || (E = {})` and `E = exports.E || (exports.E = {})`. */
function holderOf(given: Expression | undefined): (Span & { readonly name: string }) | undefined {
  if (given === undefined) return undefined;
  const expression = unwrapped(given);
  const first =
    expression.kind === "binary" ? expression.left : expression.kind === "assignment" ? expression.target : undefined;
  const holder = first && unwrapped(first);
  return holder?.kind === "identifier" ? holder : undefined;
}

function enumOf(call: CallExpression, name: string, nameSpan: Span): EnumStatement | undefined {
  const maker = unwrapped(call.callee);
  if (maker.kind !== "function" || call.arguments.length !== 1 || !isStatements(maker.body)) return undefined;
  const [parameter, ...more] = maker.parameters;
  if (parameter?.pattern.kind !== "name" || more.length > 0) return undefined;
  const self = parameter.pattern.name;
  const members: EnumMember[] = [];
  for (const statement of maker.body) {
    const member = memberOf(statement, self);
    if (member !== undefined) members.push(member);
    else if (statement.kind !== "return" || !isSelf(statement.argument, self)) return undefined;
  }
  if (members.length === 0) return undefined;
  const { start, end } = call;
  return { kind: "enum", name, nameSpan, members, exported: false, start, end };
}

function memberOf(statement: Statement, self: string): EnumMember | undefined {
  if (statement.kind !== "expression") return undefined;
  const outer = unwrapped(statement.expression);
  if (outer.kind !== "assignment") return undefined;
  const target = unwrapped(outer.target);
  // `E[E["A"] = 1] = "A"`: the inner one says what the member is worth.
  const inner = target.kind === "index" && isSelf(target.object, self) ? unwrapped(target.index) : undefined;
  return assigned(inner?.kind === "assignment" ? inner : outer, self);
}

function assigned({ target: written, value, operator }: AssignmentExpression, self: string): EnumMember | undefined {
  const target = unwrapped(written);
  if (operator !== "=" || (target.kind !== "index" && target.kind !== "member")) return undefined;
  if (!isSelf(target.object, self)) return undefined;
  const key = keyOf(target);
  if (key === undefined) return undefined;
  return { kind: "enum-member", key, initializer: value, start: target.start, end: value.end };
}

function keyOf(target: Extract<Expression, { kind: "index" | "member" }>): EnumMember["key"] | undefined {
  if (target.kind === "member") {
    return { kind: "key", written: "identifier", name: target.name, computed: undefined, ...target.nameSpan };
  }
  const index = unwrapped(target.index);
  if (index.kind !== "string") return undefined;
  const { start, end } = index;
  return { kind: "key", written: "string", name: index.value, computed: undefined, start, end };
}

function isSelf(expression: Expression | undefined, self: string): boolean {
  const inner = expression && unwrapped(expression);
  return inner?.kind === "identifier" && inner.name === self;
}
