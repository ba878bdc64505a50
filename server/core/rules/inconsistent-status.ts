import type { Code } from "../catalog/model.ts";
import { baseName } from "../text/uri.ts";
import type { FactRule } from "./model.ts";
import { codeName, listed, numberWord } from "./support/phrases.ts";
import { type SentHere, type SentStatus, sentIn } from "./support/sent-statuses.ts";
import { statusFixes } from "./support/status-fix.ts";

interface State {
  readonly here: SentHere;
  /** The places that send the code with the usual status; never empty. */
  readonly others: readonly SentStatus[];
  /** Whether the status at hand is as frequent: then neither counts as the usual one. */
  readonly isTie: boolean;
  /** The only other place, where it is in the same file. */
  readonly other: SentHere | undefined;
}

const mostShown = 10;

export const inconsistentStatus: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "inconsistent-status",
    severity: "information",
    summary: "One code goes out with different statuses.",
    authority: "None but the code itself: the other places that send it.",
    description: [
      "Clients that know a code expect one status with it. Without a catalog nobody can say which is right, so the rarer one is shown. Where they are as frequent, the later place names both and either may be changed; the order in which files are looked at makes no difference. A catalog in scope that knows the code decides instead (`status-mismatch`); a code that is meant to have several statuses belongs into a catalog with all of them.",
      "The files of one package are compared: by the command line all that it checks, by the editor those that it has looked at so far. Not compared are tests, client errors (4xx) with server errors (5xx) of other files, server errors with each other, places with a comment that says why (hiding that something exists, old clients), and what one handler sends by its route.",
    ].join("\n\n"),
    examples: {
      invalid: [
        {
          title: "One code, two statuses",
          language: "ts",
          catalogs: [],
          text: 'res.status(404).json({ error: { code: "ORDER_CLOSED" } });\nres.status(409).json({ error: { code: "ORDER_CLOSED" } });\n',
          fixed: {
            title: "Answer 404 Not Found",
            text: 'res.status(404).json({ error: { code: "ORDER_CLOSED" } });\nres.status(404).json({ error: { code: "ORDER_CLOSED" } });\n',
          },
        },
      ],
      valid: [
        {
          title: "One status throughout",
          language: "ts",
          catalogs: [],
          text: 'res.status(409).json({ error: { code: "ORDER_CLOSED" } });\nres.status(409).json({ error: { code: "ORDER_CLOSED" } });\n',
        },
      ],
    },
    fix: "suggestion",
  },
  *check(context) {
    const byCode = new Map<Code, SentHere[]>();
    for (const sent of sentIn(context)) byCode.set(sent.code, [...(byCode.get(sent.code) ?? []), sent]);
    for (const [code, own] of byCode) {
      const all = [...own, ...(context.sentElsewhere?.(code) ?? [])].toSorted(byPlace);
      for (const here of own) {
        const comparable = all.filter((other) => isComparable(here, other));
        const usual = usualStatus(comparable);
        const others = comparable.filter(({ status }) => status === usual);
        if (here.status === usual) continue;
        const isTie = others.length === comparable.filter(({ status }) => status === here.status).length;
        // Whose fault it was may be told by the status alone, where none of them is the usual one.
        if (isTie && others.some(({ status }) => status >= 500 !== here.status >= 500)) continue;
        const [only, ...more] = others;
        yield { here, others, isTie, other: more.length > 0 ? undefined : own.find((one) => one === only) };
      }
    }
  },
  span: ({ here }) => here.span,
  message({ here: { code, status, uri }, others, isTie }) {
    const usual = listed(
      others.map((other) => other.status),
      "and",
    );
    const both = `${codeName(code)} goes out with ${status} here and with ${usual} ${placeOf(others, uri)}`;
    return isTie ? `${both}; choose one, or list both in a catalog` : both;
  },
  about: ({ here: { code, status } }) => ({ code, status }),
  fixes({ here, others, isTie, other }, context) {
    const to = others[0]?.status;
    if (to === undefined) return [];
    const options = { preferred: false, only: false };
    const there = isTie && other ? statusFixes(other.fact, context, { to: here.status, ...options }) : [];
    return [
      ...statusFixes(here.fact, context, { to, ...options }),
      ...there.map((fix) => ({ ...fix, title: `${fix.title} at the other place` })),
    ];
  },
  related: ({ others }) =>
    others
      .slice(0, mostShown)
      .map(({ code, status, uri, span }) => ({ message: `${codeName(code)} with ${status}`, uri, span })),
};

/**
 * A 500 for what elsewhere is a 404 tells whose fault it was; only in one file it is for its reader to see. Which server
 * failed (500, 502, 504) differs from cause to cause.
 */
function isComparable(here: SentStatus, other: SentStatus): boolean {
  if (here.status === other.status) return true;
  if (here.status >= 500 && other.status >= 500) return false;
  return here.uri === other.uri || (here.status < 500 && other.status < 500);
}

function placeOf(others: readonly SentStatus[], here: string): string {
  if (others.every(({ uri }) => uri === here)) return "elsewhere in this file";
  const [only, ...more] = others;
  if (only !== undefined && more.length === 0) return `in \`${baseName(only.uri)}\``;
  return `at ${numberWord(others.length)} other places`;
}

/** In the order of the files' names and of their texts, so that the same places are usual wherever one looks from. */
function byPlace(left: SentStatus, right: SentStatus): number {
  if (left.uri !== right.uri) return left.uri < right.uri ? -1 : 1;
  return left.span.start - right.span.start;
}

/** The most frequent status, the first among equals. */
function usualStatus(all: readonly SentStatus[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { status } of all) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].toSorted(([, left], [, right]) => right - left)[0]?.[0];
}
