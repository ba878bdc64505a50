import type {
  ArrayLiteral,
  BinaryExpression,
  CallExpression,
  Expression,
  NewExpression,
  ObjectLiteral,
  PropertyKey,
  TemplateLiteral,
} from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import type { SymbolicEntry, SymbolicValue } from "../module-summary.ts";
import { lowerClass } from "./lower-class.ts";
import { lowerJoin } from "./lower-join.ts";
import { lowerArguments, lowerList } from "./lower-list.ts";
import { type Lowering, spanOf, unknownAt } from "./lowering.ts";
import { lookUp, type Scope } from "./scope.ts";

/** The symbolic value of one expression; what has no constant reading is unknown. */
export function lowerExpression(expression: Expression, scope: Scope, lowering: Lowering): SymbolicValue {
  const span = spanOf(expression);
  const lower = (inner: Expression): SymbolicValue => lowering.expression(inner, scope);
  switch (expression.kind) {
    case "string":
    case "keyword":
      return { kind: "constant", value: expression.value, ...span };
    case "number":
      return Number.isNaN(expression.value) ? unknownAt(span) : { kind: "constant", value: expression.value, ...span };
    case "template":
      return lowerTemplate(expression, scope, lowering);
    case "identifier":
      if (expression.name === "undefined") return { kind: "undefined", ...span };
      if (expression.name === "this") return { kind: "this", ...span };
      return lowering.name(expression.name, expression, scope);
    case "object":
      return lowerObject(expression, scope, lowering);
    case "array":
      return lowerArray(expression, scope, lowering);
    case "member":
      // `new.target` in a constructor is the class that is made.
      if (expression.name === "target" && expression.object.kind === "identifier" && expression.object.name === "new")
        return { kind: "member", object: { kind: "this", ...span }, name: "constructor", ...span };
      return { kind: "member", object: lower(expression.object), name: expression.name, ...span };
    case "index":
      return { kind: "index", object: lower(expression.object), index: lower(expression.index), ...span };
    case "call":
      return lowerKnownCall(expression, scope, lowering) ?? lowerCall(expression, scope, lowering);
    case "new":
      return lowerCall(expression, scope, lowering);
    case "unary": {
      if (expression.operator === "void") return { kind: "undefined", ...span };
      const operand =
        expression.operator === "-" || expression.operator === "+" ? unwrapped(expression.operand) : undefined;
      if (operand?.kind === "string" && expression.operator === "+" && /^\d+$/.test(operand.value))
        return { kind: "constant", value: Number(operand.value), ...span };
      if (operand?.kind !== "number" || Number.isNaN(operand.value)) return unknownAt(span);
      return { kind: "constant", value: expression.operator === "-" ? -operand.value : operand.value, ...span };
    }
    case "binary":
      return lowerBinary(expression, scope, lowering);
    case "assignment":
      return expression.operator === "=" ? lower(expression.value) : unknownAt(span);
    case "conditional":
      return { kind: "choice", options: [lower(expression.whenTrue), lower(expression.whenFalse)], ...span };
    case "function":
      return lowering.function(expression, scope);
    case "class":
      return lowerClass(expression, scope, lowering);
    case "wrapped":
      return lower(expression.expression);
    case "prefix":
      return expression.operator === "await" ? lower(expression.argument) : unknownAt(span);
    case "sequence": {
      const last = expression.expressions.at(-1);
      return last === undefined ? unknownAt(span) : lower(last);
    }
    case "regexp":
    case "tagged":
    case "jsx":
    case "missing":
      return unknownAt(span);
  }
}

function lowerTemplate(template: TemplateLiteral, scope: Scope, lowering: Lowering): SymbolicValue {
  const span = spanOf(template);
  if (template.expressions.length === 0) return { kind: "constant", value: template.chunks[0]?.value ?? "", ...span };
  const parts = template.chunks.flatMap((chunk, index): SymbolicValue[] => {
    const text: SymbolicValue = { kind: "constant", value: chunk.value, ...spanOf(chunk) };
    const next = template.expressions[index];
    return next === undefined ? [text] : [text, lowering.expression(next, scope)];
  });
  return { kind: "concatenation", parts, ...span };
}

