/** Tables of texts for errors that are looked up by what an answer says: `ERROR_MESSAGES[error.code]`, `statusTexts[res.status]`. */
import { wordsOf } from "./names.ts";

const texts = /^(?:messages?|texts?|labels?|titles?|descriptions?|translations?|copy|hints?|reasons?)$/;
const errors = /^(?:err|errs|errors?|errorcodes?|exceptions?|problems?|codes?|fail|failures?)$/;

/** Whether a table named so gives errors or codes their texts, and is looked up in this file with something computed. */
export function isLookedUpText(name: string | undefined, text: string): name is string {
  const words = wordsOf(name ?? "");
  return (
    name !== undefined &&
    words.some((word) => texts.test(word)) &&
    words.some((word) => errors.test(word)) &&
    isLookedUp(name, text)
  );
}

/** The same for a table of texts by status. */
export function isLookedUpByStatus(name: string | undefined, text: string): name is string {
  const words = wordsOf(name ?? "");
  const isOfAnswers = words.some((word) => /^(?:status|statuses|http)$/.test(word) || errors.test(word));
  return name !== undefined && words.some((word) => texts.test(word)) && isOfAnswers && isLookedUp(name, text);
}

/** `NAME[computed]`, `NAME.get(…)` or `in NAME` somewhere in the text. */
function isLookedUp(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (/[\w$]/.test(text[at - 1] ?? "")) continue;
    const after = text.slice(at + name.length, at + name.length + 12);
    if (/^(?:\?\.)?\[\s*[A-Za-z_$(]|^\.get\(\s*[A-Za-z_$(]/.test(after)) return true;
  }
  return false;
}
