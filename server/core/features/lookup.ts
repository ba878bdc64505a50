/** Questions about a catalog that several features ask. */
import { matchMessage } from "../catalog/message-template.ts";
import type { Catalog, Code, CodeEntry, StatusEntry, WireMessage } from "../catalog/model.ts";

/** The entries of a code; type counts (`-104` is not `"-104"`). */
export function codeEntriesOf(catalog: Catalog, code: Code): readonly CodeEntry[] {
  return catalog.codes.filter((entry) => entry.code === code);
}

/** The entry of a status: the narrowest range that holds it. */
export function statusEntryOf(catalog: Catalog, status: number): StatusEntry | undefined {
  let best: StatusEntry | undefined;
  for (const entry of catalog.statuses) {
    if (status < entry.status.from || status > entry.status.to) continue;
    if (best === undefined || widthOf(entry) < widthOf(best)) best = entry;
  }
  return best;
}

/** Who reads, and what gives phrases that a catalog leaves out. */
interface Reader {
  readonly general: Catalog | undefined;
  readonly words: { readonly language: string };
}

/**
 * The reason phrase of a status by the catalog's word, else by the general catalog's; a class entry (2xx) has none. A
 * phrase in a script that the reader did not ask for gives way to the general one.
 */
export function statusTitleOf(catalog: Catalog, reader: Reader, status: number): string | undefined {
  const own = exactTitle(catalog, status);
  const general = reader.general && exactTitle(reader.general, status);
  const isForeign = catalog.language.split("-")[0] !== reader.words.language && /[^\p{ASCII}]/u.test(own ?? "");
  return isForeign ? (general ?? own) : (own ?? general);
}

function exactTitle(catalog: Catalog, status: number): string | undefined {
  const entry = statusEntryOf(catalog, status);
  return entry !== undefined && widthOf(entry) === 0 ? entry.title : undefined;
}

/** Codes that name `code` as the one they are a part of. */
export function subErrorsOf(catalog: Catalog, code: Code): readonly CodeEntry[] {
  return catalog.codes.filter((entry) => entry.parent === code);
}

/** The messages of an entry that `text` is, or that it is with placeholders filled in; an exact one alone. */
export function messagesFitting(entry: CodeEntry, text: string): readonly WireMessage[] {
  const exact = entry.messages.filter((message) => matchMessage(message.template, text).kind === "exact");
  if (exact.length > 0) return exact;
  return entry.messages.filter((message) => matchMessage(message.template, text).kind === "filled");
}

function widthOf(entry: StatusEntry): number {
  return entry.status.to - entry.status.from;
}
