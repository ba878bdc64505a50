/** Where a code or a status of a catalog is used in one file; the caller goes through the files. */
import type { Code } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import { verdictsThatCount } from "../facts/verdicts.ts";
import type { Part, SiteRole } from "../sites/model.ts";
import type { Span } from "../text/span.ts";
import type { FileAnalysis } from "./analysis.ts";
import { catalogSubjectAt } from "./catalog-subject.ts";
import { toldCodes, toldStatuses } from "./sections.ts";
import { subjectAt } from "./subject.ts";

/** What is looked for: an entry of one catalog. */
export type ReferenceTarget =
  | { readonly kind: "code"; readonly catalogUri: string; readonly code: Code }
  | { readonly kind: "status"; readonly catalogUri: string; readonly status: number };

export interface Reference {
  readonly span: Span;
  readonly role: SiteRole;
}

/** The entries that stand at `offset` of a source or of a catalog; empty where there is none. */
export function referenceTargetsAt(analysis: FileAnalysis, offset: number): readonly ReferenceTarget[] {
  const { catalog } = analysis;
  if (catalog !== undefined) {
    const found = catalogSubjectAt(analysis.text, catalog, offset);
    if (found === undefined) return [];
    return [
      found.kind === "code"
        ? { kind: "code", catalogUri: catalog.uri, code: found.entry.code }
        : { kind: "status", catalogUri: catalog.uri, status: found.status },
    ];
  }
  const subject = subjectAt(analysis, offset);
  if (subject === undefined) return [];
  const codes = toldCodes(analysis, subject);
  if (codes.length > 0) {
    return codes.map(({ catalog: { uri }, entry }) => ({ kind: "code", catalogUri: uri, code: entry.code }));
  }
  return toldStatuses(analysis, subject).map(({ catalog: { uri }, status }) => ({
    kind: "status",
    catalogUri: uri,
    status,
  }));
}

/** The places in a file that use `target`, in the order of the text. */
export function referencesIn(analysis: FileAnalysis, target: ReferenceTarget): readonly Reference[] {
  const found = analysis.facts.flatMap((fact) =>
    spansIn(fact, target).map((span): Reference => ({ span, role: fact.site.role })),
  );
  const seen = new Map(found.map((reference) => [`${reference.span.start} ${reference.span.end}`, reference]));
  return [...seen.values()].sort((left, right) => left.span.start - right.span.start);
}

function spansIn(fact: Fact, target: ReferenceTarget): readonly Span[] {
  if (target.kind === "status") {
    const applies = fact.verdicts.some(({ scoped }) => scoped.catalog.uri === target.catalogUri);
    return applies || fact.general?.uri === target.catalogUri ? spansOf(fact.site.status, target.status) : [];
  }
  const claims = verdictsThatCount(fact).some(
    ({ scoped, code }) =>
      scoped.catalog.uri === target.catalogUri && code.entries.some((entry) => entry.code === target.code),
  );
  return claims ? spansOf(fact.site.code, target.code) : [];
}

// A key of an object has no type of its own: `1001` there is the number and the text.
function spansOf(part: Part<Code> | undefined, wanted: Code): readonly Span[] {
  const values = part?.values ?? [];
  return values.flatMap(({ value, written }) =>
    value === wanted || (written.kind === "key" && String(value) === String(wanted)) ? [written.span] : [],
  );
}
