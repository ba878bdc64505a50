/** Tests that expect an error of a class: `expect(run).toThrow(RoomTaken)`, `assert.rejects(run(), RoomTaken)`. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { errorSite, saysSomething } from "../made-errors/error-site.ts";
import { fixedOf } from "../made-errors/fixed-parts.ts";
import { lastName } from "../reading/names.ts";
import { isTestContext } from "../reading/receiver.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isBuiltInError } from "../values/evaluate/built-in-errors.ts";

export const expectedClassRecogniser: Recogniser = {
  idiom: "expected-class",
  sign: /\b(?:toThrow(?:Error)?|rejects\s*\.toBeInstanceOf|throws(?:Async)?|rejects|rejectedWith|throw|assert(?:Rejects|Throws))\(/,
  kinds: ["call"],
  recognise(node, context) {
    const named = node.kind === "call" ? expectedBy(node, context) : undefined;
    if (node.kind !== "call" || named === undefined) return noSites;
    const shape = context.values.classShapeOf(named);
    if (shape === undefined || !shape.isError || !shape.isApiError) return noSites;
    const site = errorSite(
      { role: "expect", idiom: "expected-class", span: node, made: named, shape: fixedOf(shape) },
      context,
    );
    return site !== undefined && saysSomething(site) ? [site] : noSites;
  },
};

/** Matchers are given the class, functions of assertion libraries are given it after what fails. */
function expectedBy(call: CallExpression, context: RecogniserContext): Expression | undefined {
  const callee = unwrapped(call.callee);
  // Deno's functions stand alone.
  if (callee.kind === "identifier")
    return /^assert(?:Rejects|Throws)$/.test(callee.name) ? asClass(call.arguments[1]) : undefined;
  if (callee.kind !== "member") return undefined;
  if (/^(?:toThrow(?:Error)?|rejectedWith|throw)$/.test(callee.name))
    return isNegated(callee.object) ? undefined : asClass(call.arguments[0]);
  if (callee.name === "toBeInstanceOf") return isRejected(callee.object) ? asClass(call.arguments[0]) : undefined;
  if (!/^(?:throws(?:Async)?|rejects)$/.test(callee.name)) return undefined;
  const isAsserting =
    /^(?:assert|t|test|tap)$/.test(lastName(callee.object) ?? "") || isTestContext(callee.object, context);
  return isAsserting ? asClass(call.arguments[1]) : undefined;
}

/** `expect(run()).rejects`. */
function isRejected(object: Expression): boolean {
  const inner = unwrapped(object);
  return inner.kind === "member" && inner.name === "rejects";
}

/** `expect(run).not.toThrow(RoomTaken)`. */
function isNegated(object: Expression): boolean {
  let inner = unwrapped(object);
  while (inner.kind === "member") {
    if (inner.name === "not") return true;
    inner = unwrapped(inner.object);
  }
  return false;
}

function asClass(expression: Expression | undefined): Expression | undefined {
  const inner = expression && unwrapped(expression);
  if (inner?.kind !== "identifier" && inner?.kind !== "member") return undefined;
  return /^[A-Z]/.test(inner.name) && !isBuiltInError(inner.name) ? inner : undefined;
}
