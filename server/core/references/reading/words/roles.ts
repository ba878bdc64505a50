import { asianWords } from "./asian.ts";
import { europeanWords } from "./european.ts";
import { middleEasternWords } from "./middle-eastern-and-indic.ts";
import { easternEuropeanWords } from "./slavic-and-turkic.ts";
import type { Vocabulary, WordRole } from "./vocabulary.ts";

export const vocabularies: readonly Vocabulary[] = [
  ...europeanWords,
  ...easternEuropeanWords,
  ...asianWords,
  ...middleEasternWords,
];

/** A role that words speak of. `weight` is 3 where they say nothing else, below 2 where the role is only part of them. */
export interface SpokenRole {
  readonly role: WordRole;
  readonly weight: number;
  readonly language: string;
}

/** What the title of a column or a label speaks of; undefined where no word is known. */
export function roleOfWords(words: string): SpokenRole | undefined {
  const text = normalizedWords(words);
  if (text === "" || text.length > 80) return undefined;
  const whole = exact.get(text);
  if (whole !== undefined) return { ...whole, weight: 3 };
  const parts = text
    .split(
      /[()（）［］[\]/／|&,、・·\n]|\s[-–—]\s|\s(?:or|and|и|та|y|e|et|und|oder|ou|o|ve|veya|و|या|dan|atau|và|hoặc)\s/,
    )
    .map((part) => part.trim());
  for (const part of parts) {
    const known = exact.get(part);
    if (known !== undefined && known.role !== "other") return { ...known, weight: 2.5 };
  }
  return partialRole(parts.find((part) => part !== "") ?? text);
}

/** Words as they are compared: lower case, marks, digits of other scripts and decorations gone. */
export function normalizedWords(words: string): string {
  return words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[*`"“”«»#]|\p{Extended_Pictographic}|\uFE0F|\u200C(?=\s)|[\u200E\u200F]/gu, "")
    .replace(/^[\s\d.)]+(?=\D)/, "")
    .replace(/[\s_]+/g, " ")
    .replace(/[:：?？!！.。]+\s*$/, "")
    .trim();
}

interface Known {
  readonly role: WordRole;
  readonly language: string;
}

interface Phrase extends Known {
  readonly text: string;
  readonly headFirst: boolean;
}

const phrases: readonly Phrase[] = vocabularies.flatMap(({ language, headFirst, words }) =>
  (Object.entries(words) as [WordRole, string][]).flatMap(([role, list]) =>
    list.split("|").map((word) => ({ text: word.normalize("NFKC"), role, language, headFirst })),
  ),
);

const exact: ReadonlyMap<string, Known> = new Map(
  phrases.toReversed().map(({ text, role, language }) => [text, { role, language }]),
);

/** Phrases that may be part of longer words; a single letter or a lone "o" is none. */
const partials: readonly Phrase[] = phrases.filter(({ text, role }) => text.length > 1 && role !== "other");

const others: readonly Phrase[] = phrases.filter(({ text, role }) => text.length > 1 && role === "other");

function partialRole(text: string): SpokenRole | undefined {
  return bestPartial(text, partials) ?? bestPartial(text, others);
}

function bestPartial(text: string, candidates: readonly Phrase[]): SpokenRole | undefined {
  let best: { phrase: Phrase; score: number } | undefined;
  for (const phrase of candidates) {
    const at = text.indexOf(phrase.text);
    if (at < 0 || !standsAlone(text, at, phrase.text)) continue;
    const isHead = phrase.headFirst ? at === 0 : at + phrase.text.length === text.length;
    const isSpecific = phrase.role !== "error" && phrase.role !== "category" && phrase.role !== "example";
    const score = (isHead ? 10 : 0) + (isSpecific ? 5 : 0) + phrase.text.length;
    if (best === undefined || score > best.score) best = { phrase, score };
  }
  if (best === undefined) return undefined;
  const { phrase, score } = best;
  return { role: phrase.role, language: phrase.language, weight: score >= 15 ? 1.5 : 1 };
}

/** Whether what is found at `at` is a word of its own, in scripts that separate words. */
function standsAlone(text: string, at: number, word: string): boolean {
  if (/[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7A3\u0E00-\u0E7F]/.test(word)) return true;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + word.length);
  return !/[\p{L}\p{M}\p{N}]/u.test(before) && !/[\p{L}\p{M}\p{N}]/u.test(after);
}
