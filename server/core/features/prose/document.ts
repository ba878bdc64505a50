/**
 * A short text for people before it becomes Markdown or plain text: hovers, completion docs, `explain` and the list of
 * catalogs are all made of it, so that they share their wording.
 */

export type Inline =
  /** Words, ours or a catalog's: always shown as they are, never as markup. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  /** Words and codes that read together, in the direction of the words. */
  | { readonly kind: "phrase"; readonly children: readonly Inline[] }
  /** What follows is named by it: `Do`, `Retry`. */
  | { readonly kind: "label"; readonly text: string }
  | { readonly kind: "strong"; readonly children: readonly Inline[] }
  | { readonly kind: "emphasis"; readonly children: readonly Inline[] }
  | { readonly kind: "link"; readonly uri: string; readonly children: readonly Inline[] };

export type Line = readonly Inline[];

export type Block =
  /** Lines of one paragraph; each stays a line. */
  | { readonly kind: "lines"; readonly lines: readonly Line[] }
  /** Numbered from 1. */
  | { readonly kind: "list"; readonly items: readonly Line[] }
  | { readonly kind: "rule" };

export type Prose = readonly Block[];

/** Plain words. */
export function text(value: string): Inline {
  return { kind: "text", text: value };
}

/** A code, a name, a path: exactly as written. */
export function code(value: string | number): Inline {
  return { kind: "code", text: String(value) };
}

/** Words that stand out. */
export function strong(...children: readonly Inline[]): Inline {
  return { kind: "strong", children };
}

/** The title of a catalog. */
export function emphasis(...children: readonly Inline[]): Inline {
  return { kind: "emphasis", children };
}

/** A link; `uri` must be http, https or a place that the program itself made. */
export function link(uri: string, label: string): Inline {
  return { kind: "link", uri, children: [text(label)] };
}

/** A phrase in which a pair of backticks marks code, as people write it in catalogs; a lone backtick is just shown. */
export function phrase(value: string): Inline {
  const children: Inline[] = [];
  let position = 0;
  for (const match of value.matchAll(/(?<!`)`([^`]+)`(?!`)/gu)) {
    if (match.index > position) children.push(text(value.slice(position, match.index)));
    children.push(code(match[1] ?? ""));
    position = match.index + match[0].length;
  }
  if (position < value.length) children.push(text(value.slice(position)));
  return { kind: "phrase", children };
}

/** The parts with `separator` between them; empty parts are left out. */
export function joined(parts: readonly Line[], separator: string): Line {
  const result: Inline[] = [];
  for (const part of parts) {
    if (part.length === 0) continue;
    if (result.length > 0) result.push(text(separator));
    result.push(...part);
  }
  return result;
}

/** A line that says first what it is about: `Here: …`. */
export function titled(label: string, ...rest: Line): Line {
  return [strong(text(`${label}:`)), text(" "), ...rest];
}
