import { distance } from "fastest-levenshtein";
import type { Code, CodeEntry } from "./model.ts";

/** A code that may have been meant, and in what it differs from the one that was written. */
export interface NearCode {
  readonly entry: CodeEntry;
  readonly difference: /** Same characters, but a text here and a number there. */
    | "type"
    /** Same letters; case or separators differ. */
    | "case"
    /** Same digits; the sign differs. */
    | "sign"
    /** A letter or digit or two. */
    | "spelling"
    /** Words are missing or added. */
    | "words";
}

const most = 3;

/** No code is written longer than this by mistake; the distance of two texts takes time of the product of their lengths. */
const longest = 100;

/** The codes that may have been meant by `code`, likeliest first, at most three. */
export function nearestCodes(code: Code, entries: readonly CodeEntry[]): readonly NearCode[] {
  const written = String(code).trim();
  if (written === "" || written.length > longest) return [];
  const twins = entries.filter((entry) => typeof entry.code !== typeof code && String(entry.code) === written);
  if (twins.length > 0) return twins.slice(0, most).map((entry) => ({ entry, difference: "type" }));
  return isNumeric(written) ? nearestNumbers(written, entries) : nearestNames(written, entries);
}

function isNumeric(written: string): boolean {
  return /^-?[0-9]+$/.test(written);
}

/**
 * The same digits with the other sign; else one wrong, missing, added or swapped digit. Tables are dense with numbers, so
 * where more than three are as near, none of them is a hint.
 */
function nearestNumbers(written: string, entries: readonly CodeEntry[]): readonly NearCode[] {
  const numbers = entries.filter((entry) => isNumeric(String(entry.code)));
  const opposite = written.startsWith("-") ? written.slice(1) : `-${written}`;
  const flipped = numbers.filter((entry) => String(entry.code) === opposite);
  if (flipped.length > 0) return flipped.map((entry) => ({ entry, difference: "sign" }));
  if (written.length < 3) return [];
  const swapped = numbers.filter((entry) => isSwapped(written, String(entry.code)));
  const slipped = swapped.length > 0 ? swapped : numbers.filter((entry) => distance(written, String(entry.code)) === 1);
  if (slipped.length > most) return [];
  return slipped.map((entry) => ({ entry, difference: "spelling" }));
}

/** Whether two neighbouring characters changed places, and nothing else. */
function isSwapped(left: string, right: string): boolean {
  if (left.length !== right.length || left === right) return false;
  let index = 0;
  while (left[index] === right[index]) index += 1;
  return (
    left[index] === right[index + 1] &&
    left[index + 1] === right[index] &&
    left.slice(index + 2) === right.slice(index + 2)
  );
}

function nearestNames(written: string, entries: readonly CodeEntry[]): readonly NearCode[] {
  const wanted = wordsOf(written);
  const ranked = entries.flatMap((entry) => {
    const name = String(entry.code);
    if (name.length > longest || isNumeric(name)) return [];
    const compared = compareNames(wanted, wordsOf(name));
    return compared === undefined ? [] : [{ near: { entry, difference: compared.difference }, rank: compared.rank }];
  });
  // Sorting keeps the catalog's order among equals.
  return ranked
    .sort((left, right) => left.rank - right.rank)
    .slice(0, most)
    .map(({ near }) => near);
}

/** A name in small letters, split at separators and at capitals: `AuthBadToken` and `auth-bad-token` are the same words. */
function wordsOf(name: string): readonly string[] {
  const split = name.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2");
  return split
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

interface Comparison {
  readonly difference: NearCode["difference"];
  readonly rank: number;
}

/** How near two names are; the rank is below 1 for spelling and from 1 to 2 for words. Undefined for different names. */
function compareNames(wanted: readonly string[], candidate: readonly string[]): Comparison | undefined {
  const left = wanted.join("");
  const right = candidate.join("");
  if (left === "" || right === "") return undefined;
  if (left === right) return { difference: "case", rank: 0 };
  const length = Math.max(left.length, right.length);
  const allowed = Math.max(1, Math.floor(length / 5));
  if (length >= 3 && Math.abs(left.length - right.length) <= allowed) {
    const gap = isSwapped(left, right) ? 1 : distance(left, right);
    if (gap <= allowed && mayBeSlips(wanted, candidate, gap))
      return { difference: "spelling", rank: gap / (length + 1) };
  }
  const overlap = wordOverlap(wanted, candidate);
  return overlap < 0.6 ? undefined : { difference: "words", rank: 2 - overlap };
}

/** Whether letters went wrong within words; another word in its place (`input` for `logout`), or one more, is none. */
function mayBeSlips(wanted: readonly string[], candidate: readonly string[], gap: number): boolean {
  if (gap <= 1) return true;
  if (wanted.length !== candidate.length) return gap <= 2;
  return wanted.every((word, index) => {
    const other = candidate[index] ?? "";
    const longer = Math.max(word.length, other.length);
    return distance(word, other) <= Math.max(1, Math.floor(longer / 3));
  });
}

/** From 0 (no common word) to 1 (the same words in whatever order). */
function wordOverlap(left: readonly string[], right: readonly string[]): number {
  const all = new Set([...left, ...right]);
  const common = new Set(left.filter((word) => right.includes(word)));
  return common.size / all.size;
}
