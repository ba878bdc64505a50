/** Completion inside the comments that speak to this tool: ids of catalogs, names of rules. */
import { factRules } from "../../rules/index.ts";
import type { Span } from "../../text/span.ts";
import type { FeatureOptions, FileAnalysis } from "../analysis.ts";
import { commentPlaceAt } from "../comment-place.ts";
import { chosen, tellingFor } from "../describe/telling.ts";
import { phrase } from "../prose/document.ts";
import { lineToText } from "../prose/plain.ts";

export interface CommentCompletion {
  readonly label: string;
  readonly kind: "catalog" | "rule";
  /** What it is, in a row. */
  readonly detail: string | undefined;
  /** What `label` replaces. */
  readonly span: Span;
}

/** What may stand at `offset` of a comment; empty everywhere else. */
export function commentCompletionsAt(
  analysis: FileAnalysis,
  offset: number,
  options: FeatureOptions,
): readonly CommentCompletion[] {
  const place = commentPlaceAt(analysis, offset);
  if (place === undefined) return [];
  const { kind, span } = place;
  if (kind === "rule") {
    return factRules.map(({ meta }) => ({ label: meta.name, kind, detail: lineToText([phrase(meta.summary)]), span }));
  }
  const telling = tellingFor(options.languages, { general: undefined, textOf: analysis.textOf });
  const catalogs = analysis.available.filter((catalog) => catalog !== analysis.scope.general);
  return [
    ...catalogs.map((catalog) => ({
      label: catalog.id,
      kind,
      detail: chosen(telling, catalog, catalog.title),
      span,
    })),
    { label: "off", kind, detail: "no catalog applies to this file", span },
  ];
}
