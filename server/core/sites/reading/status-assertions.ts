/** Assertions of a status alone, and of any of several. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown } from "../site-draft.ts";
import { rootName } from "./asserted-value.ts";
import type { Assertion } from "./assertion.ts";
import { comparedSubject } from "./compared-subject.ts";
import { mergeParts } from "./condition-atoms.ts";

/** `subject` is an answer, or its status, and `value` the status that it has to have. */
export function statusAssertion(
  call: CallExpression,
  subject: Expression,
  value: Expression,
  context: RecogniserContext,
): Assertion | undefined {
  const status = context.parts.status(value, { certainty: "certain" });
  return isKnown(status) ? { span: call, about: rootName(subject), status } : undefined;
}

/** `expect([401, 403]).toContain(res.status)`, `expect(res.status).to.be.oneOf([401, 403])`. */
export function ofOneOf(
  call: CallExpression,
  subject: Expression,
  value: Expression,
  context: RecogniserContext,
): Assertion | undefined {
  const [list, one] = unwrapped(subject).kind === "array" ? [subject, value] : [value, subject];
  const array = unwrapped(list);
  if (array.kind !== "array" || comparedSubject(one, context.bindings)?.kind !== "status") return undefined;
  const parts = array.elements.flatMap((element) => (element && context.parts.status(element)) ?? []);
  const status =
    parts.length === array.elements.length ? parts.reduce<Assertion["status"]>(mergeParts, undefined) : undefined;
  return isKnown(status) ? { span: call, about: rootName(one), status } : undefined;
}
