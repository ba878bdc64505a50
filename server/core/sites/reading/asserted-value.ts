/** What a value says of what it is compared with in an assertion: a status, a code, a message, a body, a whole answer. */

import type { Code } from "../../catalog/model.ts";
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Span } from "../../text/span.ts";
import type { Part } from "../model.ts";
import { isFailureWord, looksLikeCode } from "../parts/code-shapes.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf } from "../site-draft.ts";
import { received } from "./answer-of.ts";
import { type Assertion, throughAwait } from "./assertion.ts";
import { bodyElsewhere, errorElsewhere } from "./body-elsewhere.ts";
import { comparedSubject } from "./compared-subject.ts";
import { lastName, pathOf, plainName, rootOf } from "./names.ts";
import { asObject, propertyOf, stringOf } from "./objects.ts";
import { statusOfRead } from "./status-of-read.ts";
import type { Subject } from "./subject.ts";

/** `subject` equals `value`: a status, a code, a message, a body, or a whole answer. */
export function compared(
  call: Span,
  subject: Expression,
  value: Expression,
  context: RecogniserContext,
): Assertion | undefined {
  const at = { span: call, about: answerName(subject, context) };
  const pairs = elementPairs(subject, value) ?? listedErrors(subject, value);
  if (pairs !== undefined) {
    const each = pairs.map(([left, right]) => compared(call, left, right, context));
    const status = onlyOne(each.flatMap((one) => one?.status ?? []));
    const code = onlyOne(each.flatMap((one) => one?.code ?? []));
    const body = each.length === 1 ? each[0]?.body : undefined;
    return status === undefined && code === undefined ? undefined : { ...at, status, code, body };
  }
  const object = asObject(objectContaining(value));
  if (object !== undefined) {
    const body = context.parts.body(object);
    const found = context.parts.inBody(body, object);
    const isAnswer = propertyOf(object, "body", "data") !== undefined;
    const code = codeOfError(found, subject);
    if (!isKnown(code) && !isKnown(found.status) && !isAnswer) {
      const beside = (statuses: readonly number[]) => context.parts.inBody(body, object, statuses);
      return isBody(subject, lastNameOf(subject)) ? { ...at, beside } : undefined;
    }
    return { ...at, status: found.status, code, message: found.message, body: isAnswer ? undefined : body };
  }
  const what = comparedSubject(subject, context.bindings) ?? statusOfRead(subject, context);
  if (what?.kind === "status") {
    const status = context.parts.status(value, { certainty: "likely" });
    if (isKnown(status)) return { ...at, status };
  }
  const judging = what?.kind === "code" ? what : what?.besideText;
  if (judging !== undefined) {
    const code = context.parts.code(value, { certainty: "likely" });
    if (isKnown(code)) {
      const certainties = code.values.map((item) => judging.judge(item.value));
      const sure = certainties.every((one) => one !== undefined);
      const weak = certainties.includes("weak") || code.certainty === "weak";
      if (sure) return { ...at, code: { ...code, certainty: weak ? "weak" : "likely" } };
      const beside = besideFailure(code, judging);
      if (beside !== undefined) return { ...at, beside };
    }
    return undefined;
  }
  const path = pathOf(subject) ?? [];
  const last = lastNameOf(subject);
  if (/^(?:message|msg|detail|errormessage|errordescription)$/.test(last) && path.length > 1) {
    const message = context.parts.message(value, { certainty: "likely" });
    return isKnown(message) ? { ...at, message } : undefined;
  }
  return isBody(subject, last) ? bodyNamed(at, value, context) : errorNamed(at, subject, value, context);
}

/** An error that another name stands for: `expect(error).toEqual(seatGone)`, `rejects.toMatchObject(seatGone)`. */
function errorNamed(
  at: Pick<Assertion, "span" | "about">,
  subject: Expression,
  value: Expression,
  context: RecogniserContext,
): Assertion | undefined {
  const named = objectContaining(value);
  if (named.kind !== "identifier" && named.kind !== "member") return undefined;
  const isRejected = /\.rejects\s*\./.test(context.file.text.slice(subject.end, value.start));
  if (!isRejected && !/^(?:e|ex)$|err|exception|thrown/i.test(lastName(subject) ?? "")) return undefined;
  const found = errorElsewhere(named, context);
  return found && { ...at, ...found };
}

