/** How a function records, expects or compares answers with what it is given, as plain data. */
import type { Expression, FunctionExpression } from "../../../syntax/tree.ts";
import { isExpression, walkNodes } from "../../../syntax/walk.ts";
import type { Span } from "../../../text/span.ts";
import type { ErrorSite } from "../../model.ts";
import { createPartReader } from "../../part-reader.ts";
import type { Bindings } from "../../reading/bindings.ts";
import { valuesOf } from "../../site-draft.ts";
import { spanOf } from "../lower/lowering.ts";
import type { SymbolicAnswer, SymbolicValue } from "../module-summary.ts";
import { mayTell, tellsAlways } from "./may-tell.ts";
import { mentionsParameter } from "./mentions-parameter.ts";
import type { AnswerSource } from "./read-answers.ts";
import { toldSites } from "./told-sites.ts";

/** The answers that the function tells of with its parameters; none for one that takes no status and no code. */
export function readTold(
  node: FunctionExpression,
  { file, uri, values, lowering }: AnswerSource,
  bindings: Bindings,
): readonly SymbolicAnswer[] {
  if (!mayTell(node, file.text)) return [];
  const expressions = new Map<string, Expression>();
  walkNodes([node], (inner) => {
    if (isExpression(inner) && !expressions.has(keyOf(inner))) expressions.set(keyOf(inner), inner);
    return undefined;
  });
  const lower = (expression: Expression): SymbolicValue =>
    lowering.expression(expression, lowering.scopes.at(expression));
  const isGiven = (value: SymbolicValue | undefined): boolean =>
    value !== undefined && mentionsParameter(value, node.start);
  const valueAt = (span: Span | undefined): SymbolicValue | undefined => {
    const expression = span === undefined ? undefined : expressions.get(keyOf(span));
    return expression === undefined ? undefined : lower(expression);
  };
  const parts = createPartReader({ uri, text: file.text, values, bindings, ancestors: () => [] });
  const context = { file, uri, bindings, values, wrappers: [], parts };
  const isAlways = tellsAlways(node, file.text);
  const sites = toldSites({ node, context, isGiven: (place) => isGiven(valueAt(place)) });
  return sites.flatMap((site): readonly SymbolicAnswer[] => {
    const status = valueAt(site.status?.span);
    const code = valueAt(site.code?.span);
    // A body that another file makes of what is given is known where the function is called.
    const made = code === undefined ? valueAt(site.body?.span) : undefined;
    const body = isGiven(made) ? made : undefined;
    const isOwn = isAlways && site.idiom === "test-expectation" && valuesOf(site.status).some((value) => value >= 400);
    if (!isGiven(status) && !isGiven(code) && body === undefined && !isOwn) return [];
    return [{ ...told, idiom: idiomOf(site), status, code, body, ...spanOf(site.span) }];
  });
}

const told = {
  kind: "sent",
  always: true,
  message: undefined,
  headers: [],
  headersComplete: false,
} as const;

/** An object that answers in place of a server is told apart from one that a function answers with itself. */
function idiomOf({ idiom }: ErrorSite): string {
  return idiom === "answer-object" || idiom === "web-response" ? "recorded-answer" : idiom;
}

function keyOf(span: Span): string {
  return `${span.start}:${span.end}`;
}
