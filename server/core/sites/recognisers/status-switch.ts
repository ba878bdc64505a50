/**
 * Switches that give codes their statuses, or statuses their codes: `switch (error.code) { case "EMAIL_NOT_VERIFIED":
 * return 403 }`, `switch (status) { case 403: return "FORBIDDEN" }`.
 */
import type { Code } from "../../catalog/model.ts";
import type { CallExpression, Expression, SwitchCase, SwitchStatement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite, Part } from "../model.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import { comparedSubject } from "../reading/compared-subject.ts";
import { lastName } from "../reading/names.ts";
import { isStatementList } from "../reading/siblings.ts";
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
  if (subject?.kind === "status") yield* ofStatuses(node, context);
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

/** A case that does nothing but give back a code of capitals: other words may be a class of CSS or a text. */
function* ofStatuses(node: SwitchStatement, context: RecogniserContext): Iterable<ErrorSite> {
  if (!isInFunctionOfCodes(context)) return;
  for (const [index, one] of node.cases.entries()) {
    const [only, ...more] = node.cases.slice(index).find((later) => later.body.length > 0)?.body ?? [];
    if (one.test === undefined || only?.kind !== "return" || only.argument === undefined || more.length > 0) continue;
    const status = context.parts.status(one.test, { certainty: "likely" });
    const code = context.parts.code(only.argument, { certainty: "likely" });
    if (!isKnown(status) || valuesOf(status).some((value) => value < 400)) continue;
    if (
      !isKnown(code) ||
      !valuesOf(code).every((value) => /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$|^[A-Z]{5,}$/.test(`${value}`))
    )
      continue;
    yield makeSite({
      role: "declare",
      idiom: "status-switch",
      span: one.body.length > 0 ? spanAround(one.test, code.span) : one.test,
      status,
      code,
      headersComplete: false,
      context: context.parts.context(one.test),
    });
  }
}

/** `function statusToCode(status: number): ErrorCode`: elsewhere, the names of statuses are no codes of an application. */
function isInFunctionOfCodes({ ancestors, file }: RecogniserContext): boolean {
  const around = ancestors.findLast(({ kind }) => kind === "function");
  if (around?.kind !== "function" || around.body === undefined) return false;
  const [first] = isStatementList(around.body) ? around.body : [around.body];
  const outer = ancestors.findLast(({ kind }) => kind === "variable" || kind === "function-declaration");
  const from = outer !== undefined && around.start - outer.start < longestName ? outer.start : around.start;
  return /[cC]ode|[eE]rr/.test(file.text.slice(from, first?.start ?? around.end));
}

const longestName = 80;

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
