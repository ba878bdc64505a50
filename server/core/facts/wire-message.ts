/** Comparing a text with a wire message, whose placeholders (`{0}`, `{appkey}`) stand for any text. */
import type { CodeEntry, WireMessage } from "../catalog/model.ts";

const placeholder = /\{[^{}\s]*\}/u;

/** Whether a wire message has parts that the sender fills in. */
export function hasPlaceholders(template: string): boolean {
  return placeholder.test(template);
}

/** Whether `text` may be the message `template`; composed and decomposed letters count as equal. */
export function fitsTemplate(template: string, text: string): boolean {
  const pieces = template.normalize("NFC").split(new RegExp(placeholder, "gu"));
  const shown = text.normalize("NFC");
  const first = pieces[0] ?? "";
  if (pieces.length === 1) return first === shown;
  const last = pieces.at(-1) ?? "";
  if (!shown.startsWith(first) || !shown.endsWith(last) || shown.length < first.length + last.length) return false;
  let position = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = shown.indexOf(piece, position);
    if (found < 0) return false;
    position = found + piece.length;
  }
  return position <= shown.length - last.length;
}

/** The messages of an entry that `text` may be. */
export function messagesFitting(entry: CodeEntry, text: string): readonly WireMessage[] {
  return entry.messages.filter((message) => fitsTemplate(message.template, text));
}
