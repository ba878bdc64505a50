import { type Phrase, phraseOf, phrasesIn } from "./phrases.ts";
import type { WordRole } from "./vocabulary.ts";

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
  const whole = phraseOf(text);
  if (whole !== undefined) return { role: whole.role, language: whole.language, weight: 3 };
  const parts = text
    .split(
      /[()（）［］[\]/／|&,、・·\n]|\s[-–—]\s|\s(?:or|and|и|та|y|e|et|und|oder|ou|o|ve|veya|و|या|dan|atau|và|hoặc)\s/,
    )
    .map((part) => part.trim());
  for (const part of parts) {
    const known = phraseOf(part);
    if (known !== undefined && known.role !== "other")
      return { role: known.role, language: known.language, weight: 2.5 };
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

/** What the phrases in a text say of it: the longest one where the noun stands that counts. */
function partialRole(text: string): SpokenRole | undefined {
  const found = phrasesIn(text);
  const telling = found.filter(({ phrase }) => phrase.role !== "other");
  let best: { readonly phrase: Phrase; readonly score: number } | undefined;
  for (const { phrase, at } of telling.length > 0 ? telling : found) {
    const isHead = phrase.headFirst ? at === 0 : at + phrase.text.length === text.length;
    const isSpecific = phrase.role !== "error" && phrase.role !== "category" && phrase.role !== "example";
    const score = (isHead ? 10 : 0) + (isSpecific ? 5 : 0) + phrase.text.length;
    if (best === undefined || score > best.score) best = { phrase, score };
  }
  if (best === undefined) return undefined;
  const { phrase, score } = best;
  return { role: phrase.role, language: phrase.language, weight: score >= 15 ? 1.5 : 1 };
}