/** `expect(response.data.type).toEqual("not_found")`: a kind of error where the status beside it is one of failure. */
function besideFailure(code: Part<Code>, { judgeBeside }: Subject): Assertion["beside"] {
  if (judgeBeside === undefined || !code.values.every(({ value }) => judgeBeside(value) !== undefined))
    return undefined;
  return (statuses) => ({
    code: statuses.every((status) => status >= 400) ? { ...code, certainty: "likely" } : undefined,
    message: undefined,
  });
}

/** The code that an object of an assertion has, where it is an error's and not that of a currency: `{ code: "EUR", amount: 4 }`. */
export function codeOfError(
  { status, code, message }: Pick<Assertion, "status" | "code" | "message">,
  subject: Expression,
): Assertion["code"] {
  if (code === undefined || code.certainty === "weak") return undefined;
  const isSaid = code.certainty === "certain" || isKnown(status) || message !== undefined;
  const isOfError =
    /err|problem|fail|exception|respon/i.test(lastName(subject) ?? "") || isBody(subject, lastNameOf(subject));
  // Digits alone are as often a one-time password.
  if (!isSaid && valuesOf(code).every((value) => typeof value === "string" && /^\d+$/.test(value))) return undefined;
  const looksLikeOne = valuesOf(code).every(
    (value) => typeof value === "string" && looksLikeCode(value) && !isOneOfMany(value),
  );
  return isSaid || isOfError || looksLikeOne ? code : undefined;
}

/** `auth_code_123`, `sku-17`: one thing among many has a number. */
function isOneOfMany(value: string): boolean {
  return /\d/.test(value) && /^[a-z]/.test(value);
}

function lastNameOf(subject: Expression): string {
  return plainName((pathOf(subject) ?? []).at(-1) ?? "");
}

/** `res.body`, `body`, `await res.json()`. */
function isBody(subject: Expression, last: string): boolean {
  const inner = throughAwait(subject);
  return inner.kind === "call" ? lastName(inner) === "json" : /^(?:body|data|json|payload)$/.test(last);
}

/** The body of an error that another name stands for: `expect(res.body).toEqual(roomFull)`. */
function bodyNamed(
  at: Pick<Assertion, "span" | "about">,
  value: Expression,
  context: RecogniserContext,
): Assertion | undefined {
  const found = bodyElsewhere(objectContaining(value), [], context);
  if (found?.code === undefined || found.code.certainty === "weak") return undefined;
  const isOfError = isKnown(found.message) || found.body.fields.some(({ path }) => /err|problem/i.test(path[0] ?? ""));
  return isOfError ? { ...at, code: found.code, message: found.message, body: found.body } : undefined;
}

/** The part that all of them are; several answers compared at once are no pair. */
function onlyOne<Value>(parts: readonly Part<Value>[]): Part<Value> | undefined {
  const [first] = parts;
  const same = parts.every((part) => String(valuesOf(part)) === String(valuesOf(first)));
  return same ? first : undefined;
}

/** The elements of `[res.status, body.code]` beside those of `[404, "X"]`. */
function elementPairs(
  subject: Expression,
  value: Expression,
): readonly (readonly [Expression, Expression])[] | undefined {
  const [left, right] = [unwrapped(subject), unwrapped(value)];
  if (left.kind !== "array" || right.kind !== "array" || left.elements.length !== right.elements.length) {
    return undefined;
  }
  return left.elements.flatMap((element, index) => {
    const other = right.elements[index];
    return element === undefined || other === undefined ? [] : [[element, other] as const];
  });
}

