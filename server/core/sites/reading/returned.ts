/** What a function gives back, where the text shows it. */
import type { Expression, FunctionExpression, Statement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { walkNodes } from "../../syntax/walk.ts";
import { branchesOf } from "../parts/branches.ts";
import { isStatementList } from "./siblings.ts";

/** The one expression that a function returns; undefined where there are several or none. */
export function returnedBy(expression: Expression | undefined): Expression | undefined {
  const inner = expression === undefined ? undefined : unwrapped(expression);
  if (inner === undefined) return undefined;
  if (inner.kind === "function") return returnedByFunction(inner);
  // `jest.fn().mockResolvedValue(x)`, `vi.fn(() => x)`.
  if (inner.kind !== "call") return undefined;
  const [first] = inner.arguments;
  const callee = unwrapped(inner.callee);
  if (callee.kind !== "member" || first === undefined) return undefined;
  if (/^mock(?:Resolved|Return)Value(?:Once)?$/.test(callee.name)) return unwrapped(first);
  return callee.name === "fn" || callee.name === "mockImplementation" ? returnedBy(first) : undefined;
}

function returnedByFunction(node: FunctionExpression): Expression | undefined {
  const { body } = node;
  if (body === undefined) return undefined;
  if (!isStatementList(body)) return throughPromise(body as Expression);
  const returns = body.filter((statement: Statement) => statement.kind === "return");
  const only = returns.length === 1 ? returns[0] : undefined;
  return only?.kind === "return" && only.argument !== undefined ? throughPromise(only.argument) : undefined;
}

/** Everything that a function may return, under conditions too; what functions inside of it return is their own. */
export function allReturnedBy({ body }: FunctionExpression): readonly Expression[] {
  if (body === undefined) return [];
  const returned: Expression[] = [];
  if (isStatementList(body)) {
    walkNodes(body, (node) => {
      if (node.kind === "return" && node.argument !== undefined) returned.push(node.argument);
      return node.kind === "function" ? "skip" : undefined;
    });
  } else returned.push(body as Expression);
  return returned.flatMap((one) => branchesOf(throughPromise(one)));
}

/** `Promise.resolve(x)` and `await x` are `x`. */
function throughPromise(expression: Expression): Expression {
  const inner = unwrapped(expression);
  if (inner.kind === "prefix" && inner.operator === "await") return throughPromise(inner.argument);
  if (inner.kind !== "call") return inner;
  const callee = unwrapped(inner.callee);
  const [first] = inner.arguments;
  return callee.kind === "member" && callee.name === "resolve" && first !== undefined ? unwrapped(first) : inner;
}
