/** Clauses that several idioms share when they say why a place that resembles theirs is none: no capital, a full stop. */
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { valuesOf } from "../site-draft.ts";
import { whyUnknown } from "../why-unknown.ts";
import { readInit } from "./response-init.ts";
import type { StaticAnswer } from "./web-answer.ts";

/** Why `written` gives no status of a failure; undefined where it does. */
export function whyNoStatus(written: Expression | undefined, context: RecogniserContext): string | undefined {
  if (written === undefined) return "no status is given, and the body is not plainly an error's.";
  const part = context.parts.status(written, { phrases: true });
  if (part === undefined) return "what is given as status is no number from 100 to 599.";
  if (part.values.length === 0) return `the status is not constant${because(written, context)}.`;
  return valuesOf(part).every((value) => value < 400) ? "the answer is a success, not an error." : undefined;
}

/** `: …` with the name at which following a value stopped; empty where there is nothing to add. */
export function because(expression: Expression, context: RecogniserContext): string {
  const reason = whyUnknown(expression, context);
  return reason === undefined ? "" : `: ${reason}`;
}

/** Why `Response.json(body, init)` and its kin are no error's answer. */
export function whyNoWebAnswer({ init }: StaticAnswer, context: RecogniserContext): string | undefined {
  if (init === undefined) return whyNoStatus(undefined, context);
  const { status, readable } = readInit(init, context);
  if (status !== undefined) {
    if (status.values.length === 0) {
      const options = unwrapped(init);
      const written = options.kind === "object" ? statusIn(options) : init;
      return `the status is not constant${written === undefined ? "" : because(written, context)}.`;
    }
    return valuesOf(status).every((value) => value < 400) ? "the answer is a success, not an error." : undefined;
  }
  return readable ? whyNoStatus(undefined, context) : `the options are not written here${because(init, context)}.`;
}

function statusIn(options: Expression & { kind: "object" }): Expression | undefined {
  const member = options.members.find((one) => one.kind === "property" && one.key.name === "status");
  return member?.kind === "property" ? member.value : undefined;
}

/** A number of a failure, or a text that is written as codes are. */
export function mayBeStatusOrCode(argument: Expression): boolean {
  const inner = unwrapped(argument);
  if (inner.kind === "number") return inner.value >= 400 && inner.value < 600;
  return inner.kind === "string" && looksLikeCode(inner.value);
}
