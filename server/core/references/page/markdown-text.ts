import { markdownGrammar } from "./markdown-grammar.ts";
import { readMarkdownInline } from "./markdown-inline.ts";
import type { Inline } from "./page.ts";

/** Put before a piece of text so that nothing in it is taken for a block. */
const lead = "x ";

/** The text `[start, end)` of `source`, a line or a part of one, with its Markdown marks read. */
export function readMarkdownText(source: string, start: number, end: number): Inline {
  const text = source.slice(start, end);
  const leading = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const from = start + leading;
  const span = { start: from, end: from + trimmed.length };
  if (!marks.test(trimmed)) {
    return { runs: trimmed === "" ? [] : [{ text: trimmed, span, style: "plain", target: undefined }], span };
  }
  const written = lead + trimmed;
  const paragraph = markdownGrammar.parse(written).topNode.firstChild;
  if (paragraph === null) return { runs: [], span };
  const shift = from - lead.length;
  const { runs } = readMarkdownInline(written, paragraph, lead.length, written.length);
  const moved = runs.map((run) => ({
    ...run,
    span: { start: run.span.start + shift, end: run.span.end + shift },
  }));
  return { runs: moved, span };
}

const marks = /[\\`*_<&[~:]|www\./;
