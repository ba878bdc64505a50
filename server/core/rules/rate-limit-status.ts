import type { Catalog, Policy } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import { wordsOf } from "../facts/words-of.ts";
import type { ErrorSite } from "../sites/model.ts";
import type { Severity } from "../text/problem.ts";
import type { FactRule, FactRuleContext, RelatedPlace } from "./model.ts";
import { planWords, quotaWords } from "./quota-words.ts";
import { lockOut, rateLimitContext, rateLimitHints, rateLimitWords } from "./rate-limit-words.ts";
import { isOauthCode } from "./support/foreign-codes.ts";
import { answersForLimiter } from "./support/limiter-guard.ts";
import { expectsOfOwnServer } from "./support/own-server.ts";
import { catalogName, listed } from "./support/phrases.ts";
import { generalPolicy, judgePolicy } from "./support/policies.ts";
import { exactStatusEntry, rangeName } from "./support/ranges.ts";
import { declaredElsewhere, reportedOnce } from "./support/reported-once.ts";
import { settledValue, settledValues } from "./support/settled.ts";
import { codeNamesOf, isCalled, isVetoed, siteSaysSo, textsOf } from "./support/signals.ts";
import { hasHeader, statusFixes } from "./support/status-fix.ts";
import { statusPlace } from "./support/status-place.ts";
import { isTestFile } from "./support/test-file.ts";
import { isTriedOut } from "./support/tried-out.ts";

interface Misplaced {
  readonly fact: Fact;
  readonly statuses: readonly number[];
  /** What the site is about: `header` where only `Retry-After` says so. */
  readonly signal: "rate" | "quota" | "header";
  readonly to: number;
  readonly catalog: Catalog | undefined;
  readonly authority: string | undefined;
  readonly severity: Severity;
}

interface State extends Misplaced {
  readonly declared: readonly RelatedPlace[];
}

const tooManyRequests = 429;

/**
 * Statuses that speak for themselves even beside words of a rate limit: 402 is about a plan, 413 about a size (with
 * `Retry-After` where it may change, RFC 9110 §15.5.14), 423 about a lock, 503, 504
 * and 529 about an overloaded server, 509 about a host's traffic.
 */
const otherMatters: ReadonlySet<number> = new Set([402, 413, 423, 429, 503, 504, 509, 529]);

export const rateLimitStatus: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "rate-limit-status",
    severity: "warning",
    summary: "An error about too many requests goes out with a status that means something else.",
    authority: "RFC 6585 §4 (429 Too Many Requests), or a catalog's policy for `rate-limit` or `quota`.",
    description: [
      "429 Too Many Requests (RFC 6585 §4) tells a client to wait and try again. With 403 or 400 it gives up, and with 500 it raises an alarm.",
      "The matter is recognised by words in codes, messages and names in English, Persian, Ukrainian, Russian and Chinese, by set phrases in nine more languages, by the header `Retry-After`, by the options of known limiters, and by the place: what is answered where a limiter refused. A used-up quota (plan, storage, seats) is no rate limit, except where a catalog in scope says so. Nothing is said where a catalog documents the status for this matter, nor in code that reads a foreign answer, nor in mocks that stand for somebody else's API.",
    ].join("\n\n"),
    examples: {
      invalid: [
        {
          title: "403 for a client that sends too much",
          language: "ts",
          catalogs: [],
          text: 'res.status(403).json({ error: "rate_limit_exceeded", message: "Too many requests, slow down." });\n',
          fixed: {
            title: "Answer 429 Too Many Requests",
            text: 'res.status(429).json({ error: "rate_limit_exceeded", message: "Too many requests, slow down." });\n',
          },
        },
        {
          title: "A used-up quota, where the catalog says that it is 429",
          language: "ts",
          catalogs: ["google-booking-server"],
          text: 'res.status(403).json({ error: { message: "Quota exceeded for this merchant" } });\n',
        },
      ],
      valid: [
        {
          title: "The status that says it",
          language: "ts",
          catalogs: [],
          text: 'res.status(429).json({ error: "rate_limit_exceeded", message: "Too many requests, slow down." });\n',
        },
        {
          title: "Too many redirects are no rate limit",
          language: "ts",
          catalogs: [],
          text: 'res.status(403).json({ error: { code: "FETCH_FAILED", message: "Too many redirects." } });\n',
        },
        {
          title: "Agora documents 403 for the message rate of chat rooms",
          language: "ts",
          catalogs: ["agora-chat"],
          text: 'res.status(403).json({ error: "forbidden_op", error_description: "chatroom message rate limit exceeded" });\n',
        },
      ],
    },
    fix: "suggestion",
  },
  check(context) {
    const { facts, uri } = context;
    const states = facts.flatMap((fact) => misplaced(fact, context) ?? []);
    return reportedOnce(states, uri).map((state) => ({ ...state, declared: declaredElsewhere(state.fact, uri) }));
  },
  span: ({ fact }) => statusPlace(fact.site),
  message({ statuses, signal, catalog, authority, to }) {
    const matter = signal === "quota" ? "a used-up quota" : "rate limiting";
    const sources = [catalog && catalogName(catalog), authority].filter((source) => source !== undefined);
    const hint = signal === "header" ? "; `Retry-After` says that this is one" : "";
    const subject = `${listed(statuses, "and")} ${statuses.length > 1 ? "are" : "is"}`;
    return `${subject} not for ${matter} (${sources.join("; ")})${hint}: answer ${to}`;
  },
  severity: ({ severity }) => severity,
  about: ({ catalog, statuses, fact }) => ({
    catalog: catalog?.id,
    status: statuses[0],
    code: fact.site.code?.values[0]?.value,
  }),
  fixes: ({ fact, to }, context) => statusFixes(fact, context, { to, preferred: true, only: false }),
  related: ({ declared }) => declared,
};

