/** Places where people wrote a retry by hand: a loop that goes round again, a function that calls itself, a predicate. */
import type { ErrorSite } from "../../sites/model.ts";
import { nodesAt, type SyntaxNode } from "../../syntax/walk.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { FactRuleContext } from "../model.ts";
import { guardedBy } from "./guarded.ts";

export interface RetryPlace {
  /** `again`: the call is made once more from here; `predicate`: somebody else is told whether to. */
  readonly kind: "again" | "predicate";
  /** The function that calls itself. */
  readonly again: string | undefined;
  /** What runs where the comparison holds, its condition included. */
  readonly guarded: string;
  /** The loop, or the function around it. */
  readonly around: string;
}

/** How a comparison leads to another try; undefined where it does not. */
export function retryPlace(site: ErrorSite, context: FactRuleContext): RetryPlace | undefined {
  const { comparison, span } = site;
  if (comparison === undefined) return undefined;
  const { file } = context;
  const chain = nodesAt(file, span.start);
  const textOf = ({ start, end }: Span) => context.text.slice(start, end);
  if (comparison.negated) return comparison.combination === "single" ? afterLeaving(site, chain, textOf) : undefined;
  const guarded = textOf(guardedBy(site, context));
  const within = chain.slice(
    Math.max(
      0,
      chain.findLastIndex(({ kind }) => kind === "function"),
    ),
  );
  const outer = chain.findLast(({ kind }) => kind === "function");
  const loop = within.find(({ kind }) => kind === "loop");
  const isHead = loop?.kind === "loop" && loop.heads.some((head) => encloses(head, span));
  if (
    loop !== undefined &&
    asks.test(textOf(loop)) &&
    (isHead || /\bcontinue\b/.test(guarded)) &&
    retries.test(textOf(loop))
  )
    return { kind: "again", again: undefined, guarded: isHead ? textOf(loop) : guarded, around: textOf(loop) };
  const name = functionName(chain, textOf)?.match(/^[\w$]+/)?.[0];
  if (name === undefined || outer === undefined) return undefined;
  const around = textOf(outer);
  if (new RegExp(`\\breturn\\s+(?:await\\s+)?(?:this\\.)?${name.replaceAll("$", "\\$")}\\s*\\(`).test(guarded))
    return { kind: "again", again: name, guarded, around };
  if (!predicates.test(name) || /\breturn\s+(?:false|!|undefined|null)/.test(guarded)) return undefined;
  return { kind: "predicate", again: undefined, guarded, around };
}

/** `if (status !== 503) return response;` in a loop: with 503 it goes round again, by way of what follows. */
function afterLeaving(
  { span }: ErrorSite,
  chain: readonly SyntaxNode[],
  textOf: (span: Span) => string,
): RetryPlace | undefined {
  const at = chain.findLastIndex((node) => node.kind === "if" && encloses(node.test, span));
  const [branch, loop] = [chain[at], chain.slice(0, at).findLast(({ kind }) => kind === "loop" || kind === "function")];
  if (branch?.kind !== "if" || loop?.kind !== "loop" || branch.whenFalse !== undefined) return undefined;
  const { whenTrue } = branch;
  const last = whenTrue.kind === "block" ? whenTrue.body.at(-1) : whenTrue;
  const leaves =
    last?.kind === "return" || last?.kind === "throw" || (last !== undefined && /^break\b/.test(textOf(last)));
  if (!leaves || !retries.test(textOf(loop))) return undefined;
  return {
    kind: "again",
    again: undefined,
    guarded: textOf({ start: branch.end, end: loop.end }),
    around: textOf(loop),
  };
}

/** A loop that waits for nothing goes over answers that are there already. */
const asks = /\bawait\b|\byield\b|\.then\s*\(/;

const retries = /retr(?:y|ies)|attempt|\btries\b/i;

const predicates = /^(?:is|should|can|may|will|must|do)?_?(?:we)?_?(?:retr(?:y|iable|yable|ies)|transient)/i;

/** The name of the innermost function that has one, be it that of the variable that holds it. */
function functionName(chain: readonly SyntaxNode[], textOf: (span: Span) => string): string | undefined {
  const at = chain.findLastIndex(({ kind }) => kind === "function");
  const inner = chain[at];
  if (inner?.kind !== "function") return undefined;
  if (inner.name !== undefined) return inner.name;
  for (let above = at - 1; above >= Math.max(0, at - 3); above -= 1) {
    const node = chain[above];
    switch (node?.kind) {
      case "declarator":
        return textOf({ start: node.pattern.start, end: node.pattern.end });
      case "property":
      case "method":
      case "class-member":
        return node.key.name;
      case "function":
        return undefined;
    }
  }
  return undefined;
}
