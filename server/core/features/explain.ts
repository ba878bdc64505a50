/** What catalogs say of a code or a status that a person asks about by name, without any file. */

import type { Catalog, Code, CodeEntry, StatusEntry } from "../catalog/model.ts";
import { nearestCodes } from "../catalog/nearest-codes.ts";
import type { FeatureOptions } from "./analysis.ts";
import { describeCode } from "./describe/describe-code.ts";
import { describeSample, sampledCodes } from "./describe/describe-sample.ts";
import { describeStatus } from "./describe/describe-status.ts";
import { type Telling, tellingFor } from "./describe/telling.ts";
import { statusEntryOf } from "./lookup.ts";
import type { Block, Prose } from "./prose/document.ts";
import { toMarkdown } from "./prose/markdown.ts";
import { toPlainText } from "./prose/plain.ts";

export type ExplainedEntry =
  | { readonly kind: "code"; readonly catalog: Catalog; readonly entry: CodeEntry }
  | { readonly kind: "status"; readonly catalog: Catalog; readonly entry: StatusEntry; readonly status: number };

export interface ExplainOptions extends FeatureOptions {
  /** Gives reason phrases that a catalog leaves out. */
  readonly general: Catalog | undefined;
  readonly textOf: (uri: string) => string | undefined;
}

/**
 * The entries for `asked` in `catalogs`, in their order: codes written so, number or text, and statuses. Where no catalog
 * writes it exactly so, codes that differ in case only.
 */
export function findExplained(asked: string, catalogs: readonly Catalog[]): readonly ExplainedEntry[] {
  const wanted = asked.trim();
  const exact = catalogs.flatMap((catalog) => entriesIn(catalog, wanted, (code) => String(code) === wanted));
  if (exact.length > 0) return exact;
  const folded = wanted.toLowerCase();
  return catalogs.flatMap((catalog) => entriesIn(catalog, wanted, (code) => String(code).toLowerCase() === folded));
}

/** Codes that may have been meant where nothing is found, likeliest first, at most three of each catalog. */
export function nearestExplained(asked: string, catalogs: readonly Catalog[]): readonly Code[] {
  const wanted = asked.trim();
  const number = Number(wanted);
  const value: Code = wanted !== "" && Number.isFinite(number) ? number : wanted;
  const near = catalogs.flatMap((catalog) => nearestCodes(value, catalog.codes).map(({ entry }) => entry.code));
  return [...new Set(near)];
}

/** The entries as a page of plain text. */
export function explainAsText(entries: readonly ExplainedEntry[], options: ExplainOptions): string {
  return toPlainText(explain(entries, options));
}

/** The entries as Markdown, in the words of a hover. */
export function explainAsMarkdown(entries: readonly ExplainedEntry[], options: ExplainOptions): string {
  return toMarkdown(explain(entries, options));
}

/** What samples show of `asked` where no catalog defines it, a line each, as plain text; empty where none does. */
export function explainSamplesAsText(asked: string, catalogs: readonly Catalog[], options: ExplainOptions): string {
  return toPlainText(explainSamples(asked, catalogs, options));
}

/** The same as Markdown. */
export function explainSamplesAsMarkdown(asked: string, catalogs: readonly Catalog[], options: ExplainOptions): string {
  return toMarkdown(explainSamples(asked, catalogs, options));
}

function explainSamples(asked: string, catalogs: readonly Catalog[], options: ExplainOptions): Prose {
  const telling = tellingFor(options.languages, options);
  const found = sampledCodes(catalogs, (code) => String(code) === asked.trim());
  return found.length === 0 ? [] : [{ kind: "lines", lines: found.map((sampled) => describeSample(telling, sampled)) }];
}

function explain(entries: readonly ExplainedEntry[], options: ExplainOptions): Prose {
  const telling = tellingFor(options.languages, options);
  const rule: Block = { kind: "rule" };
  return entries.flatMap((entry, index) => (index === 0 ? tell(telling, entry) : [rule, ...tell(telling, entry)]));
}

function tell(telling: Telling, explained: ExplainedEntry): Prose {
  const about = { catalog: explained.catalog, reason: undefined };
  return explained.kind === "code"
    ? describeCode(telling, { ...about, entry: explained.entry, shown: [] }, { brief: false })
    : describeStatus(telling, { ...about, entry: explained.entry, status: explained.status }, { brief: false });
}

function entriesIn(catalog: Catalog, asked: string, isMeant: (code: Code) => boolean): readonly ExplainedEntry[] {
  const codes = catalog.codes
    .filter(({ code }) => isMeant(code))
    .map((entry): ExplainedEntry => ({ kind: "code", catalog, entry }));
  const status = /^[1-5]\d\d$/u.test(asked) ? Number(asked) : undefined;
  const entry = status === undefined ? undefined : statusEntryOf(catalog, status);
  return status === undefined || entry === undefined ? codes : [...codes, { kind: "status", catalog, entry, status }];
}
