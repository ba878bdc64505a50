/** What a function that answers yes or no gives back, as one condition. */
import type { Expression, FunctionExpression, Statement } from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import { isStatementList } from "../../reading/siblings.ts";

export interface GivenBack {
  readonly condition: Expression;
  /** Whether the condition is made of several statements, and stands nowhere as it is. */
  readonly isJoined: boolean;
}

const mostSteps = 8;

/**
 * What holds where the function gives back something true, its guards included: `if (!(e instanceof ApiError)) return
 * false; return e.code === code;`. Undefined for a function that does more than that.
 */
export function givenBack({ body }: FunctionExpression): GivenBack | undefined {
  if (body === undefined) return undefined;
  if (!isStatementList(body)) return { condition: body as Expression, isJoined: false };
  const steps = body.filter(({ kind }) => kind !== "variable");
  let condition = returned(steps.at(-1));
  if (steps.length > mostSteps) return undefined;
  for (const step of steps.slice(0, -1).reverse()) {
    const given = step.kind === "if" && step.whenFalse === undefined ? returned(step.whenTrue) : undefined;
    if (step.kind !== "if" || given === undefined || condition === undefined) return undefined;
    if (isFalse(given)) condition = both(not(step.test), condition);
    else if (isFalse(condition)) condition = both(step.test, given);
    else return undefined;
  }
  return condition && { condition, isJoined: steps.length > 1 };
}

/** The expression of a `return`, in a block of its own or not. */
function returned(statement: Statement | undefined): Expression | undefined {
  if (statement?.kind === "return") return statement.argument;
  if (statement?.kind !== "block" || statement.body.length !== 1) return undefined;
  return returned(statement.body[0]);
}

function isFalse(expression: Expression): boolean {
  const inner = unwrapped(expression);
  return inner.kind === "keyword" && inner.value === false;
}

function not(operand: Expression): Expression {
  return { kind: "unary", operator: "!", operand, start: operand.start, end: operand.end };
}

function both(left: Expression, right: Expression): Expression {
  return { kind: "binary", operator: "&&", left, right, start: left.start, end: right.end };
}
