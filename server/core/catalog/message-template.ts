/** Comparing a text with a wire message, some parts of which the sender fills in. */

/**
 * Placeholders as pages write them: `${name}`, `{{name}}`, `{0}`, `{appkey}`, `%s`, `%1$d`. What stands in braces is a name
 * or a few words, not a piece of JSON.
 */
const placeholder = /\$\{[^{}]{0,64}\}|\{\{[^{}"':,]{0,64}\}\}|\{[^{}"':,]{0,64}\}|%(?:\d{1,2}\$)?[sdifju@](?![a-z])/gu;

export type MessageMatch =
  | { readonly kind: "exact" }
  /** The text is the message with its placeholders filled in, by these texts in order. */
  | { readonly kind: "filled"; readonly values: readonly string[] }
  | { readonly kind: "differs" };

/** Whether a wire message has parts that the sender fills in. */
export function hasPlaceholders(template: string): boolean {
  return template.search(placeholder) >= 0;
}

/**
 * How `text` relates to the wire message `template`. A placeholder stands for any text, the empty one included; composed
 * and decomposed letters are the same. No backtracking: each fixed part is looked for once, from left to right.
 */
export function matchMessage(template: string, text: string): MessageMatch {
  const shown = text.normalize("NFC");
  const wanted = template.normalize("NFC");
  if (shown === wanted) return { kind: "exact" };
  const [first = "", ...rest] = wanted.split(placeholder);
  const last = rest.pop();
  if (last === undefined || shown.length < first.length + last.length) return { kind: "differs" };
  if (!shown.startsWith(first) || !shown.endsWith(last)) return { kind: "differs" };
  const end = shown.length - last.length;
  const values: string[] = [];
  let position = first.length;
  for (const fixed of rest) {
    const found = shown.indexOf(fixed, position);
    if (found < 0 || found + fixed.length > end) return { kind: "differs" };
    values.push(shown.slice(position, found));
    position = found + fixed.length;
  }
  values.push(shown.slice(position, end));
  return { kind: "filled", values };
}
