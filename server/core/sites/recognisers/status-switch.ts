/** Switches that give codes their statuses: `switch (error.code) { case "EMAIL_NOT_VERIFIED": return 403 }`. */
import type { Code } from "../../catalog/model.ts";
import type { CallExpression, Expression, SwitchCase, SwitchStatement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite, Part } from "../model.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import { comparedSubject } from "../reading/compared-subject.ts";
import { lastName } from "../reading/names.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, spanAround, valuesOf } from "../site-draft.ts";

export const statusSwitchRecogniser: Recogniser = {
  idiom: "status-switch",
  kinds: ["switch"],
  *recognise(node, context) {
    if (node.kind === "switch") yield* ofSwitch(node, context);
  },
};

function* ofSwitch(node: SwitchStatement, context: RecogniserContext): Iterable<ErrorSite> {
  const about = lastName(node.discriminant) ?? "";
  const subject = comparedSubject(node.discriminant, context.bindings);
  if (subject?.kind === "status" || (subject === undefined && !/code|err|type|kind|reason/i.test(about))) return;
  for (const [index, one] of node.cases.entries()) {
    const given = one.body.length > 0 ? one : node.cases.slice(index).find((later) => later.body.length > 0);
    const status = given === undefined ? undefined : statusOfCase(given, context);
    const code = one.test === undefined ? undefined : context.parts.code(one.test, { certainty: "likely" });
    if (one.test === undefined || !isKnown(status) || !isKnown(code)) continue;
    if (!valuesOf(code).every(mayBeCode)) continue;
    if (valuesOf(status).every((value) => value < 400)) continue;
    yield makeSite({
      role: "declare",
      idiom: "status-switch",
      span: given === one ? spanAround(one.test, status.span) : one.test,
      status,
      code,
      headersComplete: false,
      context: context.parts.context(one.test),
    });
  }
}

/** Small numbers are those of kinds and states. */
function mayBeCode(value: Code): boolean {
  return typeof value === "string" ? looksLikeCode(value) : value < 0 || value >= 100;
}

/** A case that does nothing but give a status: `return 403`, `status = 403; break`, `return handle(error, 403)`. */
function statusOfCase(one: SwitchCase, context: RecogniserContext): Part<number> | undefined {
  const body = one.body.length === 1 && one.body[0]?.kind === "block" ? one.body[0].body : one.body;
  for (const statement of body) {
    if (statement.kind === "return" && statement.argument !== undefined) {
      const value = unwrapped(statement.argument);
      if (value.kind === "call") return statusHandedOn(value, context);
      return value.kind === "object" ? undefined : context.parts.status(value, { certainty: "likely" });
    }
    if (statement.kind !== "expression") continue;
    const inner = unwrapped(statement.expression);
    if (inner.kind === "call") return statusHandedOn(inner, context);
    if (inner.kind === "assignment" && /status|http/i.test(lastName(inner.target) ?? "")) {
      return context.parts.status(inner.value, { certainty: "likely" });
    }
  }
  return undefined;
}

/**
 * `return handler.handle(exception, response, 404)`: what is handed on is the error with its status. Where anything is
 * said beside it, the call is an answer of its own.
 */
function statusHandedOn(call: CallExpression, { parts }: RecogniserContext): Part<number> | undefined {
  if (!/handle|respond|reply|answer|send|fail|err|abort|reject|map|to[A-Z]/i.test(lastName(call.callee) ?? ""))
    return undefined;
  const rest = call.arguments.filter((argument) => failureOf(argument) === undefined);
  const [status, ...more] = call.arguments.flatMap((argument) => failureOf(argument) ?? []);
  return more.length > 0 || !rest.every(isHandedOn) ? undefined : status;

  function failureOf(argument: Expression): Part<number> | undefined {
    const inner = unwrapped(argument);
    if (inner.kind !== "number" && !(inner.kind === "member" && /status|http/i.test(lastName(inner.object) ?? "")))
      return undefined;
    const part = parts.status(inner, { certainty: "likely" });
    return isKnown(part) && valuesOf(part).every((value) => value >= 400) ? part : undefined;
  }
}

/** A name of a variable, which says nothing by itself. */
function isHandedOn(argument: Expression): boolean {
  const inner = unwrapped(argument);
  return (inner.kind === "identifier" || inner.kind === "member") && /^[a-z]/.test(inner.name);
}