function lowerObject(object: ObjectLiteral, scope: Scope, lowering: Lowering): SymbolicValue {
  const entries = object.members.map((member): SymbolicEntry => {
    if (member.kind === "spread")
      return { kind: "spread", value: lowering.expression(member.argument, scope), ...spanOf(member) };
    if (member.kind === "property")
      return lowerEntry(member.key, lowering.expression(member.value, scope), scope, lowering);
    if (member.role === "set")
      return { kind: "spread", value: { kind: "undefined", ...spanOf(member) }, ...spanOf(member) };
    const method = lowering.function(member.value, scope);
    return lowerEntry(member.key, member.role === "get" ? callOf(method) : method, scope, lowering);
  });
  return { kind: "object", entries, ...spanOf(object) };
}

/** An entry of an object; a key whose name is not written becomes a computed one. */
export function lowerEntry(key: PropertyKey, value: SymbolicValue, scope: Scope, lowering: Lowering): SymbolicEntry {
  if (key.name !== undefined) return { kind: "property", name: key.name, value, ...spanOf(key) };
  const name = key.computed === undefined ? unknownAt(key) : lowering.expression(key.computed, scope);
  return { kind: "computed", key: name, value, ...spanOf(key) };
}

/** What calling `callee` without arguments gives: the value of a getter. */
export function callOf(callee: SymbolicValue): SymbolicValue {
  return { kind: "call", construct: false, callee, arguments: [], complete: true, ...spanOf(callee) };
}

function lowerArray(array: ArrayLiteral, scope: Scope, lowering: Lowering): SymbolicValue {
  const { values, complete } = lowerList(array.elements, scope, lowering);
  return { kind: "array", elements: values, complete, ...spanOf(array) };
}

function lowerCall(call: CallExpression | NewExpression, scope: Scope, lowering: Lowering): SymbolicValue {
  const callee = lowering.expression(call.callee, scope);
  const { values, complete } = lowerArguments(call.arguments, scope, lowering);
  return { kind: "call", construct: call.kind === "new", callee, arguments: values, complete, ...spanOf(call) };
}

/** `Object.freeze(x)` is `x`, `Object.assign(a, b)` is `{ ...a, ...b }`, `require("m")` and `import("m")` are the module. */
function lowerKnownCall(call: CallExpression, scope: Scope, lowering: Lowering): SymbolicValue | undefined {
  const callee = unwrapped(call.callee);
  const first = call.arguments[0];
  if (first === undefined) return undefined;
  const span = spanOf(call);
  if (callee.kind === "identifier") {
    const specifier = unwrapped(first);
    if (specifier.kind !== "string") return undefined;
    if (callee.name === "import") return { kind: "import", specifier: specifier.value, imported: "*", ...span };
    if (callee.name !== "require" || lookUp(scope, "require") !== undefined) return undefined;
    return { kind: "import", specifier: specifier.value, imported: "=", ...span };
  }
  if (callee.kind !== "member") return undefined;
  if (callee.name === "join") return lowerJoin(call, callee.object, lowering, scope);
  if (callee.object.kind !== "identifier" || callee.object.name !== "Object") return undefined;
  if (lookUp(scope, "Object") !== undefined) return undefined;
  if (/^(freeze|seal|preventExtensions)$/.test(callee.name)) return lowering.expression(first, scope);
  if (callee.name !== "assign") return undefined;
  const { values, complete } = lowerList(call.arguments, scope, lowering);
  const layers = complete ? values : [...values, unknownAt(call)];
  return { kind: "object", entries: layers.map((value) => ({ kind: "spread", value, ...spanOf(value) })), ...span };
}

function lowerBinary(expression: BinaryExpression, scope: Scope, lowering: Lowering): SymbolicValue {
  const span = spanOf(expression);
  switch (expression.operator) {
    case "+": {
      const parts = [lowering.expression(expression.left, scope), lowering.expression(expression.right, scope)];
      return { kind: "concatenation", parts, ...span };
    }
    case "??":
    case "||": {
      const value = lowering.expression(expression.left, scope);
      const fallback = lowering.expression(expression.right, scope);
      return { kind: "fallback", value, fallback, falsy: expression.operator === "||", subject: undefined, ...span };
    }
    case "&&":
      return {
        kind: "choice",
        options: [lowering.expression(expression.right, scope), unknownAt(expression.left)],
        ...span,
      };
    default:
      return unknownAt(span);
  }
}
