/** Calls that ask a limiter of requests, and what their answers are called. */
import { wordsOf } from "../../facts/words-of.ts";
import type { Bindings } from "../../sites/reading/bindings.ts";
import { lastName } from "../../sites/reading/names.ts";
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";

/** How limiters are called. One of seats or sizes is none of requests. */
const limiterWords =
  /\b(?:rate ?limit(?:er|ers|ing|s)?|throttler?|throttling|brute ?force|express brute|(?:requests?|api|ip|login|auth|otp|sms|email|global) limiter)\b|^(?:this )?limiter\b/;

/** What is done with the settings of a limiter asks it nothing: `handleApiRateLimitAction`, `updateRateLimitConfig`. */
const limiterSettings =
  /\b(?:limit\w*|throttl\w*) (?:action|setting|settings|config|configuration|form|policy|policies|rules?|options?|plans?|values?)\b/;

/** The names that lead to a callee, as words: `this.rateLimiter.consume` is `this rate limiter consume`. */
export function wordsOfCallee(callee: Expression): string {
  const inner = unwrapped(callee);
  if (inner.kind === "identifier") return wordsOf(inner.name).join(" ");
  if (inner.kind === "call") return wordsOfCallee(inner.callee);
  if (inner.kind !== "member") return "";
  return `${wordsOfCallee(inner.object)} ${wordsOf(inner.name).join(" ")}`.trim();
}

/** Whether what is called has the name of a limiter. */
export function isLimiter(callee: Expression): boolean {
  const words = wordsOfCallee(callee);
  return limiterWords.test(words) && !limiterSettings.test(words);
}

/** Whether an expression, a chain of promises maybe, begins with the question to a limiter. */
export function asksLimiter(expression: Expression): boolean {
  const inner = unwrapped(expression);
  if (inner.kind !== "call") return false;
  const callee = unwrapped(inner.callee);
  if (callee.kind === "member" && /^(?:then|catch|finally)$/.test(callee.name)) return asksLimiter(callee.object);
  return isLimiter(callee) && !keeping.test(wordsOf(lastName(callee) ?? "")[0] ?? "");
}

/** First words of what keeps or shows the settings of a limiter, and asks it nothing. */
const keeping =
  /^(?:handle|set|get|update|save|store|load|fetch|find|list|create|make|build|delete|remove|reset|clear|render|show|parse|read|write|validate|configure|register)$/;

/** Whether a condition holds where a limiter refused (true) or where it let through (false); undefined for any other. */
export function refusalIn(test: Expression, bindings: Bindings): boolean | undefined {
  const inner = unwrapped(test);
  switch (inner.kind) {
    case "unary":
      return inner.operator === "!" ? negated(refusalIn(inner.operand, bindings)) : undefined;
    case "prefix":
      return inner.operator === "await" ? refusalIn(inner.argument, bindings) : undefined;
    case "binary":
      return comparedRefusal(inner.operator, [inner.left, inner.right], bindings);
    case "call": {
      const words = wordsOfCallee(inner.callee);
      if (refusedCalls.test(words)) return true;
      return limiterWords.test(words) ? told(words.replace(limiterWords, ""), questions.test(words)) : undefined;
    }
    case "identifier":
      return comesFromLimiter(inner, bindings) ? told(wordsOf(inner.name).join(" "), false) : undefined;
    case "member":
      return comesFromLimiter(inner.object, bindings) ? told(wordsOf(inner.name).join(" "), false) : undefined;
    default:
      return undefined;
  }
}

/** `isRateLimited(ip)`, `this.isThrottled()`, `rateLimitExceeded(ip)`. */
const refusedCalls =
  /\b(?:is|was|has|been|being) (?:\w+ )?(?:rate ?limited|throttled)\b|\b(?:rate ?limit|throttle)\w* (?:exceeded|reached)\b/;

/** Calls whose answer is true where the caller may go on: `limiter.check(ip)`, `limiter.tryConsume(ip)`. */
const questions = /\b(?:check|consume|try|take|acquire|allow|pass|can)\w*\b/;

const refusedNames = /\b(?:limited|throttled|exceeded|blocked|reached|refused|denied)\b/;
const passedNames = /\b(?:success|succeeded|ok|allow|allowed|passed|permitted)\b/;

function comparedRefusal(
  operator: string,
  [left, right]: readonly [Expression, Expression],
  bindings: Bindings,
): boolean | undefined {
  if (operator === "||" || operator === "&&") return refusalIn(left, bindings) ?? refusalIn(right, bindings);
  const { kind, ...other } = unwrapped(right);
  const value = kind === "keyword" && "value" in other ? other.value : undefined;
  if (typeof value !== "boolean" || !/^[!=]==?$/.test(operator)) return undefined;
  const refusal = refusalIn(left, bindings);
  return operator.startsWith("!") === value ? negated(refusal) : refusal;
}

/** What a name says of a limiter's answer; a question is answered with yes where the limiter lets through. */
function told(words: string, isQuestion: boolean): boolean | undefined {
  if (refusedNames.test(words)) return true;
  return passedNames.test(words) || isQuestion ? false : undefined;
}

function negated(refusal: boolean | undefined): boolean | undefined {
  return refusal === undefined ? undefined : !refusal;
}

/** Whether a value is a limiter's answer, or was declared with one or taken out of one. */
function comesFromLimiter(value: Expression, bindings: Bindings): boolean {
  const inner = unwrapped(value);
  if (inner.kind === "prefix" && inner.operator === "await") return comesFromLimiter(inner.argument, bindings);
  if (inner.kind === "call") return asksLimiter(inner);
  if (inner.kind !== "identifier") return false;
  const declaration = bindings.declarationOf(inner);
  if (declaration?.kind !== "variable" || declaration.initializer === undefined) return false;
  const initializer = unwrapped(declaration.initializer);
  const asked = initializer.kind === "prefix" ? unwrapped(initializer.argument) : initializer;
  return asked.kind === "call" && asksLimiter(asked);
}
