/** Where a code or a status is explained: its entry in the catalog, and the literal that a constant stands for. */
import { entryUri } from "../catalog/entry-place.ts";
import type { Span } from "../text/span.ts";
import type { FileAnalysis } from "./analysis.ts";
import { catalogSubjectAt } from "./catalog-subject.ts";
import { toldCodes, toldStatuses } from "./sections.ts";
import { type Subject, subjectAt } from "./subject.ts";

export interface Definition {
  /** What the cursor is on. */
  readonly span: Span;
  readonly targets: readonly DefinitionTarget[];
}

export interface DefinitionTarget {
  readonly uri: string;
  /** The whole entry or literal. */
  readonly span: Span;
  /** The part of it to select. */
  readonly nameSpan: Span;
}

/** The places that define what stands at `offset`, the catalogs' first; undefined where there is none. */
export function definitionAt(analysis: FileAnalysis, offset: number): Definition | undefined {
  if (analysis.catalog !== undefined) return inCatalog(analysis, offset);
  const subject = subjectAt(analysis, offset);
  if (subject === undefined) return undefined;
  const targets = distinct([...entriesOf(analysis, subject), ...originsOf(analysis, subject)]);
  return targets.length === 0 ? undefined : { span: subject.span, targets };
}

function entriesOf(analysis: FileAnalysis, subject: Subject): readonly DefinitionTarget[] {
  const codes = toldCodes(analysis, subject).map(
    ({ catalog, entry }): DefinitionTarget => ({
      uri: entryUri(catalog, entry),
      span: entry.span,
      nameSpan: entry.codeSpan,
    }),
  );
  if (codes.length > 0) return codes;
  return toldStatuses(analysis, subject).map(
    ({ catalog, entry }): DefinitionTarget => ({
      uri: entryUri(catalog, entry),
      span: entry.span,
      nameSpan: entry.span,
    }),
  );
}

function originsOf(analysis: FileAnalysis, subject: Subject): readonly DefinitionTarget[] {
  return subject.facts.flatMap(({ site }) =>
    [...(site.code?.values ?? []), ...(site.status?.values ?? [])].flatMap(({ value, origin }): DefinitionTarget[] => {
      const meant = [...subject.codes, ...subject.statuses].includes(value);
      const isHere = origin?.uri === analysis.uri && origin.span.start === subject.span.start;
      return origin === undefined || !meant || isHere
        ? []
        : [{ uri: origin.uri, span: origin.span, nameSpan: origin.span }];
    }),
  );
}

function inCatalog(analysis: FileAnalysis, offset: number): Definition | undefined {
  const { catalog } = analysis;
  const found = catalog && catalogSubjectAt(analysis.text, catalog, offset);
  if (catalog === undefined || found === undefined) return undefined;
  if (found.kind === "code") {
    const { span, codeSpan } = found.entry;
    return { span: found.span, targets: [{ uri: entryUri(catalog, found.entry), span, nameSpan: codeSpan }] };
  }
  const entry = catalog.statuses.find(({ status }) => status.from === found.status && status.to === found.status);
  if (entry === undefined) return undefined;
  return { span: found.span, targets: [{ uri: entryUri(catalog, entry), span: entry.span, nameSpan: entry.span }] };
}

function distinct(targets: readonly DefinitionTarget[]): readonly DefinitionTarget[] {
  const seen = new Map(targets.map((target) => [`${target.uri} ${target.nameSpan.start}`, target]));
  return [...seen.values()];
}