/** `expect(errors).toEqual([expect.objectContaining({…})])`: each of the objects is one of the errors. */
function listedErrors(
  subject: Expression,
  value: Expression,
): readonly (readonly [Expression, Expression])[] | undefined {
  const outer = unwrapped(value);
  const [first] = outer.kind === "call" && lastName(outer.callee) === "arrayContaining" ? outer.arguments : [outer];
  const list = first && unwrapped(first);
  if (list?.kind !== "array" || !/^err(?:or)?s$|[eE]rrors$/.test(lastName(subject) ?? "")) return undefined;
  const objects = list.elements.flatMap((element) => element ?? []);
  return objects.every((element) => asObject(objectContaining(element)) !== undefined)
    ? objects.map((element) => [subject, element] as const)
    : undefined;
}

/** `expect.objectContaining({…})` is the object. */
export function objectContaining(value: Expression): Expression {
  const inner = unwrapped(value);
  const [first] = inner.kind === "call" ? inner.arguments : [];
  return inner.kind === "call" && lastName(inner.callee) === "objectContaining" && first !== undefined ? first : inner;
}

/** `expect(res.body).toHaveProperty("error.code", "X")`. */
export function ofProperty(
  call: CallExpression,
  subject: Expression,
  path: Expression,
  value: Expression,
  context: RecogniserContext,
): Assertion | undefined {
  const text = stringOf(path);
  if (text === undefined) return undefined;
  const at = { span: call, about: rootName(subject) };
  const last = plainName(text.split(".").at(-1) ?? "");
  if (/^(?:status|statuscode)$/.test(last)) {
    const status = context.parts.status(value, { certainty: "likely" });
    return isKnown(status) ? { ...at, status } : undefined;
  }
  if (/^(?:code|errorcode|errcode|errortype|error)$/.test(last)) {
    const code = context.parts.code(value, { certainty: "likely" });
    return isKnown(code) && code.values.every((item) => mayBeAt(last, item.value)) ? { ...at, code } : undefined;
  }
  if (last !== "message") return undefined;
  const message = context.parts.message(value, { certainty: "likely" });
  return isKnown(message) ? { ...at, message } : undefined;
}

/** What stands under `code` is one, whatever it looks like; an `error` and its type may be a phrase as well. */
function mayBeAt(name: string, value: Code): boolean {
  if (typeof value === "number") return value >= 600 || value < 0;
  return /code$/.test(name) || (looksLikeCode(value) && !/[A-Z][a-z]/.test(value)) || isFailureWord(value);
}

const deepest = 4;

/** The variable that holds the answer: `res` for `code` after `const { code } = await res.json()`. */
export function answerName(subject: Expression, { bindings }: RecogniserContext): string | undefined {
  let root = rootOf(throughAwait(subject));
  for (let step = 0; step < deepest && root.kind === "identifier"; step += 1) {
    const declaration = bindings.declarationOf(root);
    const read =
      declaration?.kind === "variable" ? declaration.initializer && received(declaration.initializer) : undefined;
    if (read === undefined || (read.kind === "call" && !/^(?:json|text|parse|clone|body)$/.test(lastName(read) ?? "")))
      break;
    const next = read.kind === "call" || read.kind === "member" ? rootOf(read) : read;
    if (next.kind !== "identifier" || next.name === "JSON") break;
    root = next;
  }
  if (root.kind !== "identifier") return undefined;
  const declaration = bindings.declarationOf(root);
  if (declaration?.kind !== "variable" || declaration.initializer === undefined || declaration.path.length === 0)
    return root.name;
  // What is taken out of one answer at once is of that answer; a list holds several of them.
  const [first = ""] = declaration.path;
  return `${root.name}@${declaration.initializer.start}${/^\d+$/.test(first) ? `.${first}` : ""}`;
}

/** The variable at the root of an access path: `res` of `res.body.error.code`. */
export function rootName(expression: Expression): string | undefined {
  const root = rootOf(throughAwait(expression));
  return root.kind === "identifier" ? root.name : undefined;
}
