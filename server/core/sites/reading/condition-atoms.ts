/** The smallest conditions: one status or one code compared with constants. */
import type { Code } from "../../catalog/model.ts";
import type { ArrayLiteral, BinaryExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { type Span, spanning } from "../../text/span.ts";
import type { Part, PartValue } from "../model.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import { isStatusNumber, statusByName } from "../parts/status-names.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { type Answer, answerOf } from "./answer-of.ts";
import { comparedSubject } from "./compared-subject.ts";
import { membershipElsewhere } from "./imported-lists.ts";
import type { Subject } from "./subject.ts";
import { isOfAnswerOrError } from "./subject-of-path.ts";

/** One status or one code compared with constants. */
export interface Atom {
  readonly span: Span;
  readonly negated: boolean;
  /** What is compared, as it is written: equal texts are the same subject. */
  readonly subject: string;
  readonly status: Part<number> | undefined;
  readonly code: Part<Code> | undefined;
  /** The names by which the code is reached, as far as they are known. */
  readonly path: readonly string[] | undefined;
  /** What the subject was taken from. */
  readonly answer: Answer | undefined;
  /** Set where the code is one only beside a status of failure. */
  readonly needsStatus: boolean;
  /** The code as it is known where a status of failure stands beside it; set where it is a guess by itself. */
  readonly codeBeside?: Part<Code> | undefined;
}

/** `a === b` and its kin; undefined where neither side is a status or a code. */
export function equality(expression: BinaryExpression, context: RecogniserContext, negated: boolean): Atom | undefined {
  const { operator } = expression;
  const equal = operator === "===" || operator === "==";
  if (!equal && operator !== "!==" && operator !== "!=") return undefined;
  return (
    atomOf(expression.left, [expression.right], expression, equal === negated, context) ??
    atomOf(expression.right, [expression.left], expression, equal === negated, context)
  );
}

/** `[401, 403].includes(status)`, `retryable.has(error.code)`, where the list is seen. */
export function membership(call: Expression, context: RecogniserContext, negated: boolean): Atom | undefined {
  if (call.kind !== "call" || call.arguments.length !== 1) return undefined;
  const callee = unwrapped(call.callee);
  if (callee.kind !== "member" || (callee.name !== "includes" && callee.name !== "has")) return undefined;
  const [argument] = call.arguments;
  if (argument === undefined) return undefined;
  const list = listOf(callee.object, context, 0);
  if (list === undefined) {
    if (isParameter(callee.object, context)) return atomOf(argument, [callee.object], call, negated, context);
    return membershipElsewhere(argument, callee.object, { span: call, negated }, context);
  }
  const elements = list.elements.filter((element) => element !== undefined && element.kind !== "prefix");
  const here = unwrapped(callee.object);
  return atomOf(
    argument,
    elements.filter((element) => element !== undefined),
    call,
    negated,
    context,
    here,
  );
}

function listOf(expression: Expression, context: RecogniserContext, depth: number): ArrayLiteral | undefined {
  const inner = unwrapped(expression);
  if (depth > 4) return undefined;
  if (inner.kind === "array") return inner;
  if (inner.kind === "new" && inner.arguments[0] !== undefined) return listOf(inner.arguments[0], context, depth + 1);
  if (inner.kind === "call" && inner.arguments[0] !== undefined && /freeze$/.test(calleeName(inner.callee))) {
    return listOf(inner.arguments[0], context, depth + 1);
  }
  if (inner.kind !== "identifier") return undefined;
  const initializer = context.bindings.constantOf(inner);
  return initializer === undefined ? undefined : listOf(initializer, context, depth + 1);
}

/** A list that a function is given is known where the function is called. */
function isParameter(list: Expression, { bindings }: RecogniserContext): boolean {
  const inner = unwrapped(list);
  return inner.kind === "identifier" && bindings.declarationOf(inner)?.kind === "parameter";
}

function calleeName(callee: Expression): string {
  const inner = unwrapped(callee);
  return inner.kind === "member" ? inner.name : inner.kind === "identifier" ? inner.name : "";
}

function atomOf(
  subjectExpression: Expression,
  values: readonly Expression[],
  span: Span,
  negated: boolean,
  context: RecogniserContext,
  list?: Expression,
): Atom | undefined {
  // Where a name comes from is asked only if it is compared with something that an error could have.
  if (!speaks(subjectExpression) && !values.some(mayBeOfError)) return undefined;
  const subject = comparedSubject(subjectExpression, context.bindings);
  if (subject === undefined) return undefined;
  const text = context.file.text.slice(subjectExpression.start, subjectExpression.end).replace(/[\s?!]/g, "");
  const status =
    subject.kind === "status" ? readValues(values, (one) => context.parts.status(one), subject) : undefined;
  const readCode = (judging: Pick<Subject, "judge">) => readValues(values, (one) => context.parts.code(one), judging);
  const judging = subject.kind === "code" ? subject : status === undefined ? subject.besideText : undefined;
  const code = judging === undefined ? undefined : readCode(judging);
  const answer = answerOf(subjectExpression, context.bindings);
  const at = { span: { start: span.start, end: span.end }, negated, subject: text, answer, path: subject.path };
  if (status !== undefined || code !== undefined) {
    const judgeBeside = code?.certainty === "weak" ? subject.judgeBeside : undefined;
    const codeBeside = judgeBeside && readCode({ judge: judgeBeside });
    return {
      ...at,
      status: relocated(status, list, context.uri),
      code: relocated(code, list, context.uri),
      needsStatus: false,
      codeBeside: relocated(codeBeside, list, context.uri),
    };
  }
  if (subject.kind !== "code") return undefined;
  const called = isOfAnswerOrError(subject, text) ? statusCalledCode(values, context, at) : undefined;
  if (called !== undefined || subject.judgeBeside === undefined) return called;
  const beside = readCode({ judge: subject.judgeBeside });
  return beside && { ...at, status: undefined, code: relocated(beside, list, context.uri), needsStatus: true };
}

/** Whether the text of the subject already names a status, a code or an error. */
function speaks(expression: Expression): boolean {
  const inner = unwrapped(expression);
  return inner.kind !== "identifier" || /code|status|err/i.test(inner.name);
}

function mayBeOfError(expression: Expression): boolean {
  const inner = unwrapped(expression);
  if (inner.kind === "number") return inner.value >= 400;
  if (inner.kind === "string") return looksLikeCode(inner.value);
  return (
    inner.kind === "unary" || inner.kind === "member" || (inner.kind === "identifier" && /^[A-Z]/.test(inner.name))
  );
}

/** `error.code === 404`: a status under the name of a code, good for a hover. */
function statusCalledCode(
  values: readonly Expression[],
  context: RecogniserContext,
  at: Pick<Atom, "span" | "negated" | "subject" | "answer">,
): Atom | undefined {
  const weak: Pick<Subject, "judge"> = {
    judge: (value) => (typeof value === "number" && value >= 400 ? "weak" : undefined),
  };
  const status = readValues(values, (one) => context.parts.status(one), weak);
  if (status === undefined || /^code$/.test(at.subject)) return undefined;
  return { ...at, status, code: undefined, path: undefined, needsStatus: false };
}

function readValues<Value extends Code>(
  expressions: readonly Expression[],
  readPart: (expression: Expression) => Part<Value> | undefined,
  subject: Pick<Subject, "judge">,
): Part<Value> | undefined {
  let merged: Part<Value> | undefined;
  for (const expression of expressions) {
    const part = readPart(expression);
    // Two variables compared say nothing of constants.
    if (part === undefined || part.values.length === 0 || !part.exhaustive) continue;
    const judged = part.values.map((item) => subject.judge(item.value));
    const kept = part.values.filter((_item, index) => judged[index] !== undefined);
    if (kept.length === 0 || (judged.includes("weak") && kept.every(isOfOtherTable))) continue;
    const certainty = judged.includes("weak") || part.certainty === "weak" ? "weak" : "likely";
    merged = mergeParts(merged, { ...part, values: kept, certainty });
  }
  return merged;
}

/** `OrderStatus.Returned`: a number that its table gives to something else than a status of HTTP. */
function isOfOtherTable({ value, written }: PartValue<Code>): boolean {
  if (typeof value !== "number" || !isStatusNumber(value) || written.kind !== "member") return false;
  if (/http|status_?codes?$/i.test(written.table.name)) return false;
  return !Array.from(written.table.members).some(([name, number]) => statusByName(name) === number);
}

/** Values of a list that stands elsewhere come from there; the part stands where the list is named. */
function relocated<Value>(
  part: Part<Value> | undefined,
  list: Expression | undefined,
  uri: string,
): Part<Value> | undefined {
  if (part === undefined || list === undefined || list.kind === "array" || list.kind === "new") return part;
  return {
    ...part,
    span: { start: list.start, end: list.end },
    values: part.values.map((item) => ({ ...item, origin: item.origin ?? { uri, span: item.written.span } })),
  };
}

/** Both parts as one: the values of either. */
export function mergeParts<Value>(
  left: Part<Value> | undefined,
  right: Part<Value> | undefined,
): Part<Value> | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return {
    values: [...left.values, ...right.values],
    exhaustive: left.exhaustive && right.exhaustive,
    span: spanning(left.span, right.span),
    certainty: left.certainty === "weak" || right.certainty === "weak" ? "weak" : left.certainty,
    evidence: [...left.evidence, ...right.evidence],
  };
}
