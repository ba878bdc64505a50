import { readMarkedText, type TextMark } from "../marked-text.ts";
import type { Inline } from "../page.ts";

/** Inline markup of reStructuredText (docutils.sourceforge.io, "reStructuredText Markup Specification", 2026-11). */
const marks: readonly TextMark[] = [
  { pattern: /``(?<text>[^`]+)``/, style: "code" },
  { pattern: /:(?:code|literal|samp|kbd|file|command):`(?<text>[^`]+)`/, style: "code" },
  { pattern: /:[\w:+-]+:`(?<text>[^`<]+?)\s*(?:<[^`>]*>)?`/, style: "plain" },
  { pattern: /`(?<text>[^`<]+?)\s*<(?<target>[^`>]+)>`__?/, style: "plain" },
  { pattern: /(?<![\w`])`(?<text>[^`\s](?:[^`]*[^`\s])?)`_{0,2}/, style: "plain" },
  { pattern: /\*\*(?<text>[^*\s](?:[^*]*[^*\s])?)\*\*/, style: "strong" },
  { pattern: /(?<![\w*])\*(?<text>[^*\s](?:[^*]*[^*\s])?)\*(?!\w)/, style: "emphasis" },
  { pattern: /\\(?<text>[^\s\w])/, style: "plain" },
];

/** The text `[start, end)` with reStructuredText's marks read; the name of a place that links lead to is no text. */
export function readRstText(source: string, start: number, end: number): Inline {
  const isTarget = /^\s*\.\. _[^:]+:\s*$/.test(source.slice(start, end));
  return readMarkedText(source, isTarget ? end : start, end, marks);
}
