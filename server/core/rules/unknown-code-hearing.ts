/** Whether a catalog has a say about a code that it does not define: whether the code is its API's at all. */
import type { Catalog, Code } from "../catalog/model.ts";
import { readsCodeOf } from "../facts/access-path.ts";
import { samePath } from "../facts/envelope-fit.ts";
import type { Fact, UnknownCode, Verdict } from "../facts/model.ts";
import { isNamed, statusesOfCode } from "../facts/verdicts.ts";
import { statusByName } from "../sites/parts/status-names.ts";
import type { FactRuleContext } from "./model.ts";
import { type CodeForm, commonPrefix, formsOf, formsOfCatalog } from "./support/code-forms.ts";
import { seenValues, settledValue } from "./support/settled.ts";
import { isTestFile } from "./support/test-file.ts";
import { isTriedOut } from "./support/tried-out.ts";
import { vocabularyOf } from "./support/vocabulary.ts";

export interface Hearing {
  /** Whether the catalog lists all codes of the API that this site belongs to. */
  speaksFor(verdict: Verdict, fact: Fact, unknown: UnknownCode): boolean;
}

/** The hearing for one file: what is known of its tables and of the catalogs' codes is found once. */
export function hearingFor({ uri, facts, text }: FactRuleContext): Hearing {
  const isTest = isTestFile(uri);
  const forms = new Map<Catalog, ReadonlySet<CodeForm>>();
  const prefixes = new Map<Catalog, string>();
  const vocabulary = vocabularyOf(facts, isWrittenLike);
  return {
    speaksFor({ scoped, envelope }, fact, unknown) {
      const { catalog } = scoped;
      const isHeard = envelope.kind === "fits" || isNamed({ scoped });
      if (!catalog.complete) return isHeard && isWrittenLike(unknown.value, catalog) && isSlip(unknown, fact);
      const isLike = isWrittenLike(unknown.value, catalog);
      // A test makes codes up, and then none of the catalog's is like them.
      if (isTest && typeof unknown.value === "string" && unknown.nearest.length === 0) return false;
      // Any number is a digit away from some other: of those that a test makes up, nobody can say which was meant.
      if (
        isTest &&
        (fact.site.role !== "expect" || isTriedOut(fact.site, text)) &&
        typeof unknown.value === "number" &&
        unknown.nearest.every(isOfSpelling)
      )
        return false;
      if (envelope.kind === "fits") return isLike || isNear(unknown) || isTelling(envelope);
      // The codes of a program's own table are thrown for many ends; with a status they go out.
      if (isProgram(catalog) && fact.site.role === "handle")
        return isLike && readsCodeOf(catalog, comparedText(fact, text));
      if (isProgram(catalog) && seenValues(fact.site.status).length === 0) return isLike && isSpelling(unknown);
      // `invalid_token` of OAuth is no slip for `INVALID_TOKEN`, nor is a code of tRPC one for `not_found`.
      if (!isNamed({ scoped }) || !(isLike || (envelope.kind === "unknown" && isOtherType(unknown)))) return false;
      if (envelope.kind === "unknown" && repeatsStatus(unknown, fact)) return false;
      const others = fact.verdicts.filter((verdict) => verdict.scoped.catalog !== catalog);
      // The body belongs to another API in scope, or to none of several.
      if (others.some((verdict) => verdict.envelope.kind === "fits")) return false;
      if (fact.site.role === "handle") return isNear(unknown) || readsCodeOf(catalog, comparedText(fact, text));
      // A test tries out codes of its own, and says again what the program declares. A number that it expects at the
      // envelope's place is none that anybody makes up.
      if (fact.site.role === "expect" && typeof unknown.value === "number")
        return isLike && (isNear(unknown) || readsCodeOf(catalog, comparedText(fact, text)));
      if (isTest || fact.site.role === "expect") return isLike && isNear(unknown);
      if (!isNear(unknown) && !vocabulary.isPartlyKnown(fact.site, catalog)) return false;
      return others.every(({ scoped: other }) => other.catalog.complete || !isNamed({ scoped: other }));
    },
  };

  function isWrittenLike(code: Code, catalog: Catalog): boolean {
    const known = forms.get(catalog) ?? formsOfCatalog(catalog);
    forms.set(catalog, known);
    return formsOf(code).some((form) => known.has(form)) && String(code).startsWith(prefixOf(catalog));
  }

  function prefixOf(catalog: Catalog): string {
    const known = prefixes.get(catalog) ?? commonPrefix(catalog);
    prefixes.set(catalog, known);
    return known;
  }
}

function isOfSpelling({ difference }: UnknownCode["nearest"][number]): boolean {
  return difference === "spelling";
}

/** A slip of the pen, not merely a name with words in common. */
function isNear({ nearest }: UnknownCode): boolean {
  return nearest.some(({ difference }) => difference !== "words");
}

/** Whether a code is surely a slip for one that goes with the status at hand, whatever else the API may define. */
function isSlip({ value, nearest }: UnknownCode, { site }: Fact): boolean {
  const [best] = nearest;
  const status = settledValue(site.status);
  if (typeof value !== "string" || value.length < longCode || status === undefined) return false;
  const isNearly = best?.difference === "spelling" || best?.difference === "case";
  return isNearly && statusesOfCode(best.entry).includes(status);
}

/** Codes this long are not one letter apart by chance. */
const longCode = 8;

/** `NOT_FOUND` beside 404 says the status once more, and is nobody's own code. */
function repeatsStatus({ value }: UnknownCode, { site }: Fact): boolean {
  const status = settledValue(site.status);
  return status !== undefined && statusByName(String(value)) === status;
}

/** Whether the catalog was read from a program: a module of codes, not a page or a description of an API. */
function isProgram({ uri }: Catalog): boolean {
  return /\.[cm]?[jt]sx?$/i.test(uri);
}

function isSpelling({ value, nearest }: UnknownCode): boolean {
  return typeof value === "string" && value.length >= longCode && nearest[0]?.difference === "spelling";
}

/** The same characters, as a text here and as a number there. */
function isOtherType({ nearest }: UnknownCode): boolean {
  return nearest.some(({ difference }) => difference === "type");
}

/** Whether a body of this shape carries the code where hardly another does; `code` at the top is everywhere. */
function isTelling({ envelope }: Extract<Verdict["envelope"], { kind: "fits" }>): boolean {
  const { code, required, distinctive } = envelope;
  if (distinctive) return true;
  return code !== undefined && code.length > 1 && required.some((path) => samePath(path, code));
}

// A program compares codes of many origins: only a near miss, or the envelope's own path, is this API's.
function comparedText({ site }: Fact, text: string): string {
  const compared = site.comparison?.subject ?? site.span;
  return text.slice(compared.start, compared.end);
}
