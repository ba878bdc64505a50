/** Which keys of a file hold codes wherever they hold a text: `{ err: "no_such_hook" }` says what `err` is for. */
import { looksLikeCode } from "./code-shapes.ts";

/** Whether a key is one of them; the text is looked through once for each key. */
export type CodedKeys = (key: string) => boolean;

/** The keys of a file with this text. */
export function codedKeysOf(text: string): CodedKeys {
  const known = new Map<string, boolean>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = holdsCodes(key, text);
    known.set(key, answer);
    return answer;
  };
}

/** Every text under the key is one word, several of them differ, and one has a code's own form. */
function holdsCodes(key: string, text: string): boolean {
  if (!/^\w+$/.test(key)) return false;
  const texts = new Set<string>();
  for (const [, , written = ""] of text.matchAll(textsUnder(key))) texts.add(written);
  return texts.size > 1 && [...texts].every(isWord) && [...texts].some(isOfCodes);
}

/** `key: "…"`, in the three quotes; a text of several lines is prose. */
function textsUnder(key: string): RegExp {
  return new RegExp(String.raw`(?<![\w.])["']?${key}["']?\s*:\s*(["'\x60])((?:(?!\1)[^\\]|\\.){0,200})`, "g");
}

function isWord(text: string): boolean {
  return /^[a-z][\w./:-]*$/.test(text);
}

/** Several words in one, as nobody writes a text. */
function isOfCodes(text: string): boolean {
  return looksLikeCode(text) && /[_./:-]/.test(text);
}
