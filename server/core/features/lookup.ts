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

/** The reason phrase of a status by the catalog's word, else by the general catalog's; a class entry (2xx) has none. */
export function statusTitleOf(catalog: Catalog, general: Catalog | undefined, status: number): string | undefined {
  for (const source of [catalog, general]) {
    if (source === undefined) continue;
    const entry = statusEntryOf(source, status);
    if (entry?.title !== undefined && widthOf(entry) === 0) return entry.title;
  }
  return undefined;
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
