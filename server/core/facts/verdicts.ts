/** Questions that rules and features ask of a fact, answered in one way for all. */
import type { CodeEntry } from "../catalog/model.ts";
import type { SiteRole } from "../sites/model.ts";
import { isCharacteristic } from "./common-codes.ts";
import type { Fact, Verdict } from "./model.ts";

/** A verdict of a catalog that knows the code. */
export interface KnownVerdict extends Verdict {
  readonly code: { readonly kind: "known" } & Extract<Verdict["code"], { kind: "known" }>;
}

/**
 * The verdicts that count for the code of a fact: of all catalogs that know it, those whose envelope the body fits; if
 * it fits none, those whose envelope it may fit; else all that know it. Something is a contradiction only if every one
 * of these says so.
 */
export function verdictsThatCount(fact: Fact): readonly KnownVerdict[] {
  const known = fact.verdicts
    .filter((verdict): verdict is KnownVerdict => verdict.code.kind === "known")
    .filter((verdict) => isHeard(verdict, fact.site.role));
  if (known.length < 2) return known;
  for (const kind of ["fits", "unknown"] as const) {
    const chosen = known.filter((verdict) => verdict.envelope.kind === kind);
    if (chosen.length > 0) return chosen;
  }
  return known;
}

/** Whether a catalog is in force because people said so, not because the file looks like it. */
export function isNamed({ scoped }: Pick<Verdict, "scoped">): boolean {
  const { kind } = scoped.reason;
  return kind === "configuration" || kind === "override" || kind === "comment";
}

/**
 * Whether a catalog that nobody named has a say at a site. A file that talks to an API (its host, its package) and sends
 * errors of its own does not send that API's errors, unless the body or the code shows it.
 */
function isHeard(verdict: Verdict, role: SiteRole): boolean {
  if (isNamed(verdict) || verdict.envelope.kind === "fits") return true;
  const { code, envelope, scoped } = verdict;
  if (code.kind === "known" && code.entries.some((entry) => isCharacteristic(entry.code))) return true;
  if (role === "emit" || role === "declare") {
    const { kind } = scoped.reason;
    return envelope.kind === "unknown" && (kind === "envelope" || kind === "codes");
  }
  return true;
}

/** All statuses that an entry may come with, those of its messages included, in the catalog's order. */
export function statusesOfCode(entry: CodeEntry): readonly number[] {
  return [...new Set([...entry.statuses, ...entry.messages.flatMap((message) => message.statuses)])];
}

/**
 * The verdicts of the catalogs that a site belongs to: those that know its code; else those whose envelope its body
 * fits; else those that were named by people, or whose envelope it may still fit.
 */
export function applicableVerdicts(fact: Fact): readonly Verdict[] {
  const known = verdictsThatCount(fact);
  if (known.length > 0) return known;
  const heard = fact.verdicts.filter((verdict) => isHeard(verdict, fact.site.role));
  const fitting = heard.filter(({ envelope }) => envelope.kind === "fits");
  if (fitting.length > 0) return fitting;
  const open = heard.filter(({ envelope }) => envelope.kind !== "differs");
  return open.length > 0 || heard.length > 1 ? open : heard.filter(isNamed);
}
