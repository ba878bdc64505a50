import type { Inline, TextRun } from "./page.ts";
import { spanInInline, textOfInline } from "./page.ts";

/** The text `[start, end)` of a source as one plain run. */
export function plainInline(source: string, start: number, end: number): Inline {
  const span = { start, end };
  const text = source.slice(start, end);
  return { runs: text === "" ? [] : [{ text, span, style: "plain", target: undefined }], span };
}

/** The part `[start, end)` of the text of `inline`. A run that is one piece stays whole in its place but not in its text. */
export function sliceInline(inline: Inline, start: number, end: number): Inline {
  const runs: TextRun[] = [];
  let at = 0;
  for (const run of inline.runs) {
    const from = Math.max(0, start - at);
    const to = Math.min(run.text.length, end - at);
    if (from < to) runs.push(partOfRun(run, from, to));
    at += run.text.length;
    if (at >= end) break;
  }
  return { runs, span: spanInInline(inline, start, Math.max(start, end)) };
}

function partOfRun(run: TextRun, from: number, to: number): TextRun {
  const isExact = run.text.length === run.span.end - run.span.start;
  const span = isExact ? { start: run.span.start + from, end: run.span.start + to } : run.span;
  return { ...run, text: run.text.slice(from, to), span };
}

/** `inline` without white space at its ends. */
export function trimInline(inline: Inline): Inline {
  const text = textOfInline(inline);
  const trimmed = text.trim();
  if (trimmed.length === text.length) return inline;
  const start = text.length - text.trimStart().length;
  return sliceInline(inline, start, start + trimmed.length);
}

/** The lines of `inline`, trimmed, empty ones left out. */
export function linesOfInline(inline: Inline): readonly Inline[] {
  const text = textOfInline(inline);
  if (!text.includes("\n")) return text.trim() === "" ? [] : [trimInline(inline)];
  const lines: Inline[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") lines.push(trimInline(sliceInline(inline, start, start + line.length)));
    start += line.length + 1;
  }
  return lines;
}

/** The text as people read it in a line: runs of white space are one space. */
export function flowingText(inline: Inline): string {
  return textOfInline(inline).replace(/\s+/g, " ").trim();
}

/** Several inlines as one, `separator` between them. */
export function joinInlines(parts: readonly Inline[], separator: string): Inline | undefined {
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const runs = parts.flatMap((part, index) => {
    if (index === 0) return part.runs;
    const place = { start: part.span.start, end: part.span.start };
    const between: TextRun = { text: separator, span: place, style: "plain", target: undefined };
    return [between, ...part.runs];
  });
  return { runs, span: { start: first.span.start, end: last.span.end } };
}
