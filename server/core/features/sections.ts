/** Which catalogs' entries tell about a subject, with the reason why each applies. */
import type { CodeEntry } from "../catalog/model.ts";
import type { ScopedCatalog } from "../facts/model.ts";
import { statusesOfCode, verdictsThatCount } from "../facts/verdicts.ts";
import type { FileAnalysis } from "./analysis.ts";
import type { ToldCode } from "./describe/describe-code.ts";
import type { ToldStatus } from "./describe/describe-status.ts";
import { codeEntriesOf, statusEntryOf } from "./lookup.ts";
import type { Subject } from "./subject.ts";

/** Every catalog's entry for every code of the subject. A code of a site is told only by catalogs that claim it there. */
export function toldCodes(analysis: FileAnalysis, subject: Subject): readonly ToldCode[] {
  const shown = subject.facts.flatMap((fact) => fact.site.message?.values.map((value) => value.value) ?? []);
  return entriesFor(analysis, subject).map(({ scoped, entry }) => ({
    catalog: scoped.catalog,
    reason: scoped.reason,
    entry,
    shown,
  }));
}

/** The entries of the catalogs in scope for every status of the subject; the general catalog's where none has one. */
export function toldStatuses(analysis: FileAnalysis, subject: Subject): readonly ToldStatus[] {
  return [...new Set([...subject.statuses, ...statusesInCodes(subject)])].flatMap((status) => {
    const own = analysis.scope.catalogs.flatMap((scoped) => toldStatus(scoped, status));
    if (own.length > 0) return own;
    const general = analysis.scope.general;
    if (general === undefined) return [];
    const codesOf = analysis.scope.catalogs.map(({ catalog }) => ({
      catalog,
      codes: catalog.codes.filter((entry) => statusesOfCode(entry).includes(status)),
    }));
    return toldStatus({ catalog: general, reason: { kind: "general" } }, status).map((told) => ({ ...told, codesOf }));
  });
}

// `code: 404` beside the status 404, or where an envelope says so, is the status again.
function statusesInCodes(subject: Subject): readonly number[] {
  return subject.codes
    .filter((code) => typeof code === "number")
    .filter((code) =>
      subject.facts.some(
        ({ site, verdicts }) =>
          site.status?.values.some(({ value }) => value === code) === true ||
          verdicts.some(({ envelope }) => envelope.kind === "fits" && envelope.envelope.codeHolds === "http-status"),
      ),
    );
}

function toldStatus({ catalog, reason }: ScopedCatalog, status: number): readonly ToldStatus[] {
  const entry = statusEntryOf(catalog, status);
  return entry === undefined ? [] : [{ catalog, reason, entry, status }];
}

interface ScopedEntry {
  readonly scoped: ScopedCatalog;
  readonly entry: CodeEntry;
}

function entriesFor(analysis: FileAnalysis, subject: Subject): readonly ScopedEntry[] {
  if (subject.facts.length === 0) {
    return analysis.scope.catalogs.flatMap((scoped) =>
      subject.codes.flatMap((code) => codeEntriesOf(scoped.catalog, code).map((entry) => ({ scoped, entry }))),
    );
  }
  const found = new Map<CodeEntry, ScopedEntry>();
  // A key of an object has no type of its own, so that its verdict may know the number where the text has a name.
  const codes = new Set(subject.codes.map(String));
  for (const { scoped, code } of subject.facts.flatMap(verdictsThatCount)) {
    for (const entry of code.entries) if (codes.has(String(entry.code))) found.set(entry, { scoped, entry });
  }
  return [...found.values()];
}
