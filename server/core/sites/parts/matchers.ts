/** Matchers, which stand for the example that they are given: Pact's `like({ code: "X" })`, `expect.objectContaining({…})`. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Bindings } from "../reading/bindings.ts";
import { lastName, rootOf } from "../reading/names.ts";

const deepest = 4;

/** Matchers that are given the example first, and those that are given it after a pattern. */
const exampleFirst = /^(?:like|somethingLike|string|integer|int|decimal|number|boolean|equal|exactly|includes)$/;
const exampleSecond = /^(?:regex|datetime|date|time|timestamp|arrayContaining)$/;

/** The example behind matchers; the expression itself where there is none. */
export function throughMatchers(expression: Expression, bindings: Bindings): Expression {
  let inner = unwrapped(expression);
  for (let step = 0; step < deepest && inner.kind === "call"; step += 1) {
    const example = partOfObject(inner) ?? (isOfPact(inner, bindings) ? exampleIn(inner) : undefined);
    if (example === undefined) return inner;
    inner = unwrapped(example);
  }
  return inner;
}

/** What `expect.objectContaining({…})` is given. */
function partOfObject(call: CallExpression): Expression | undefined {
  const callee = unwrapped(call.callee);
  const isOne = callee.kind === "member" && callee.name === "objectContaining" && lastName(callee.object) === "expect";
  return isOne ? call.arguments[0] : undefined;
}

function exampleIn(call: CallExpression): Expression | undefined {
  const name = lastName(call.callee) ?? "";
  if (exampleFirst.test(name)) return call.arguments[0];
  return exampleSecond.test(name) ? call.arguments[1] : undefined;
}

/** Whether what is called comes out of Pact: `Matchers.like`, or `like` taken from it or imported. */
function isOfPact(call: CallExpression, bindings: Bindings): boolean {
  const callee = unwrapped(call.callee);
  const root = rootOf(callee);
  if (root.kind !== "identifier") return false;
  if (callee.kind === "member" && /^Match(?:ers)?(?:V\d)?$/.test(lastName(callee.object) ?? "")) return true;
  const declaration = bindings.declarationOf(root);
  if (declaration?.kind === "import") return /\bpact\b/.test(declaration.specifier);
  return (
    declaration?.kind === "variable" &&
    declaration.initializer !== undefined &&
    /^Match(?:ers)?(?:V\d)?$|^pact$/i.test(lastName(declaration.initializer) ?? "")
  );
}
