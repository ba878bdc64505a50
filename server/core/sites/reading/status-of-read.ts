/** Statuses of what a function of the team's own gave: an answer, for it is read as one. */
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { received, variableOf } from "./answer-of.ts";
import type { Bindings } from "./bindings.ts";
import { type Subject, statusSubject } from "./subject.ts";

/** `expect(again.status())`, where `again` is read as an answer is. */
export function statusOfRead(subject: Expression, { bindings, file }: RecogniserContext): Subject | undefined {
  const call = unwrapped(subject);
  const callee = call.kind === "call" && call.arguments.length === 0 ? unwrapped(call.callee) : undefined;
  if (callee?.kind !== "member" || callee.name !== "status") return undefined;
  return isReadAsAnswer(callee.object, bindings, file.text) ? statusSubject("likely") : undefined;
}

/** Whether a name holds what an awaited call gave, and is read as an answer: `const again = await vote(1)`, `again.json()`. */
function isReadAsAnswer(expression: Expression, bindings: Bindings, text: string): boolean {
  const name = unwrapped(expression);
  const initializer = variableOf(name, bindings)?.initializer;
  const inner = initializer && unwrapped(initializer);
  if (name.kind !== "identifier" || inner?.kind !== "prefix" || received(inner).kind !== "call") return false;
  return new RegExp(
    String.raw`(?<![\w$.])${name.name.replaceAll("$", String.raw`\$`)}\.(?:json|text|body|headers|ok)\(`,
  ).test(text);
}
