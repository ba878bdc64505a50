import type { Prose } from "./document.ts";
import { toMarkdown } from "./markdown.ts";
import { toPlainText } from "./plain.ts";

/** One short text in both forms: clients without Markdown, and terminals, show the second. */
export interface Rendered {
  readonly markdown: string;
  readonly text: string;
}

export function rendered(prose: Prose): Rendered {
  return { markdown: toMarkdown(prose), text: toPlainText(prose) };
}
