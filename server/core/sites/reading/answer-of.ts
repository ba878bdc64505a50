/** Which answer a value was taken from, so that the status of one is not paired with the code of another one. */
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Bindings } from "./bindings.ts";
import { lastName, rootOf } from "./names.ts";

/** Equal objects are the same answer; undefined where it is not known. */
export type Answer = object;

const caught: Answer = {};
const deepest = 6;

/** The answer that an access path leads back to: `body.code` after `const body = await res.json()` is of `res`. */
export function answerOf(expression: Expression, bindings: Bindings, depth = 0): Answer | undefined {
  const root = unwrapped(rootOf(throughReading(expression)));
  if (root.kind === "prefix") return depth > deepest ? undefined : answerOf(root.argument, bindings, depth + 1);
  const declaration = root.kind === "identifier" ? bindings.declarationOf(root) : undefined;
  if (declaration?.kind === "caught") return caught;
  if (declaration?.kind === "parameter") return declaration.function;
  if (declaration?.kind !== "variable" || declaration.initializer === undefined) return undefined;
  const { initializer } = declaration;
  const isRead = readsOf(initializer);
  return isRead && depth <= deepest ? answerOf(initializer, bindings, depth + 1) : initializer;
}

/** Whether two values may be of one answer. */
export function mayBeOfOne(left: Answer | undefined, right: Answer | undefined): boolean {
  return left === undefined || right === undefined || left === right;
}

/** `JSON.parse(text)` reads the text. */
function throughReading(expression: Expression): Expression {
  const inner = received(expression);
  const [first] = inner.kind === "call" ? inner.arguments : [];
  const callee = inner.kind === "call" ? unwrapped(inner.callee) : undefined;
  return callee?.kind === "member" && callee.name === "parse" && first !== undefined ? first : inner;
}

/** Whether a variable with this initializer is only another name of something in an answer. */
function readsOf(initializer: Expression): boolean {
  const inner = received(initializer);
  if (inner.kind === "member" || inner.kind === "index" || inner.kind === "identifier") return true;
  const callee = inner.kind === "call" ? unwrapped(inner.callee) : undefined;
  return callee?.kind === "member" && /^(?:json|text|parse|clone|body|getResponse)$/.test(callee.name);
}

/** Whether a name holds what came back from a request: `const saved = await page.waitForResponse("…")`. */
export function isAskedFor(expression: Expression, bindings: Bindings): boolean {
  const declaration = variableOf(expression, bindings);
  const asked = declaration && elementOf(received(declaration.initializer), declaration.path);
  return asked?.kind === "call" && requests.test(lastName(asked.callee) ?? "");
}

export interface Initialised {
  readonly initializer: Expression;
  readonly path: readonly string[];
}

/** The variable that a name stands for, if it is given something. */
export function variableOf(expression: Expression, bindings: Bindings): Initialised | undefined {
  const name = unwrapped(expression);
  const declaration = name.kind === "identifier" ? bindings.declarationOf(name) : undefined;
  if (declaration?.kind !== "variable" || declaration.initializer === undefined) return undefined;
  return { initializer: declaration.initializer, path: declaration.path };
}

/** The one of several that are awaited together: `const [saved] = await Promise.all([…])`. */
function elementOf(asked: Expression, [index, ...inner]: readonly string[]): Expression | undefined {
  if (index === undefined) return asked;
  const [list] = asked.kind === "call" && lastName(asked.callee) === "all" ? asked.arguments : [];
  const all = list && unwrapped(list);
  const element = all?.kind === "array" && inner.length === 0 ? all.elements[Number(index)] : undefined;
  return element && received(element);
}

const requests =
  /^(?:get|post|put|patch|del|delete|head|options|fetch|request|goto|reload|waitForResponse|inject|send)$/;

/** What is awaited, what stands before a `.catch(…)` or before what is taken in its absence: `await res.json().catch(…) ?? {}`. */
export function received(expression: Expression): Expression {
  let inner = unwrapped(expression);
  for (let step = 0; step < deepest; step += 1) {
    if (inner.kind === "prefix" && inner.operator === "await") inner = unwrapped(inner.argument);
    else if (inner.kind === "binary" && /^(?:\?\?|\|\||&&)$/.test(inner.operator)) {
      inner = unwrapped(inner.operator === "&&" ? inner.right : inner.left);
    } else if (inner.kind === "call") {
      const callee = unwrapped(inner.callee);
      if (callee.kind !== "member" || callee.name !== "catch") return inner;
      inner = unwrapped(callee.object);
    } else return inner;
  }
  return inner;
}
