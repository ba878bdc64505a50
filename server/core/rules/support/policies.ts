/** What the house rules of the catalogs in scope say of a status at a site. */
import type { Catalog, CodeEntry, Policy, PolicyConcern, StatusRange } from "../../catalog/model.ts";
import type { Fact } from "../../facts/model.ts";
import { applicableVerdicts, statusesOfCode } from "../../facts/verdicts.ts";
import { messagesFitting } from "../../facts/wire-message.ts";
import { wordsOf } from "../../facts/words-of.ts";
import { isTransportCode } from "./foreign-codes.ts";
import { inRanges } from "./ranges.ts";
import { seenValues } from "./settled.ts";
import { foldText, isCalled, textsOf, type WordList } from "./signals.ts";

/**
 * The word of the catalogs: settled (they allow it, or give the code other statuses, which is another rule's finding),
 * wrong by a policy, or none of them has an opinion.
 */
export type PolicyVerdict =
  | { readonly kind: "settled" }
  | { readonly kind: "wrong"; readonly catalog: Catalog; readonly policy: Policy; readonly isForbidden: boolean }
  | { readonly kind: "none" };

export interface PolicyQuestion {
  readonly statuses: readonly number[];
  readonly uri: string;
  /** How codes of the concern are called. */
  readonly words?: readonly WordList[];
}

/**
 * What the catalogs that a site belongs to say of its statuses where the concern is `concern`. One that allows them, by
 * its policy, an exception to it, or the code's own entry, outweighs those that do not.
 */
export function judgePolicy(
  fact: Fact,
  concern: PolicyConcern,
  { statuses, uri, words = [] }: PolicyQuestion,
): PolicyVerdict {
  let wrong: Extract<PolicyVerdict, { kind: "wrong" }> | undefined;
  // Of several statuses that a site may have, one may be the one for this matter, and the others for another.
  const anyIn = (ranges: readonly StatusRange[]) => statuses.some((status) => inRanges(ranges, status));
  const heap = haystack(fact, uri);
  const isOwnCode = !isTransportCode(fact.site);
  for (const { scoped, code } of applicableVerdicts(fact)) {
    const { catalog } = scoped;
    if (
      isOwnCode &&
      code.kind === "known" &&
      code.entries.some((entry) => settles(entry, { concern, fact, words, statuses }))
    ) {
      return { kind: "settled" };
    }
    for (const policy of catalog.policies) {
      if (policy.concern !== concern) continue;
      const allowed = [...policy.use, ...exceptionsFor(policy, heap)];
      if (anyIn(allowed)) return { kind: "settled" };
      const isForbidden = statuses.every((status) => inRanges(policy.never, status));
      if (allowed.length === 0 && !isForbidden) continue;
      if (wrong === undefined || (isForbidden && !wrong.isForbidden)) {
        wrong = { kind: "wrong", catalog, policy, isForbidden };
      }
    }
  }
  return wrong ?? { kind: "none" };
}

/** The policy of the general catalog, for where no API catalog has an opinion. */
export function generalPolicy(fact: Fact, concern: PolicyConcern): Policy | undefined {
  return fact.general?.policies.find((policy) => policy.concern === concern);
}

interface Documentation {
  readonly concern: PolicyConcern;
  readonly fact: Fact;
  readonly words: readonly WordList[];
  readonly statuses: readonly number[];
}

/**
 * Whether an entry decides about the statuses: it has others, or gives these to this very matter by its name, its tags,
 * or the message at the site.
 */
function settles(entry: CodeEntry, { concern, fact, words, statuses }: Documentation): boolean {
  const own = statusesOfCode(entry);
  if (own.length === 0) return false;
  if (!statuses.some((status) => own.includes(status))) return true;
  if (entry.tags.includes(concern) || isCalled(words, String(entry.code))) return true;
  return seenValues(fact.site.message).some((message) => messagesFitting(entry, message).length > 0);
}

function exceptionsFor(policy: Policy, heap: string): readonly StatusRange[] {
  return policy.exceptions
    .filter(({ words }) => words.some((word) => heap.includes(foldText(word)) || heap.includes(spaced(word))))
    .flatMap(({ use }) => use);
}

/** Everything said at and around a site, in one text: its words, its names as written and split, the end of its path. */
function haystack({ site }: Fact, uri: string): string {
  const names = [...site.context, ...seenValues(site.code).map(String), decoded(uri).split("/").slice(-3).join(" ")];
  return [...textsOf(site).map(foldText), ...names.map((name) => name.toLowerCase()), ...names.map(spaced)].join("\n");
}

function spaced(name: string): string {
  return ` ${wordsOf(name).join(" ")} `;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
