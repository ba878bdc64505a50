/** The outline of a catalog's own file: statuses and codes, sub-errors below their parents. */
import type { Catalog, Code, CodeEntry } from "../catalog/model.ts";
import { statusesOfCode } from "../facts/verdicts.ts";
import type { Span } from "../text/span.ts";
import type { FeatureOptions } from "./analysis.ts";
import { chosen, tellingFor } from "./describe/telling.ts";

export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string | undefined;
  readonly kind: "status" | "code" | "envelope";
  readonly span: Span;
  /** Lies in `span`. */
  readonly nameSpan: Span;
  readonly deprecated: boolean;
  readonly children: readonly DocumentSymbol[];
}

/** Envelopes, statuses and codes in the order of the file. */
export function documentSymbolsOf(catalog: Catalog, options: FeatureOptions): readonly DocumentSymbol[] {
  const telling = tellingFor(options.languages, { general: undefined, textOf: () => undefined });
  const envelopes = catalog.envelopes.map(
    (envelope): DocumentSymbol => ({
      name: envelope.id,
      detail: chosen(telling, catalog, envelope.summary),
      kind: "envelope",
      span: envelope.span,
      nameSpan: startOf(envelope.span),
      deprecated: false,
      children: [],
    }),
  );
  const statuses = catalog.statuses.map(
    (entry): DocumentSymbol => ({
      name: [rangeName(entry.status.from, entry.status.to), entry.title].filter((part) => part !== undefined).join(" "),
      detail: chosen(telling, catalog, entry.summary),
      kind: "status",
      span: entry.span,
      nameSpan: startOf(entry.span),
      deprecated: entry.deprecated,
      children: [],
    }),
  );
  const known = new Set<Code>(catalog.codes.map(({ code }) => code));
  const roots = catalog.codes.filter(
    ({ code, parent }) => parent === undefined || parent === code || !known.has(parent),
  );
  const codes = roots.map((entry) => codeSymbol(catalog, entry, new Set()));
  return [...envelopes, ...statuses, ...codes].sort((left, right) => left.span.start - right.span.start);
}

// `above` ends the descent where people wrote parents in a circle.
function codeSymbol(catalog: Catalog, entry: CodeEntry, above: ReadonlySet<Code>): DocumentSymbol {
  const seen = new Set([...above, entry.code]);
  const children = catalog.codes.filter(({ code, parent }) => parent === entry.code && !seen.has(code));
  const statuses = statusesOfCode(entry);
  return {
    name: String(entry.code),
    detail: statuses.length === 0 ? undefined : statuses.join(", "),
    kind: "code",
    span: entry.span,
    nameSpan: entry.codeSpan,
    deprecated: entry.deprecated,
    children: children.map((child) => codeSymbol(catalog, child, seen)),
  };
}

function rangeName(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}

function startOf(span: Span): Span {
  return { start: span.start, end: span.start };
}
