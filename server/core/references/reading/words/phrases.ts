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

/** One phrase of one language, and what it says. */
export interface Phrase {
  readonly text: string;
  readonly role: WordRole;
  readonly language: string;
  readonly headFirst: boolean;
}

const phrases: readonly Phrase[] = vocabularies.flatMap(({ language, headFirst, words }) =>
  (Object.entries(words) as [WordRole, string][]).flatMap(([role, list]) =>
    list.split("|").map((word) => ({ text: word.normalize("NFKC"), role, language, headFirst })),
  ),
);

/** The phrase that a text is as a whole. What several languages say, the first of them says. */
export function phraseOf(text: string): Phrase | undefined {
  return whole.get(text);
}

const whole: ReadonlyMap<string, Phrase> = new Map(phrases.toReversed().map((phrase) => [phrase.text, phrase]));

/** Letters of scripts that do not separate words. */
const unseparated = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7A3\u0E00-\u0E7F]/;

/** The phrases that stand in a text as words of their own, with their places. */
export function phrasesIn(text: string): readonly { readonly phrase: Phrase; readonly at: number }[] {
  const candidates = wordsOf(text).flatMap((word) => separated.get(word) ?? []);
  if (unseparated.test(text)) candidates.push(...joined);
  return candidates.flatMap((phrase) => {
    const at = text.indexOf(phrase.text);
    return at >= 0 && standsAlone(text, at, phrase.text) ? [{ phrase, at }] : [];
  });
}

/** A single letter says nothing as a part of a text. */
const parts = phrases.filter(({ text }) => text.length > 1);

const joined: readonly Phrase[] = parts.filter(({ text }) => unseparated.test(text));

const separated: ReadonlyMap<string, readonly Phrase[]> = byFirstWord(
  parts.filter(({ text }) => !unseparated.test(text)),
);

function byFirstWord(list: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const groups = new Map<string, Phrase[]>();
  for (const phrase of list) {
    const [first = ""] = wordsOf(phrase.text);
    const group = groups.get(first);
    if (group === undefined) groups.set(first, [phrase]);
    else group.push(phrase);
  }
  return groups;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== "");
}

function standsAlone(text: string, at: number, word: string): boolean {
  if (unseparated.test(word)) return true;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + word.length);
  return !/[\p{L}\p{M}\p{N}]/u.test(before) && !/[\p{L}\p{M}\p{N}]/u.test(after);
}
