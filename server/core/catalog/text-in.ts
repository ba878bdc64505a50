import type { LocalizedText } from "./model.ts";

/** Scripts that regions write Chinese in, where a tag names the region alone (Unicode CLDR 48, likely subtags). */
const chineseScripts: ReadonlyMap<string, string> = new Map([
  ["zh-cn", "zh-hans"],
  ["zh-sg", "zh-hans"],
  ["zh-hk", "zh-hant"],
  ["zh-mo", "zh-hant"],
  ["zh-tw", "zh-hant"],
]);

/**
 * The text in the first of `preferred` that it has, else in English, else in the language that comes first in it (that of
 * its catalog, where a plain text was written). Tags may be in any case; undefined only for no text.
 */
export function textIn(text: LocalizedText | undefined, preferred: readonly string[]): string | undefined {
  return text?.get(languageOf(text, preferred));
}

/** The language that `textIn` chooses, a tag of `text`; empty for a text without languages. */
export function languageOf(text: LocalizedText, preferred: readonly string[]): string {
  for (const wanted of [...preferred, "en"]) {
    const found = lookUp(text, wanted.toLowerCase().replaceAll("_", "-"));
    if (found !== undefined) return found;
  }
  return text.keys().next().value ?? "";
}

/** The wanted language, or the nearest wider one (RFC 4647 §3.4), or one that is the same but narrower. */
function lookUp(text: LocalizedText, wanted: string): string | undefined {
  if (text.has(wanted)) return wanted;
  const script = chineseScripts.get(wanted);
  if (script !== undefined && text.has(script)) return script;
  for (let tag = wider(wanted); tag !== ""; tag = wider(tag)) {
    if (text.has(tag)) return tag;
  }
  const language = wanted.split("-", 1)[0];
  return [...text.keys()].find((tag) => tag.startsWith(`${language}-`));
}

/** The tag without its last part; a single letter only introduces what follows, and goes with it. */
function wider(tag: string): string {
  const parts = tag.split("-").slice(0, -1);
  while (parts.length > 1 && parts.at(-1)?.length === 1) parts.pop();
  return parts.join("-");
}
