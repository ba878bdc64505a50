import type { Catalog, Code, CodeEntry, StatusEntry } from "../catalog/model.ts";
import { nearestCodes } from "../catalog/nearest-codes.ts";
import type { BodyShape, ErrorSite, PartValue } from "../sites/model.ts";
import { completeSite, confirmedComparison, isSure } from "./complete-site.ts";
import { envelopeFit, samePath } from "./envelope-fit.ts";
import type { CodeVerdict, Fact, Scope, ScopedCatalog, UnknownCode, Verdict } from "./model.ts";

/** Joins every site with every catalog in scope. Nothing is decided here: ambiguity and disagreement are kept. */
export function factsFor(sites: readonly ErrorSite[], scope: Scope): readonly Fact[] {
  const joiners = scope.catalogs.map((scoped) => joiner(scoped));
  return sites.map((read) => {
    const site = completed(read, scope.catalogs);
    return { site, verdicts: joiners.map((join) => join(site)), general: scope.general };
  });
}

/** The site with what its body carries by the first envelope in scope that it fits. */
function completed(site: ErrorSite, catalogs: readonly ScopedCatalog[]): ErrorSite {
  if (site.role === "handle") return confirmedComparison(site, catalogs);
  if (site.body === undefined || (isSure(site.code) && site.message !== undefined)) return site;
  for (const { catalog } of catalogs) {
    const fit = envelopeFit(catalog, site.body);
    if (fit.kind === "fits") return completeSite(site, fit.envelope);
  }
  return site;
}

function joiner(scoped: ScopedCatalog): (site: ErrorSite) => Verdict {
  const { catalog } = scoped;
  let byCode: ReadonlyMap<string, readonly CodeEntry[]> | undefined;
  const lookUp = (code: Code) => {
    const entries = byCode ?? entriesByCode(catalog);
    byCode = entries;
    return entries.get(String(code)) ?? [];
  };
  return (site) => {
    const envelope = envelopeFit(catalog, site.body);
    const statusAtCode = envelope.kind === "fits" && envelope.envelope.codeHolds === "http-status";
    return {
      scoped,
      envelope,
      code: statusAtCode ? { kind: "none" } : codeVerdict(catalog, site, lookUp),
      statuses: statusesOf(catalog, site),
    };
  };
}

function entriesByCode(catalog: Catalog): ReadonlyMap<string, readonly CodeEntry[]> {
  const entries = new Map<string, CodeEntry[]>();
  for (const entry of catalog.codes) {
    const key = String(entry.code);
    const same = entries.get(key);
    if (same) same.push(entry);
    else entries.set(key, [entry]);
  }
  return entries;
}

function codeVerdict(catalog: Catalog, site: ErrorSite, lookUp: (code: Code) => readonly CodeEntry[]): CodeVerdict {
  if (site.code === undefined || catalog.codes.length === 0) return { kind: "none" };
  if (standsElsewhere(catalog, site)) return { kind: "none" };
  const entries: CodeEntry[] = [];
  const unknown: UnknownCode[] = [];
  for (const value of site.code.values) {
    const found = lookUp(value.value).filter((entry) => means(value, entry, site));
    if (found.length > 0) entries.push(...found);
    else unknown.push({ value: value.value, nearest: nearestCodes(value.value, catalog.codes) });
  }
  if (entries.length > 0) return { kind: "known", entries, unknown };
  const [first] = unknown;
  if (first === undefined) return { kind: "none" };
  return { kind: "unknown", value: first.value, nearest: first.nearest.map(({ entry }) => entry), unknown };
}

// A key has no type of its own: `{ 1001: … }` and `{ "1001": … }` are the number and the text.
function means(value: PartValue<Code>, entry: CodeEntry, site: ErrorSite): boolean {
  return entry.code === value.value || isKey(value, site);
}

/** Whether a code names its entry in a table: it stands before what it names. */
function isKey({ written, origin }: PartValue<Code>, { role, span }: ErrorSite): boolean {
  if (written.kind === "key") return true;
  const isTable = role === "declare" || role === "document";
  return isTable && written.kind === "string" && origin === undefined && written.span.start <= span.start;
}

/** Whether the code stands where the catalog's envelopes carry something that is not a code: the HTTP status. */
function standsElsewhere(catalog: Catalog, { body, code }: ErrorSite): boolean {
  if (body === undefined || code === undefined) return false;
  const field = fieldOfCode(body, code.span);
  if (field === undefined) return false;
  const here = catalog.envelopes.filter((envelope) => envelope.code && samePath(envelope.code, field.path));
  return here.length > 0 && here.every((envelope) => envelope.codeHolds === "http-status");
}

function fieldOfCode(body: BodyShape, span: { readonly start: number; readonly end: number }) {
  return body.fields.find((field) => field.valueSpan.start <= span.start && span.end <= field.valueSpan.end);
}

function statusesOf(catalog: Catalog, { status }: ErrorSite): readonly StatusEntry[] {
  if (status === undefined || status.values.length === 0) return [];
  return catalog.statuses.filter((entry) =>
    status.values.some(({ value }) => entry.status.from <= value && value <= entry.status.to),
  );
}
