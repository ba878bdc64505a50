/**
 * Conditions that give codes, or the errors that carry them, their statuses: `if (error instanceof RoomTaken) return 409`,
 * `error.code === "ROOM_TAKEN" ? 409 : 500`, `switch (true) { case error instanceof RoomTaken: return 409 }`.
 */
import type { Code } from "../../catalog/model.ts";
import type { Expression, Statement, SwitchStatement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { codeOfClass } from "../made-errors/fixed-parts.ts";
import type { ErrorSite, Part } from "../model.ts";
import { isKnownStatus } from "../parts/status-names.ts";
import { clausesOf } from "../reading/condition.ts";
import { mergeParts } from "../reading/condition-atoms.ts";
import { nameOfValue } from "../reading/name-of-value.ts";
import { lastName } from "../reading/names.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, spanAround, valuesOf } from "../site-draft.ts";

export const statusConditionRecogniser: Recogniser = {
  idiom: "status-condition",
  kinds: ["if", "conditional", "switch"],
  sign: /[sS]tatus|STATUS|[hH]ttp/,
  recognise(node, context) {
    if (node.kind === "switch") return ofSwitch(node, context);
    if (node.kind === "if") {
      const given = statusGiven([node.whenTrue], context);
      return given === undefined ? noSites : siteOf(given, codeDemanded(node.test, given, context));
    }
    if (node.kind !== "conditional" || !isReturned(context)) return noSites;
    const given = statusReturned(node.whenTrue, context);
    return given === undefined ? noSites : siteOf(given, codeDemanded(node.test, given, context));
  },
};

interface Given {
  readonly status: Part<number>;
  /** A status that is only kept may be one of several for the error that is answered later. */
  readonly isReturned: boolean;
}

function siteOf({ status }: Given, code: Part<Code> | undefined): readonly ErrorSite[] {
  if (!isKnown(code)) return noSites;
  return [
    makeSite({
      role: "declare",
      idiom: "status-condition",
      span: spanAround(code.span, status.span),
      status,
      code,
      headersComplete: false,
    }),
  ];
}

function* ofSwitch(node: SwitchStatement, context: RecogniserContext): Iterable<ErrorSite> {
  const asked = unwrapped(node.discriminant);
  const isOfConditions = asked.kind === "keyword" && asked.value === true;
  const isOfClasses = asked.kind === "member" && asked.name === "constructor";
  if (!isOfConditions && !isOfClasses) return;
  for (const { test, body } of node.cases) {
    if (test === undefined) continue;
    const given = statusGiven(body, context);
    if (given === undefined) continue;
    const code = isOfClasses ? codeOfClass(test, context) : codeDemanded(test, given, context);
    yield* siteOf(given, code);
  }
}

// ---------------------------------------------------------------- what is given

/** The status, where nothing else is done than to give one: `return 409`, `status = HttpStatus.CONFLICT`. */
function statusGiven(statements: readonly Statement[], context: RecogniserContext): Given | undefined {
  const [only, ...more] = statements.filter((statement) => statement.kind !== "other");
  if (only === undefined || more.length > 0) return undefined;
  if (only.kind === "block") return statusGiven(only.body, context);
  if (only.kind === "return") return only.argument && statusReturned(only.argument, context);
  const inner = only.kind === "expression" ? unwrapped(only.expression) : undefined;
  if (inner?.kind !== "assignment" || inner.operator !== "=" || inner.target.kind !== "identifier") return undefined;
  if (!/status|http_?code/i.test(inner.target.name)) return undefined;
  const status = failureOf(inner.value, context);
  return status && { status, isReturned: false };
}

function statusReturned(written: Expression, context: RecogniserContext): Given | undefined {
  const inner = unwrapped(written);
  const isNamed = inner.kind === "member" && /status|http/i.test(lastName(inner.object) ?? "");
  if (!isNamed && (inner.kind !== "number" || !isInFunctionOfStatuses(context))) return undefined;
  const status = failureOf(inner, context);
  return status && { status, isReturned: true };
}

function failureOf(expression: Expression, { parts }: RecogniserContext): Part<number> | undefined {
  const { kind } = unwrapped(expression);
  if (kind !== "number" && kind !== "member") return undefined;
  const status = parts.status(expression, { certainty: "likely" });
  const isFailure = isKnown(status) && valuesOf(status).every((value) => value >= 400 && isKnownStatus(value));
  return isFailure ? status : undefined;
}

/** `statusOf`, `toHttpStatus`, `httpCodeFor`: elsewhere a number may be anything. */
function isInFunctionOfStatuses({ ancestors }: RecogniserContext): boolean {
  const index = ancestors.findLastIndex(({ kind }) => kind === "function");
  const around = ancestors[index];
  if (around?.kind !== "function") return false;
  const name = around.name ?? nameOfValue(around, ancestors.slice(0, index));
  return name !== undefined && /status|http/i.test(name);
}

/** Whether the conditional is all that a function gives back, and not what a call is given. */
function isReturned({ ancestors }: RecogniserContext): boolean {
  const outer = ancestors.findLast(({ kind }) => kind !== "wrapped" && kind !== "conditional");
  return outer?.kind === "return" || outer?.kind === "function";
}

// ---------------------------------------------------------------- what is demanded

function codeDemanded(test: Expression, given: Given, context: RecogniserContext): Part<Code> | undefined {
  const inner = unwrapped(test);
  if (inner.kind !== "binary") return codeCompared(inner, context);
  if (inner.operator === "||") {
    const sides = [inner.left, inner.right].map((side) => codeDemanded(side, given, context));
    const [left, right] = sides;
    return left === undefined || right === undefined ? undefined : mergeParts(left, right);
  }
  if (inner.operator === "&&")
    return codeDemanded(inner.left, given, context) ?? codeDemanded(inner.right, given, context);
  if (inner.operator === "instanceof") return given.isReturned ? codeOfClass(inner.right, context) : undefined;
  return codeCompared(inner, context);
}

/** The code of one comparison; beside the status of a failure it may have any name that a code has. */
function codeCompared(test: Expression, context: RecogniserContext): Part<Code> | undefined {
  const [only, ...more] = clausesOf(test, context);
  return only === undefined || only.negated || only.status !== undefined || more.length > 0 ? undefined : only.code;
}
