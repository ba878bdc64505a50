/** Which statements of a test get an answer of their own, so that what is asserted afterwards is about that one. */
import type { Expression, Statement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { throughAwait } from "./assertion.ts";
import { readChain } from "./chain.ts";
import { isDemanded } from "./request-assertions.ts";

/** A statement that gets an answer: anything awaited or called into a variable, but for reading a body. */
export function asksAnew(statement: Statement): boolean {
  if (isCypressRequest(statement) || isDemandingRequest(statement)) return true;
  const expression =
    statement.kind === "variable"
      ? statement.declarators[0]?.initializer
      : statement.kind === "expression"
        ? unwrapped(statement.expression).kind === "assignment"
          ? assignedValue(statement.expression)
          : undefined
        : undefined;
  if (expression === undefined) return false;
  let inner = unwrapped(expression);
  const awaited = inner.kind === "prefix" && inner.operator === "await";
  if (inner.kind === "prefix") inner = unwrapped(inner.argument);
  if (inner.kind !== "call") return false;
  const callee = unwrapped(inner.callee);
  const isReading = callee.kind === "member" && /^(?:json|text|parse|blob|body)$/.test(callee.name);
  return awaited && !isReading;
}

/** Whether assertions about these names may be about one answer: two answers have two names, a body may be of any. */
export function mayBeSame(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined || left === right) return true;
  const [from, other] = [left, right].map((name) => name.split("@")[1]);
  if (from !== undefined && from === other) return true;
  return [left, right].some((name) => /body|data|json|payload|content|parsed|err|text|message/i.test(name));
}

/** `await request(app).get("/x").expect(404)`: every statement of its own asks, and says what it demands. */
function isDemandingRequest(statement: Statement): boolean {
  const inner = statement.kind === "expression" ? throughAwait(statement.expression) : undefined;
  return inner?.kind === "call" && isDemanded(readChain(inner));
}

/** `cy.request(…).its(…)`: every statement of its own is about an answer of its own. */
function isCypressRequest(statement: Statement): boolean {
  if (statement.kind !== "expression") return false;
  const inner = unwrapped(statement.expression);
  if (inner.kind !== "call") return false;
  const { root, links } = readChain(inner);
  return root.kind === "identifier" && root.name === "cy" && /^(?:request|wait|api)$/.test(links[0]?.name ?? "");
}

function assignedValue(expression: Expression): Expression | undefined {
  const inner = unwrapped(expression);
  return inner.kind === "assignment" ? inner.value : undefined;
}
