import type { Catalog, Code, CodeEntry } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import { type KnownVerdict, statusesOfCode, verdictsThatCount } from "../facts/verdicts.ts";
import { messagesFitting } from "../facts/wire-message.ts";
import type { FactRule, RelatedPlace } from "./model.ts";
import { codeFixes } from "./support/code-fix.ts";
import { isTransportCode } from "./support/foreign-codes.ts";
import { isPartOfSuccess } from "./support/part-of-success.ts";
import { catalogNames, codeName, listed } from "./support/phrases.ts";
import { entryPlaces } from "./support/places.ts";
import { declaredElsewhere, isShared, reportedOnce } from "./support/reported-once.ts";
import { settledValues } from "./support/settled.ts";
import { statusFixes } from "./support/status-fix.ts";
import { statusPlace } from "./support/status-place.ts";
import { isTestFile } from "./support/test-file.ts";
import { isTriedOut } from "./support/tried-out.ts";

interface Mismatch {
  readonly fact: Fact;
  readonly codes: readonly Code[];
  readonly statuses: readonly number[];
  /** The statuses that the catalogs give the code, the first catalog's first. */
  readonly allowed: readonly number[];
  readonly entries: readonly CodeEntry[];
  readonly catalogs: readonly Catalog[];
}

interface State extends Mismatch {
  readonly declared: readonly RelatedPlace[];
}

const mostCodes = 2;

export const statusMismatch: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "status-mismatch",
    severity: "warning",
    summary: "A code goes out with a status that its catalog does not give it.",
    authority:
      "The statuses that the catalog lists for the code. RFC 9110 §15: clients act on the class of a status even where they do not know the code.",
    description: [
      "A catalog says with which HTTP statuses each code comes. Clients that follow it branch on the status first; a code with another status reaches the wrong branch.",
      "Nothing is said where the status or the code is dynamic, where one of the possible statuses is right, or where another catalog in scope allows the pair. Code that reads a foreign answer is left alone, and so are errors that a test makes up.",
    ].join("\n\n"),
    examples: {
      invalid: [
        {
          title: "A business rule of the Ukrainian retail API is a conflict, not a 403",
          language: "ts",
          catalogs: ["uk-retail-api"],
          text: 'res.status(403).json({ ok: false, error: { code: "FORBIDDEN", message: "Service record" } });\n',
          fixed: {
            title: "Answer 409 Conflict",
            text: 'res.status(409).json({ ok: false, error: { code: "FORBIDDEN", message: "Service record" } });\n',
          },
        },
      ],
      valid: [
        {
          title: "The status of the catalog",
          language: "ts",
          catalogs: ["uk-retail-api"],
          text: 'res.status(409).json({ ok: false, error: { code: "FORBIDDEN", message: "Service record" } });\n',
        },
        {
          title: "A status that is not known here",
          language: "ts",
          catalogs: ["uk-retail-api"],
          text: 'res.status(statusOf(error)).json({ ok: false, error: { code: "FORBIDDEN", message: "No" } });\n',
        },
      ],
    },
    fix: "safe",
  },
  check({ facts, uri, text }) {
    const isTest = isTestFile(uri);
    const states = facts.flatMap((fact) =>
      fact.site.role === "handle" || (isTest && isTriedOut(fact.site, text)) ? [] : (mismatch(fact, text) ?? []),
    );
    return reportedOnce(states, uri).map((state) => ({ ...state, declared: declaredElsewhere(state.fact, uri) }));
  },
  span: ({ fact }) => statusPlace(fact.site),
  message: ({ codes, statuses, allowed, catalogs }) =>
    `${listed(codes.map(codeName), "or")} goes with ${listed(allowed, "or")} in ${catalogNames(catalogs)}, not ${listed(statuses, "or")}`,
  about: ({ codes, statuses, catalogs }) => ({ catalog: catalogs[0]?.id, code: codes[0], status: statuses[0] }),
  fixes(state, context) {
    const { fact, allowed } = state;
    const others = codesForStatus(state);
    const only = allowed.length === 1 && others.length === 0 && !isShared(fact.site);
    return [
      ...allowed.slice(0, 3).flatMap((to, index) => statusFixes(fact, context, { to, preferred: index === 0, only })),
      ...others.flatMap((entry) => codeFixes(fact, context, { to: entry.code, preferred: false })),
    ];
  },
  related: ({ entries, catalogs, declared }) => [...declared, ...entryPlaces(entries, catalogs[0])],
};

function mismatch(fact: Fact, text: string): Mismatch | undefined {
  const statuses = settledValues(fact.site.status);
  const codes = settledValues(fact.site.code);
  const verdicts = verdictsThatCount(fact);
  if (statuses.length === 0 || codes.length === 0 || verdicts.length === 0) return undefined;
  if (isTransportCode(fact.site) || isPartOfSuccess(fact.site, statuses, text)) return undefined;
  // Of many codes, chosen somewhere else, nobody knows which one comes with this status.
  if (codes.length > mostCodes) return undefined;
  const allowed: number[] = [];
  for (const { code } of verdicts) {
    // A possible code that the catalog does not know, or gives no status, may be the right one for this status.
    if (code.unknown.length > 0) return undefined;
    for (const entry of code.entries) {
      const own = statusesWithMessage(entry, fact);
      if (own.length === 0 || own.some((status) => statuses.includes(status))) return undefined;
      allowed.push(...own);
    }
  }
  const entries = verdicts.flatMap(({ code }: KnownVerdict) => code.entries);
  const catalogs = verdicts.map(({ scoped }) => scoped.catalog);
  return { fact, codes, statuses, allowed: [...new Set(allowed)], entries, catalogs };
}

// Where one code has several messages with statuses of their own, the message at the site decides.
function statusesWithMessage(entry: CodeEntry, { site }: Fact): readonly number[] {
  const fitting = settledValues(site.message).flatMap((message) => messagesFitting(entry, message));
  const own = fitting.flatMap((message) => message.statuses);
  return own.length > 0 ? own : statusesOfCode(entry);
}

/** Codes easily mistaken for this one that do go with the status at hand. */
function codesForStatus({ entries, statuses, catalogs }: State): readonly CodeEntry[] {
  const confused = new Set(entries.flatMap((entry) => entry.confusedWith));
  const known = catalogs.flatMap((catalog) => catalog.codes);
  return known
    .filter((entry) => confused.has(entry.code))
    .filter((entry) => statusesOfCode(entry).some((status) => statuses.includes(status)))
    .slice(0, 2);
}
