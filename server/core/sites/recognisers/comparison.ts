/**
 * Code that looks at an error from elsewhere: `err.response.status === 409 && body.error.code === "FORBIDDEN"`,
 * `switch (error.code)`, `[401, 403].includes(res.status)`.
 */
import type { BinaryExpression, Expression, SwitchStatement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Span } from "../../text/span.ts";
import type { ErrorSite } from "../model.ts";
import { comparedOwner, foreignOwner, isErrnoName } from "../parts/code-shapes.ts";
import { answerOf } from "../reading/answer-of.ts";
import { comparedSubject } from "../reading/compared-subject.ts";
import { type Clause, clausesOf, type Demands } from "../reading/condition.ts";
import { demandedAround, demandsOfCase } from "../reading/demands-around.ts";
import { pathOf } from "../reading/names.ts";
import { because, mayBeStatusOrCode } from "../reading/why-not.ts";
import { noSites, type RecognisedNode, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { makeSite, valuesOf } from "../site-draft.ts";
import { mayBePredicate } from "../values/answers/may-tell.ts";

export const comparisonRecogniser: Recogniser = {
  idiom: "comparison",
  sign: /\b(?:status|code|type|error)|(?:Status|Code)\b|(?:STATUS|CODE)\b|_(?:status|code)\b|\b(?:err|sub|biz)(?:code|no)\b|\b(?:is|has|matches)\w*err|(?:err|error|exception|problem|failure|fault)s?\.(?:is|has|matches)\(|\binstanceof \w+\)? && \w+\.(?:is|has|matches)\(/i,
  kinds: ["binary", "call", "switch"],
  recognise(node, context) {
    if (node.kind === "switch") return sitesOfSwitch(node, context);
    if (node.kind === "binary") return comparing.has(node.operator) ? sitesOfCondition(node, context) : noSites;
    if (node.kind !== "call" || !(isMembership(node.callee) || mayBePredicate(node, context.file.text))) return noSites;
    return sitesOfCondition(node, context);
  },
  explain(node, context) {
    if (node.kind === "switch") return whyNoSwitch(node, context);
    return node.kind === "binary" ? whyNoComparison(node, context) : undefined;
  },
};

const comparing: ReadonlySet<string> = new Set(["===", "==", "!==", "!=", "&&", "||"]);

function* sitesOfCondition(node: Expression, context: RecogniserContext): Iterable<ErrorSite> {
  const place = placeOf(context.ancestors);
  if (place === "inner") return;
  for (const clause of clausesOf(node, context, place.negated)) {
    const site = toSite(clause, node, context);
    if (site !== undefined && !isAmongSystemErrors(site, [node], context)) yield site;
  }
}

/** `code === "EINVAL" || code === "UNKNOWN"`: a word among the names of errors that a system gives is another of them. */
function isAmongSystemErrors(
  { status, code }: ErrorSite,
  compared: readonly Span[],
  { file }: RecogniserContext,
): boolean {
  if (status !== undefined || code === undefined || valuesOf(code).length === 0) return false;
  if (!valuesOf(code).every((value) => typeof value === "string" && /^[A-Z]+$/.test(value))) return false;
  const texts = compared.flatMap(
    ({ start, end }) => file.text.slice(start, end).match(/(?<=["'])[A-Z]+(?=["'])/g) ?? [],
  );
  const ofSystem = texts.filter((text) => foreignOwner(text) !== undefined || isErrnoName(text));
  return ofSystem.length > 0 && ofSystem.length * 2 >= texts.length;
}

function isMembership(callee: Expression): boolean {
  const inner = unwrapped(callee);
  return inner.kind === "member" && (inner.name === "includes" || inner.name === "has");
}

/** `inner` where a condition around it reads it too; otherwise whether the whole is negated. */
function placeOf(ancestors: readonly RecognisedNode[]): "inner" | { readonly negated: boolean } {
  let negated = false;
  for (let index = ancestors.length - 1; index >= 0; index -= 1) {
    const parent = ancestors[index];
    if (parent?.kind === "wrapped") continue;
    if (parent?.kind === "unary" && parent.operator === "!") negated = !negated;
    else if (parent?.kind === "binary" && (parent.operator === "&&" || parent.operator === "||")) return "inner";
    else break;
  }
  return { negated };
}

function toSite(clause: Clause, node: RecognisedNode, context: RecogniserContext): ErrorSite | undefined {
  const outer = clause.combination === "single" ? demandsFor(clause, node, context) : undefined;
  const status = clause.status ?? outer?.status;
  const code = clause.code ?? outer?.code;
  const both = status !== undefined && code !== undefined;
  if (clause.needsStatus && !valuesOf(status).some((value) => value >= 400)) return undefined;
  // A bare check for success is no error site.
  if (code === undefined && status !== undefined && status.values.every((item) => item.value < 400)) return undefined;
  if (clause.code === undefined && outer?.code !== undefined && clause.status === undefined) return undefined;
  return makeSite({
    role: "handle",
    idiom: "comparison",
    span: clause.span,
    status,
    code,
    headersComplete: false,
    context: context.parts.context(node),
    comparison: {
      combination: both && clause.combination === "single" ? "and" : clause.combination,
      negated: clause.negated,
      subject: undefined,
      path: clause.code === undefined ? undefined : clause.path,
    },
  });
}

/** What is demanded around a single comparison; of a negated one only a code is told apart under its status. */
function demandsFor(clause: Clause, node: RecognisedNode, context: RecogniserContext): Demands | undefined {
  if (!clause.negated) return demandedAround(node, clause.answer, context);
  return clause.code === undefined ? undefined : { ...demandedAround(node, clause.answer, context), code: undefined };
}

function* sitesOfSwitch(node: SwitchStatement, context: RecogniserContext): Iterable<ErrorSite> {
  const outer = demandedAround(node, answerOf(node.discriminant, context.bindings), context);
  const path = comparedSubject(node.discriminant, context.bindings)?.path;
  for (const { test } of node.cases) {
    if (test === undefined) continue;
    const parts = demandsOfCase(node.discriminant, test, context);
    if (parts === undefined) continue;
    const status = parts.status ?? outer.status;
    const code = parts.code ?? outer.code;
    if (code === undefined && status !== undefined && status.values.every((item) => item.value < 400)) continue;
    const site = makeSite({
      role: "handle",
      idiom: "comparison",
      span: test,
      status,
      code,
      headersComplete: false,
      context: context.parts.context(test),
      comparison: {
        combination: status !== undefined && code !== undefined ? "and" : "single",
        negated: false,
        subject: spanOf(node.discriminant),
        path: parts.code === undefined ? undefined : path,
      },
    });
    const tests = node.cases.flatMap((one) => one.test ?? []);
    if (!isAmongSystemErrors(site, tests, context)) yield site;
  }
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** Why `x.code === "…"` says nothing of an application's error. */
function whyNoComparison(node: BinaryExpression, context: RecogniserContext): string | undefined {
  if (!/^[!=]==?$/.test(node.operator)) return undefined;
  for (const [side, other] of [
    [node.left, node.right],
    [node.right, node.left],
  ] as const) {
    const subject = comparedSubject(side, context.bindings);
    if (subject === undefined) {
      if (!mayBeStatusOrCode(other) || mayBeStatusOrCode(side)) continue;
      const path = pathOf(side)?.join(".");
      return `${path === undefined ? "what is compared" : `\`${path}\``} is not named like a status or a code of an error.`;
    }
    const part = subject.kind === "status" ? context.parts.status(other) : context.parts.code(other);
    if (part === undefined) return `what it is compared with cannot be a ${subject.kind}.`;
    if (part.values.length === 0) return `what it is compared with is not constant${because(other, context)}.`;
    const owner = part.values.map(({ value }) => comparedOwner(value)).find((one) => one !== undefined);
    if (owner !== undefined) return `the code belongs to ${owner}, not to an application.`;
    if (part.values.every(({ value }) => typeof value === "number" && value < 400))
      return "a check for success is no error site.";
    return "what is compared is not known to be a response's or an error's.";
  }
  return undefined;
}

/** Why a `switch` over texts or numbers says nothing of an application's errors. */
function whyNoSwitch(node: SwitchStatement, context: RecogniserContext): string | undefined {
  if (node.cases.length === 0) return undefined;
  return comparedSubject(node.discriminant, context.bindings) === undefined
    ? "what the `switch` looks at is not named like a status or a code of an error."
    : "no case is a constant status or code of an application.";
}
