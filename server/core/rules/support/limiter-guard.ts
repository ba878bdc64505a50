/** Places that are reached where a limiter of requests refuses, whatever the answer there says in words. */
import { wordsOf } from "../../facts/words-of.ts";
import type { ErrorSite } from "../../sites/model.ts";
import { type Bindings, createBindings } from "../../sites/reading/bindings.ts";
import type { FunctionExpression, SourceFile, TryStatement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { nodesAt, type SyntaxNode } from "../../syntax/walk.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { FactRuleContext } from "../model.ts";
import { asksLimiter, isLimiter, refusalIn, wordsOfCallee } from "./limiter-calls.ts";

/**
 * Whether a site answers for a limiter: in a function among the limiter's options, where the call that asks it fails, or
 * in the branch of a condition that says it refused (`if (!success)` after `await ratelimit.limit(ip)`).
 */
export function answersForLimiter({ span }: ErrorSite, context: FactRuleContext): boolean {
  const { file } = context;
  const bindings = bindingsWithLimiter(file);
  if (bindings === undefined) return false;
  const chain = nodesAt(file, span.start).filter((node) => encloses(node, span));
  let isOneOfSeveral = false;
  for (let index = chain.length - 1; index >= 0; index -= 1) {
    const node = chain[index];
    switch (node?.kind) {
      case "if":
      case "conditional": {
        const refusal = encloses(node.test, span) ? undefined : refusalIn(node.test, bindings);
        if (refusal !== undefined) return refusal === encloses(node.whenTrue, span);
        isOneOfSeveral = true;
        break;
      }
      case "try":
        if (isCaughtFromLimiter(node, span)) return true;
        break;
      case "function":
        if (isGivenToLimiter(node, chain.slice(0, index))) return true;
        // What such a function answers on some condition is another matter.
        return !isOneOfSeveral && isNamedRefusal(node, chain[index - 1]);
    }
  }
  return false;
}

/** Where names are declared, in a file that speaks of a limiter at all; asked for once a site. */
function bindingsWithLimiter(file: SourceFile): Bindings | undefined {
  const known = read.get(file);
  if (known !== undefined) return known.bindings;
  const bindings = mayHoldLimiter.test(file.text) ? createBindings(file) : undefined;
  read.set(file, { bindings });
  return bindings;
}

const read = new WeakMap<SourceFile, { readonly bindings: Bindings | undefined }>();

const mayHoldLimiter = /limiter|rate[-_]?limit|throttle|brute|too_?many/i;

/** Options that decide whom and what to limit, and answer nobody. */
const quietOptions = /^(?:key|skip|store|validate|max|limit|points|window|duration|allow|whitelist|id|identify)/i;

/** Whether a site stands in a function among a limiter's options: the limiter has set the headers of its answer. */
export function standsInLimiterOptions({ span }: ErrorSite, { file }: FactRuleContext): boolean {
  if (!mayHoldLimiter.test(file.text)) return false;
  const chain = nodesAt(file, span.start).filter((node) => encloses(node, span));
  return chain.some((node, index) => node.kind === "function" && isLimiterOption(chain.slice(0, index)));
}

/** `rateLimit({ handler() { … } })`. */
function isLimiterOption(chain: readonly SyntaxNode[]): boolean {
  const [call, options, option] = chain.slice(-3);
  if (option?.kind !== "property" && option?.kind !== "method") return false;
  if ((call?.kind !== "call" && call?.kind !== "new") || options?.kind !== "object") return false;
  return isLimiter(call.callee) && !quietOptions.test(option.key.name ?? "");
}

/** A limiter's option, `limiter.consume(ip).catch(() => …)`, `.then(next, () => …)`. */
function isGivenToLimiter(node: FunctionExpression, chain: readonly SyntaxNode[]): boolean {
  if (isLimiterOption(chain)) return true;
  const parent = chain.at(-1);
  if (parent?.kind !== "call") return false;
  const callee = unwrapped(parent.callee);
  if (callee.kind !== "member") return false;
  const isRejection = callee.name === "catch" || (callee.name === "then" && parent.arguments[1] === node);
  return isRejection && asksLimiter(callee.object);
}

/** `const tooManyRequests = (res) => …`, `function sendRateLimited(res) { … }`; a middleware called `rateLimit` answers more. */
function isNamedRefusal({ name }: FunctionExpression, parent: SyntaxNode | undefined): boolean {
  const key = parent?.kind === "property" || parent?.kind === "method" || parent?.kind === "class-member";
  const pattern = parent?.kind === "declarator" ? parent.pattern : undefined;
  const declared = pattern?.kind === "name" ? pattern.name : key ? parent.key.name : undefined;
  return refusals.test(wordsOf(name ?? declared ?? "").join(" "));
}

const refusals =
  /^(?:(?:send|reply|respond|answer|throw|handle|on|create|make|build|return|error|to) )*(?:too many (?:requests|attempts|calls)|rate ?limited|rate ?limit (?:exceeded|reached|hit|error|response)|throttled)\b/;

/** `try { await limiter.consume(ip); next(); } catch { … }`, where nothing else can fail. */
function isCaughtFromLimiter({ block, handler }: TryStatement, span: Span): boolean {
  if (!handler?.some((statement) => encloses(statement, span))) return false;
  const [first, ...others] = block;
  if (first?.kind !== "expression" && first?.kind !== "variable") return false;
  const asked = first.kind === "expression" ? first.expression : first.declarators[0]?.initializer;
  const inner = asked === undefined ? undefined : unwrapped(asked);
  if (inner?.kind !== "prefix" || inner.operator !== "await" || !asksLimiter(inner.argument)) return false;
  return others.every((statement) => {
    if (statement.kind !== "expression" && statement.kind !== "return") return false;
    const said = statement.kind === "expression" ? statement.expression : statement.argument;
    const value = said === undefined ? undefined : unwrapped(said);
    if (value === undefined || value.kind === "keyword" || value.kind === "identifier") return true;
    return value.kind === "call" && wordsOfCallee(value.callee) === "next";
  });
}
