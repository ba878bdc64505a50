/**
 * Functions that give back a failure as an object, whose parts they are given:
 * `const fail = (status, code) => ({ ok: false, error: { status, code } })`, `Result.failure(410, "NOTE_GONE")`.
 */
import type { Expression, FunctionExpression, ObjectLiteral } from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import { lastName } from "../../reading/names.ts";
import { propertyOf } from "../../reading/objects.ts";
import { isStatementList } from "../../reading/siblings.ts";
import { type Lowering, spanOf } from "../lower/lowering.ts";
import type { SymbolicAnswer, SymbolicValue } from "../module-summary.ts";
import { mentionsParameter } from "./mentions-parameter.ts";

/** The failures that a function of one step gives back with its parameters; both status and code have a name there. */
export function readFailureObjects(node: FunctionExpression, lowering: Lowering): readonly SymbolicAnswer[] {
  const returned = onlyReturned(node);
  const objects = returned === undefined ? [] : objectsIn(returned);
  return objects.flatMap((object): readonly SymbolicAnswer[] => {
    const status = propertyOf(object, "status", "statusCode", "httpStatus", "httpCode");
    const code = propertyOf(object, "code", "errorCode");
    if (status === undefined || code === undefined) return [];
    const lower = (value: Expression): SymbolicValue => lowering.expression(value, lowering.scopes.at(value));
    const parts = { status: lower(status.value), code: lower(code.value) };
    if (!Object.values(parts).some((part) => mentionsParameter(part, node.start))) return [];
    const message = propertyOf(object, "message", "msg");
    return [{ ...given, ...parts, message: message && lower(message.value), ...spanOf(object) }];
  });
}

const given = {
  kind: "sent",
  idiom: "error-object-literal",
  always: true,
  body: undefined,
  headers: [],
  headersComplete: false,
} as const;

function onlyReturned({ body }: FunctionExpression): Expression | undefined {
  if (body === undefined || !isStatementList(body)) return body;
  const [only, ...more] = body;
  return only?.kind === "return" && more.length === 0 ? only.argument : undefined;
}

/** What makes the failed half of a result in the libraries for them: `err({…})`, `Either.left({…})`, `Effect.fail({…})`. */
const makers = /^(?:err(?:Async)?|left|fail(?:ure|ed)?|reject|error)$/i;

/** The object that is given back, the error in it, and what the result of a team's own class is made with. */
function objectsIn(returned: Expression): readonly ObjectLiteral[] {
  const inner = unwrapped(returned);
  if (inner.kind === "new" || (inner.kind === "call" && makers.test(lastName(inner.callee) ?? "")))
    return inner.arguments.map(unwrapped).filter(isObject);
  if (!isObject(inner)) return [];
  const error = propertyOf(inner, "error", "err", "failure", "problem");
  const inside = error && unwrapped(error.value);
  return inside !== undefined && isObject(inside) ? [inside] : [inner];
}

function isObject(expression: Expression): expression is ObjectLiteral {
  return expression.kind === "object";
}
