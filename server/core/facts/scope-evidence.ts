/** What speaks for a catalog that nobody named: an envelope's shape, a host, a dependency, codes. */
import { matchMessage } from "../catalog/message-template.ts";
import type { Catalog, Code } from "../catalog/model.ts";
import type { ErrorSite } from "../sites/model.ts";
import { encloses, type Span } from "../text/span.ts";
import { isCharacteristic } from "./common-codes.ts";
import { envelopeFit } from "./envelope-fit.ts";
import type { ScopedCatalog, ScopeReason } from "./model.ts";

/** The packages that the nearest package.json names. */
export interface Dependencies {
  readonly uri: string;
  readonly names: ReadonlySet<string>;
}

export interface EvidenceInput {
  readonly text: string;
  readonly comments: readonly Span[];
  readonly sites: readonly ErrorSite[];
  readonly dependencies: Dependencies | undefined;
}

/** Codes of one API that must be met, the characteristic ones among them, before they speak for it. */
const codesNeeded = 3;
const characteristicNeeded = 2;
/** The same where some of them are read as codes only by names and shapes: of those, none may be another API's. */
const likelyCodesNeeded = 4;

/** Those of `candidates` for which the file itself speaks, each with the strongest reason found. */
export function catalogsByEvidence(candidates: readonly Catalog[], input: EvidenceInput): readonly ScopedCatalog[] {
  const scoped: ScopedCatalog[] = [];
  for (const catalog of candidates) {
    const reason =
      byEnvelope(catalog, input) ??
      byHost(catalog, input) ??
      byDependency(catalog, input) ??
      byCodes(catalog, input, candidates);
    if (reason) scoped.push({ catalog, reason });
  }
  return scoped;
}

function byEnvelope(catalog: Catalog, { sites }: EvidenceInput): ScopeReason | undefined {
  if (!catalog.envelopes.some(({ distinctive }) => distinctive)) return undefined;
  for (const { body } of sites) {
    const fit = envelopeFit(catalog, body);
    if (body && fit.kind === "fits" && fit.envelope.distinctive) {
      return { kind: "envelope", envelope: fit.envelope.id, span: body.span };
    }
  }
  return undefined;
}

const url = /\b(?:https?|wss?):\/\/(?:[^\s/"'`@]*@)?([\p{L}\p{N}.-]+)/giu;

function byHost(catalog: Catalog, { text, comments }: EvidenceInput): ScopeReason | undefined {
  const { hosts } = catalog.evidence;
  if (hosts.length === 0 || !text.includes("://")) return undefined;
  for (const match of text.matchAll(url)) {
    const host = match[1]?.toLowerCase() ?? "";
    if (!hosts.some((pattern) => fitsHost(pattern.toLowerCase(), host))) continue;
    const end = match.index + match[0].length;
    const span = { start: end - host.length, end };
    // A link in a comment tells people where to read; it does not say that the code talks to that host.
    if (!comments.some((comment) => encloses(comment, span))) return { kind: "host", host, span };
  }
  return undefined;
}

function fitsHost(pattern: string, host: string): boolean {
  return pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern;
}

function byDependency(catalog: Catalog, { dependencies }: EvidenceInput): ScopeReason | undefined {
  const name = catalog.evidence.dependencies.find((candidate) => dependencies?.names.has(candidate));
  return dependencies && name !== undefined ? { kind: "dependency", name, uri: dependencies.uri } : undefined;
}

function byCodes(catalog: Catalog, { sites }: EvidenceInput, candidates: readonly Catalog[]): ScopeReason | undefined {
  if (!catalog.evidence.codes || sites.length < codesNeeded) return undefined;
  const met = new Set<string>();
  let characteristic = 0;
  for (const { site, code } of certainCodes(sites)) {
    if (met.has(String(code)) || !hasCode(catalog, code)) continue;
    met.add(String(code));
    if (isCharacteristic(code) || showsItsMessage(catalog, code, site)) characteristic += 1;
  }
  if (met.size >= codesNeeded && characteristic >= characteristicNeeded) return { kind: "codes", codes: [...met] };
  const own = new Set(ownLikelyCodes(catalog, sites, candidates).filter((code) => !met.has(code)));
  if (met.size + own.size < likelyCodesNeeded || characteristic + own.size < codesNeeded) return undefined;
  return { kind: "codes", codes: [...met, ...own] };
}

/** Characteristic codes that are but likely read as codes, and that no other catalog has. */
function ownLikelyCodes(
  catalog: Catalog,
  sites: readonly ErrorSite[],
  candidates: readonly Catalog[],
): readonly string[] {
  const values = sites.flatMap(({ code }) =>
    code?.certainty === "likely" ? code.values.map(({ value }) => value) : [],
  );
  const others = candidates.filter((other) => other !== catalog);
  return values
    .filter((value) => isCharacteristic(value) && hasCode(catalog, value) && !others.some((one) => hasCode(one, value)))
    .map(String);
}

function hasCode(catalog: Catalog, code: Code): boolean {
  return catalog.codes.some((entry) => entry.code === code);
}

function* certainCodes(sites: readonly ErrorSite[]): Iterable<{ readonly site: ErrorSite; readonly code: Code }> {
  for (const site of sites) {
    if (site.code?.certainty !== "certain") continue;
    for (const { value } of site.code.values) yield { site, code: value };
  }
}

// A number alone says nothing, a number with the very wire message of the catalog does.
function showsItsMessage(catalog: Catalog, code: Code, site: ErrorSite): boolean {
  if (catalog.messages !== "exact") return false;
  const entries = catalog.codes.filter((entry) => entry.code === code);
  return (site.message?.values ?? []).some(({ value }) =>
    entries.some((entry) => entry.messages.some(({ template }) => matchMessage(template, value).kind !== "differs")),
  );
}
