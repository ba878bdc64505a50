import { hasPlaceholders, matchMessage } from "./message-template.ts";
import type { Catalog, Code, CodeEntry, LocalizedText, StatusEntry, WireMessage } from "./model.ts";
import { type NearCode, nearestCodes } from "./nearest-codes.ts";
import { textIn } from "./text-in.ts";

/** What a catalog says of a code: its entry, or else the codes that may have been meant. */
export interface NamedCodes {
  /** The entry of exactly this code, type included. */
  readonly exact: CodeEntry | undefined;
  /** At most three, likeliest first; empty where there is an exact entry. */
  readonly near: readonly NearCode[];
}

/** A wire message found by its text, with the code that it belongs to. */
export interface FoundMessage {
  readonly entry: CodeEntry;
  readonly message: WireMessage;
}

/** One catalog, made quick to ask. Immutable; made by `indexCatalog`, kept by the caller. */
export interface CatalogIndex {
  readonly catalog: Catalog;
  /** The entry of a code, or codes like it. `"-104"` is not `-104`, but near it. */
  codesNamed(code: Code): NamedCodes;
  /** The codes that may come with a status, by themselves or with one of their messages; in the catalog's order. */
  codesWithStatus(status: number): readonly CodeEntry[];
  /** The guidance for a status: that of its class where it has none of its own. */
  statusEntry(status: number): StatusEntry | undefined;
  /** The wire messages that `text` is, or that it is with placeholders filled in; exact ones first. */
  messagesFitting(text: string): readonly FoundMessage[];
  /** A text of this catalog in the first preferred language it has, else in English, else in the catalog's own. */
  textIn(text: LocalizedText | undefined, preferred: readonly string[]): string | undefined;
}

/** The index of one catalog. A pure function: callers keep what it returns as long as they keep the catalog. */
export function indexCatalog(catalog: Catalog): CatalogIndex {
  const byCode = new Map(catalog.codes.map((entry) => [entry.code, entry]));
  const byStatus = grouped(catalog.codes, statusesOf);
  const narrowFirst = catalog.statuses.toSorted((left, right) => widthOf(left) - widthOf(right));
  const messages = catalog.codes.flatMap((entry) => entry.messages.map((message) => ({ entry, message })));
  const byTemplate = grouped(messages, ({ message }) => [message.template.normalize("NFC")]);
  const withPlaceholders = messages.filter(({ message }) => hasPlaceholders(message.template));
  return {
    catalog,
    codesNamed(code) {
      const exact = byCode.get(code);
      return { exact, near: exact === undefined ? nearestCodes(code, catalog.codes) : [] };
    },
    codesWithStatus: (status) => byStatus.get(status) ?? [],
    statusEntry: (status) => narrowFirst.find((entry) => entry.status.from <= status && status <= entry.status.to),
    messagesFitting(text) {
      const exact = byTemplate.get(text.normalize("NFC")) ?? [];
      const filled = withPlaceholders.filter(({ message }) => matchMessage(message.template, text).kind === "filled");
      return [...exact, ...filled];
    },
    textIn: (text, preferred) => textIn(text, [...preferred, "en", catalog.language]),
  };
}

/** Statuses that a code may come with, by itself or with one of its messages. */
function statusesOf(entry: CodeEntry): ReadonlySet<number> {
  return new Set([...entry.statuses, ...entry.messages.flatMap((message) => message.statuses)]);
}

/** The items under each of their keys, in their order. */
function grouped<Key, Item>(items: readonly Item[], keysOf: (item: Item) => Iterable<Key>): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

function widthOf(entry: StatusEntry): number {
  return entry.status.to - entry.status.from;
}
