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

/** The same for a table of texts by status, which may also be handed out to be looked up elsewhere: statuses are no other keys. */
export function isLookedUpByStatus(name: string | undefined, text: string): name is string {
  const words = wordsOf(name ?? "");
  const isOfAnswers = words.some((word) => /^(?:status|statuses|http)$/.test(word) || errors.test(word));
  if (name === undefined || !isOfAnswers || !words.some((word) => texts.test(word))) return false;
  return isLookedUp(name, text) || isHandedOut(name, text);
}

/** `export const NAME`, `export { NAME }`, `export default NAME`, `exports.NAME =`, `module.exports = { NAME }`. */
function isHandedOut(name: string, text: string): boolean {
  const written = name.replaceAll("$", String.raw`\$`);
  const ways = [
    `export (?:const|let|var|default) ${written}`,
    String.raw`export \{[^}]*\b${written}`,
    String.raw`exports\.${written}`,
    String.raw`module\.exports = (?:\{[^}]*\b)?${written}`,
  ];
  return new RegExp(String.raw`\b(?:${ways.join("|")})(?![\w$])`).test(text);
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
