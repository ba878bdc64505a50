/** What assertions are to those that read them. */
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Span } from "../../text/span.ts";
import type { ErrorSite, HeaderPart } from "../model.ts";

/** What one assertion says of an answer. */
export interface Assertion {
  readonly span: Span;
  /** The name of the variable that the answer or its body is in; one that is taken out of an answer says where, behind `@`. */
  readonly about: string | undefined;
  readonly status?: ErrorSite["status"];
  readonly code?: ErrorSite["code"];
  readonly message?: ErrorSite["message"];
  readonly body?: ErrorSite["body"];
  readonly headers?: readonly HeaderPart[];
  /** What a body says that tells of an error only beside a status of failure. */
  readonly beside?: (statuses: readonly number[]) => Pick<ErrorSite, "code" | "message">;
}

/** The expression behind `await`, `yield` and `void`. */
export function throughAwait(expression: Expression): Expression {
  let inner = unwrapped(expression);
  while (inner.kind === "prefix" || (inner.kind === "unary" && inner.operator === "void")) {
    inner = unwrapped(inner.kind === "prefix" ? inner.argument : inner.operand);
  }
  return inner;
}
