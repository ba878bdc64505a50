/** Names that somebody may have meant. */
import { distance } from "fastest-levenshtein";
import type { Code, CodeEntry } from "../catalog/model.ts";

const most = 3;

/** Those of `names` that differ from `wanted` by little, nearest first, at most three. */
export function nearestNames(wanted: string, names: readonly string[]): readonly string[] {
  const plain = normal(wanted);
  const limit = Math.max(1, Math.floor(plain.length / 4));
  return names
    .map((name) => ({ name, gap: normal(name) === plain ? 0 : distance(normal(name), plain) }))
    .filter(({ gap }) => gap <= limit)
    .sort((left, right) => left.gap - right.gap || left.name.localeCompare(right.name))
    .slice(0, most)
    .map(({ name }) => name);
}

/**
 * Codes that may have been meant by `code`: the same digits or letters in the other type first, then near spellings.
 * Numbers have no spelling: `1008` is not near `1001`.
 */
export function nearestCodes(code: Code, entries: readonly CodeEntry[]): readonly CodeEntry[] {
  const twin = entries.filter(
    (entry) => typeof entry.code !== typeof code && String(entry.code) === String(code).trim(),
  );
  if (twin.length > 0) return twin.slice(0, most);
  if (typeof code === "number" || /^-?\d+$/.test(code)) return [];
  const names = entries.map((entry) => entry.code).filter((candidate) => typeof candidate === "string");
  return nearestNames(code, names).flatMap((name) => entries.find((entry) => entry.code === name) ?? []);
}

// Case and separators are what people mix up most.
function normal(name: string): string {
  return name.toLowerCase().replace(/[\s_.:/-]+/g, "_");
}
