/** Texts of one and the same errors in several languages: `errors.en.json` beside `errors.uk.json`. */
import type { CodeEntry } from "../../catalog/model.ts";
import type { DraftSource } from "./to-entry.ts";

/**
 * Tells of each source whether its messages are translations: it has nothing but texts, in another language than the
 * catalog's, in which another source speaks.
 */
export function translationsAmong(sources: readonly DraftSource[], language: string): (source: DraftSource) => boolean {
  const isForeign = ({ draft }: DraftSource): boolean =>
    draft.language !== undefined && primary(draft.language) !== primary(language);
  const hasOwn = sources.some((source) => !isForeign(source) && source.draft.codes.length > 0);
  const isOfTexts = ({ kind, draft }: DraftSource): boolean =>
    kind === "texts" || (kind === "data" && draft.codes.every(({ statuses }) => statuses.length === 0));
  return (source) => hasOwn && isForeign(source) && isOfTexts(source);
}

/**
 * The entry with its message as the summary in the catalog's own language, where the summary is known in others alone:
 * nobody shall read a foreign text for want of one in the catalog's language.
 */
export function withOwnSummary(entry: CodeEntry, language: string): CodeEntry {
  const { summary, messages } = entry;
  const [message] = messages;
  if (summary === undefined || message === undefined) return entry;
  if ([...summary.keys()].some((known) => primary(known) === primary(language))) return entry;
  return { ...entry, summary: new Map([[language, message.template], ...summary]) };
}

/** `pt` of `pt-br`. */
function primary(language: string): string {
  return language.split("-")[0] ?? language;
}