function misplaced(fact: Fact, context: FactRuleContext): Misplaced | undefined {
  const { site } = fact;
  const { uri } = context;
  const statuses = settledValues(site.status);
  if (site.role === "handle" || statuses.length === 0 || !statuses.every(mayBeMistaken)) return undefined;
  const signal = signalOf(site, context);
  if (signal === undefined) return undefined;
  const verdict = judgePolicy(fact, signal === "quota" ? "quota" : "rate-limit", {
    statuses,
    uri,
    words: signal === "quota" ? quotaWords : [...rateLimitWords, ...quotaWords],
  });
  if (verdict.kind === "settled") return undefined;
  if (verdict.kind === "wrong") {
    // Of a quota only the statuses count that the catalog excludes; others may say more about it than 429.
    if (signal === "quota" && !verdict.isForbidden) return undefined;
    return {
      fact,
      statuses,
      signal,
      to: preferred(verdict.policy),
      catalog: verdict.catalog,
      authority: signal === "quota" ? undefined : generalAuthority(fact),
      severity: signal === "header" ? "information" : weight(verdict.policy),
    };
  }
  // A test or a mock may stand for somebody else's API, and only a catalog says whose.
  if (signal === "quota" || isForOauth(site)) return undefined;
  if (site.role === "expect" && !expectsOfOwnServer(site, context)) return undefined;
  if (isTestFile(uri) && isMadeUp(site, context.text)) return undefined;
  return {
    fact,
    statuses,
    signal,
    to: tooManyRequests,
    catalog: undefined,
    authority: generalAuthority(fact),
    severity: signal === "header" ? "information" : "warning",
  };
}

/** Whether a test makes an error, or an object like one, of which nobody can say whose API sends it. */
function isMadeUp(site: ErrorSite, text: string): boolean {
  return site.idiom === "error-object-literal" || isTriedOut(site, text);
}

/** Whether a code stands with a status that OAuth gives it; with another it is whatever its name says. */
function isForOauth({ code, status }: ErrorSite): boolean {
  return isOauthCode(settledValue(code)) && settledValues(status).every((value) => value === 400 || value === 401);
}

function mayBeMistaken(status: number): boolean {
  return status >= 400 && !otherMatters.has(status);
}

function weight(policy: Policy): Severity {
  return policy.level === "may" ? "hint" : "warning";
}

function preferred(policy: Policy): number {
  const [first] = policy.use;
  return first !== undefined && rangeName(first) === String(first.from) ? first.from : tooManyRequests;
}

function generalAuthority(fact: Fact): string {
  const policy = generalPolicy(fact, "rate-limit");
  return policy?.authority ?? exactStatusEntry(fact.general, tooManyRequests)?.authority ?? "RFC 6585 §4";
}

function signalOf(site: ErrorSite, context: FactRuleContext): State["signal"] | undefined {
  if (codeNamesOf(site).some((name) => lockOut.test(wordsOf(name).join(" ")))) return undefined;
  if (site.idiom === "rate-limiter") return "rate";
  if (siteSaysSo(rateLimitWords, site)) return isOfPlan(site) ? "quota" : "rate";
  if (isClassOfLimit(site)) return "rate";
  const asksToWait = hasHeader(site, "Retry-After");
  const isGuard = (): boolean => site.context.some((name) => rateLimitContext.test(wordsOf(name).join(" ")));
  if (siteSaysSo(rateLimitHints, site) && (asksToWait || isGuard())) return "rate";
  if (siteSaysSo(quotaWords, site)) return "quota";
  if (isRefusedByLimiter(site, context)) return "rate";
  return asksToWait && site.role === "emit" && !isTestFile(context.uri) ? "header" : undefined;
}

/** Whether the requests were bought; a code that speaks of a rate knows better than a text that offers another plan. */
function isOfPlan(site: ErrorSite): boolean {
  const isRate = codeNamesOf(site).some((name) => isVetoed(planWords, wordsOf(name).join(" ")));
  return !isRate && siteSaysSo(planWords, site);
}

/** `class TooManyRequestsError`: the class says it, whatever its messages are. */
function isClassOfLimit({ idiom, context: [name] }: ErrorSite): boolean {
  return idiom === "class-declaration" && name !== undefined && isCalled(rateLimitWords, name);
}

/** Whether a refusal is sent for a limiter; its server errors are of the limiter's own failing. */
function isRefusedByLimiter(site: ErrorSite, context: FactRuleContext): boolean {
  if (site.role !== "emit" || !settledValues(site.status).every((status) => status < 500)) return false;
  return !textsOf(site).some((text) => isVetoed(rateLimitWords, text)) && answersForLimiter(site, context);
}
