import type { Catalog } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import type { ErrorSite } from "../sites/model.ts";
import type { Severity } from "../text/problem.ts";
import type { FactRule, FactRuleContext } from "./model.ts";
import { catalogName } from "./support/phrases.ts";
import { generalPolicy, judgePolicy } from "./support/policies.ts";
import { exactStatusEntry } from "./support/ranges.ts";
import { seenValues, settledValue } from "./support/settled.ts";
import { siteSaysSo } from "./support/signals.ts";
import { statusFixes } from "./support/status-fix.ts";
import { statusPlace } from "./support/status-place.ts";
import { isTestFolder } from "./support/test-file.ts";
import { unauthenticatedWords } from "./unauthenticated-words.ts";

interface State {
  readonly fact: Fact;
  readonly to: number;
  readonly catalog: Catalog | undefined;
  readonly authority: string | undefined;
  readonly severity: Severity;
}

const unauthorized = 401;
const forbidden = 403;

export const unauthenticatedStatus: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "unauthenticated-status",
    severity: "information",
    summary: "403 goes to a caller who is not known; that is 401.",
    authority:
      "RFC 9110 §15.5.2 (401 Unauthorized) and §15.5.4 (403 Forbidden), or a catalog's policy for `unauthenticated`.",
    description: [
      "401 says: I do not know you, sign in and come again. 403 says: I know you, and you may not (RFC 9110 §15.5.2 and §15.5.4). A client that gets 403 for a token out of date does not renew it.",
      "RFC 9110 leaves room where credentials were sent, so this is information; a catalog that demands 401 makes it a warning. CSRF, invitation and reset tokens, missing permissions and locked accounts are other matters, and without such a catalog a function that answers 401 as well is taken to know the difference.",
    ].join("\n\n"),
    examples: {
      invalid: [
        {
          title: "The token is out of date, so the caller is not known",
          language: "ts",
          catalogs: ["google-booking-server"],
          text: 'res.status(403).json({ error: { message: "Access token has expired" } });\n',
          fixed: {
            title: "Answer 401 Unauthorized",
            text: 'res.status(401).json({ error: { message: "Access token has expired" } });\n',
          },
        },
      ],
      valid: [
        {
          title: "The caller is known and may not",
          language: "ts",
          catalogs: ["google-booking-server"],
          text: 'res.status(403).json({ error: { message: "This token does not have the scope `bookings`" } });\n',
        },
        {
          title: "A CSRF token says nothing of who calls",
          language: "ts",
          catalogs: [],
          text: 'res.status(403).json({ error: "Invalid CSRF token" });\n',
        },
      ],
    },
    fix: "suggestion",
  },
  *check(context) {
    for (const fact of context.facts) {
      const state = misplaced(fact, context);
      if (state) yield state;
    }
  },
  span: ({ fact }) => statusPlace(fact.site),
  message({ catalog, authority, to }) {
    const sources = [catalog && catalogName(catalog), authority].filter((source) => source !== undefined);
    return `403 is for callers who are known (${sources.join("; ")}): answer ${to} where the caller is not`;
  },
  severity: ({ severity }) => severity,
  about: ({ catalog, fact }) => ({ catalog: catalog?.id, status: forbidden, code: fact.site.code?.values[0]?.value }),
  fixes: ({ fact, to }, context) => statusFixes(fact, context, { to, preferred: true, only: false }),
};

function misplaced(fact: Fact, { uri, facts }: FactRuleContext): State | undefined {
  const { site } = fact;
  if (site.role === "handle" || settledValue(site.status) !== forbidden) return undefined;
  if (!siteSaysSo(unauthenticatedWords, site)) return undefined;
  const verdict = judgePolicy(fact, "unauthenticated", { statuses: [forbidden], uri, words: unauthenticatedWords });
  if (verdict.kind === "settled") return undefined;
  const authority =
    generalPolicy(fact, "unauthenticated")?.authority ??
    exactStatusEntry(fact.general, unauthorized)?.authority ??
    "RFC 9110 §15.5.2";
  if (verdict.kind === "wrong") {
    const severity = verdict.policy.level === "must" ? "warning" : "information";
    return { fact, to: verdict.policy.use[0]?.from ?? unauthorized, catalog: verdict.catalog, authority, severity };
  }
  // A catalog's own demand stands; without one, whoever answers 401 as well is taken at their word.
  if (site.role === "expect" || toldApart(site, facts)) return undefined;
  // What was recorded for a test may be the answer of anybody's API.
  if (site.role === "document" && isTestFolder(uri)) return undefined;
  return { fact, to: unauthorized, catalog: undefined, authority, severity: "information" };
}

/** Whether the function around a 403 answers 401 elsewhere: who tells the two apart in one place means it. */
function toldApart({ function: around }: ErrorSite, facts: readonly Fact[]): boolean {
  if (around === undefined) return false;
  return facts.some(
    ({ site }) =>
      site.role !== "handle" &&
      site.function?.start === around.start &&
      site.function.end === around.end &&
      seenValues(site.status).includes(unauthorized),
  );
}
