/** Questions about a catalog that several features ask. */
import type { Catalog, Code, CodeEntry, LocalizedText, StatusEntry, WireMessage } from "../catalog/model.ts";

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

/** All statuses of an entry: its own and those of its messages, ascending. */
export function statusesOf(entry: CodeEntry): readonly number[] {
  const all = new Set(entry.statuses);
  for (const message of entry.messages) for (const status of message.statuses) all.add(status);
  return [...all].sort((left, right) => left - right);
}

/** Whether `text` may be the message `template`, whose placeholders (`{0}`, `{appkey}`) stand for any text. */
export function fitsTemplate(template: string, text: string): boolean {
  const pieces = template.split(/\{[^{}]*\}/u);
  const first = pieces[0] ?? "";
  const last = pieces.at(-1) ?? "";
  if (pieces.length === 1) return template === text;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let position = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, position);
    if (found < 0) return false;
    position = found + piece.length;
  }
  return position <= text.length - last.length;
}

/** The messages of an entry that may be meant where `text` is shown. */
export function messagesFitting(entry: CodeEntry, text: string): readonly WireMessage[] {
  return entry.messages.filter((message) => fitsTemplate(message.template, text));
}

/** The text in the first wanted language that there is, else in English, else in the catalog's own. */
export function chooseText(text: LocalizedText, languages: readonly string[], own: string): string {
  for (const language of [...languages, "en", own]) {
    const found = inLanguage(text, language.toLowerCase());
    if (found !== undefined) return found;
  }
  return text.values().next().value ?? "";
}

// `zh-cn` is served by `zh-cn`, then `zh`, then any other `zh-…`.
function inLanguage(text: LocalizedText, language: string): string | undefined {
  const exact = text.get(language);
  if (exact !== undefined) return exact;
  const primary = language.split("-")[0] ?? language;
  const general = text.get(primary);
  if (general !== undefined) return general;
  for (const [tag, value] of text) if (tag.split("-")[0] === primary) return value;
  return undefined;
}

function widthOf(entry: StatusEntry): number {
  return entry.status.to - entry.status.from;
}
