/** Recognising what an error is about by its words: code, message and the names around it. */
import { wordsOf } from "../../facts/words-of.ts";
import type { ErrorSite } from "../../sites/model.ts";
import { seenValues } from "./settled.ts";

/** What texts in one language say when they mean something, and what they say when they only look like it. */
export interface WordList {
  /** A BCP 47 tag; `code` for names of codes, split into words. */
  readonly language: string;
  readonly means: readonly RegExp[];
  readonly vetoes: readonly RegExp[];
}

/**
 * A text as word lists want it: lower case, one letter for its Arabic and Persian forms, no marks of vowels or
 * direction, any white space (the zero-width non-joiner too) one space, one apostrophe.
 */
export function foldText(text: string): string {
  // Most texts have nothing of all this but letters and quotes.
  if (plainText.test(text)) return text.toLowerCase().replaceAll("`", "'").replace(/ {2,}/g, " ").trim();
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{Mn}\u0640]|(?!\u200c)\p{Cf}/gu, "")
    .replace(/[يى]/g, "ی")
    .replace(/ك/g, "ک")
    .replace(/[’ʼ‘`´]/g, "'")
    .replace(/[\s\u200c]+/g, " ")
    .trim();
}

const plainText = /^[ -~]*$/;

/** What an error is about stands at the beginning of its text. */
const longestText = 1000;

/** Whether a message means it by one of the lists. A veto in any language counts, for texts mix languages. */
export function saysSo(lists: readonly WordList[], text: string): boolean {
  const folded = foldText(text.slice(0, longestText));
  // Hardly any text means it: what speaks against that is asked after.
  return someMeaning(spokenOf(lists), folded) && !someVeto(lists, folded);
}

function someMeaning(lists: readonly WordList[], words: string): boolean {
  return lists.some(({ means }) => means.some((pattern) => pattern.test(words)));
}

/** Whether a message only looks as if it meant it. */
export function isVetoed(lists: readonly WordList[], text: string): boolean {
  return someVeto(lists, foldText(text.slice(0, longestText)));
}

function someVeto(lists: readonly WordList[], folded: string): boolean {
  return spokenOf(lists).some(({ vetoes }) => vetoes.some((veto) => veto.test(folded)));
}

function spokenOf(lists: readonly WordList[]): readonly WordList[] {
  return lists.filter(({ language }) => language !== "code");
}

/** Whether a code's name means it. */
export function isCalled(lists: readonly WordList[], name: string): boolean {
  const words = wordsOf(name).join(" ");
  const names = lists.filter(({ language }) => language === "code");
  return someMeaning(names, words) && !names.some(({ vetoes }) => vetoes.some((veto) => veto.test(words)));
}

/** The texts of a site that people read: its message, and short texts in its body that are neither message nor code. */
export function textsOf(site: ErrorSite): readonly string[] {
  const texts = new Set(seenValues(site.message));
  for (const { value } of site.body?.fields ?? []) {
    if (typeof value === "string" && value.length <= 300 && /[\s\u3000-\u9fff]/.test(value)) texts.add(value);
  }
  return [...texts];
}

/** The names of a site's codes: the code part, and words in its body that are written like codes. */
export function codeNamesOf(site: ErrorSite): readonly string[] {
  const names = new Set(seenValues(site.code).filter((code) => typeof code === "string"));
  for (const { value, path } of site.body?.fields ?? []) {
    if (typeof value !== "string" || places.test(String(path.at(-1)))) continue;
    if (/^[A-Za-z][\w.-]{3,60}$/.test(value)) names.add(value);
  }
  return [...names];
}

/** Fields that say where something belongs, and not what went wrong. */
const places =
  /^(?:section|page|tab|view|panel|form|field|feature|module|route|path|scope|resource|settings?|option|intent|action|mode)$/i;

/** Whether every message that a site may have, or every code, means it; one that does not would be flagged wrongly. */
export function siteSaysSo(lists: readonly WordList[], site: ErrorSite): boolean {
  const messages = seenValues(site.message);
  if (messages.some((message) => !saysSo(lists, message)) && messages.length > 1) return false;
  const codes = codeNamesOf(site);
  const codeSays = codes.some((code) => isCalled(lists, code));
  if (seenValues(site.code).length > 1 && !seenValues(site.code).every((code) => isCalled(lists, String(code)))) {
    return false;
  }
  return codeSays || textsOf(site).some((text) => saysSo(lists, text));
}
