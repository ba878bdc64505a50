import { ProblemCollector } from "../../text/problem-collector.ts";
import { drawnTables } from "./drawn-tables.ts";
import { plainInline } from "./inline.ts";
import { isReadableMarkdown } from "./markdown-bounds.ts";
import type { Block, Inline, Page, TextRun } from "./page.ts";
import { lineEnd, type SourceLine, sourceLines } from "./source-lines.ts";

/**
 * A page without markup. A line that ends with a status in brackets is a heading, one that begins with a code the lower
 * one; lines from a lone bracket to its partner are code; tables may be drawn. Other lines are paragraphs.
 */
export function readPlainText(source: string): Page {
  const problems = new ProblemCollector({ code: "page-syntax", length: source.length });
  const lines = sourceLines(source);
  if (!isReadableMarkdown(source, lines, problems)) {
    return { frontMatter: undefined, blocks: [], problems: problems.toList() };
  }
  const tables = drawnTables(source, lines);
  const blocks: Block[] = [];
  let resume = 0;
  for (const [index, line] of lines.entries()) {
    if (line.start < resume || line.text.trim() === "") continue;
    const table = tables.find(({ span }) => span.start <= line.start && line.start < span.end);
    if (table !== undefined) {
      blocks.push(table);
      resume = table.span.end;
      continue;
    }
    const block = bodyAt(source, lines, index) ?? headingAt(source, line) ?? titleAt(source, lines, index);
    if (block === undefined) addLine(blocks, source, line, lines[index - 1]);
    else blocks.push(block);
    resume = block?.span.end ?? lineEnd(line);
  }
  return { frontMatter: undefined, blocks, problems: problems.toList() };
}

/** Lines that one body may have. */
const maximumBodyLines = 500;

function bodyAt(source: string, lines: readonly SourceLine[], at: number): Block | undefined {
  const first = lines[at];
  if (first === undefined || !/^\s*[{[]\s*$/.test(first.text)) return undefined;
  let depth = 0;
  for (const line of lines.slice(at, at + maximumBodyLines)) {
    const plain = line.text.replace(/"(?:[^"\\]|\\.)*"/g, "");
    depth += (plain.match(/[{[]/g)?.length ?? 0) - (plain.match(/[}\]]/g)?.length ?? 0);
    if (depth > 0) continue;
    const span = { start: first.start, end: lineEnd(line) };
    return { kind: "code", language: undefined, content: plainInline(source, span.start, span.end), span };
  }
  return undefined;
}

function headingAt(source: string, line: SourceLine): Block | undefined {
  const match =
    /^\s*(\S.{0,118}?)\s*[([（]\s*(?:HTTP\s*)?[1-5](?:\d\d|xx)(?:\s*[,/]\s*[1-5]\d\d)*\s*[)\]）]\s*:?\s*$/i.exec(
      line.text,
    );
  if (match === null) return undefined;
  const isCode =
    /^[A-Z][A-Z0-9]*(?:[_.-][A-Z0-9]+)*(?:\s*,\s*[A-Z][A-Z0-9_.-]*)*$|^-?\d{3,}$|^[\w.-]*[_\d][\w.-]*$/.test(
      match[1] ?? "",
    );
  return { kind: "heading", level: isCode ? 3 : 2, ...placedText(source, line) };
}

/** A short line right above the heading of a code heads a section, if it is neither a sentence nor a part of one. */
function titleAt(source: string, lines: readonly SourceLine[], at: number): Block | undefined {
  const line = lines[at];
  const next = lines[at + 1];
  if (line === undefined || next === undefined || !/^\p{Lu}[^.:;!?…。]{0,70}$/u.test(line.text.trim()))
    return undefined;
  const below = headingAt(source, next);
  if (below?.kind !== "heading" || below.level !== 3) return undefined;
  return { kind: "heading", level: 2, ...placedText(source, line) };
}

/** A line goes on the paragraph before it, unless a blank line or another block stands between. */
function addLine(blocks: Block[], source: string, line: SourceLine, before: SourceLine | undefined): void {
  const { content, span } = placedText(source, line);
  const last = blocks.at(-1);
  if (
    last?.kind === "paragraph" &&
    before !== undefined &&
    before.start <= last.span.end &&
    before.text.trim() !== ""
  ) {
    const whole = { start: last.span.start, end: span.end };
    blocks[blocks.length - 1] = { kind: "paragraph", content: plainLines(source, whole.start, whole.end), span: whole };
  } else blocks.push({ kind: "paragraph", content, span });
}

/** Several lines of the source as one text; CRLF is one line break. */
function plainLines(source: string, start: number, end: number): Inline {
  const runs: TextRun[] = [];
  let at = start;
  const add = (text: string, from: number, to: number): void => {
    if (text !== "") runs.push({ text, span: { start: from, end: to }, style: "plain", target: undefined });
  };
  for (const { 0: written, index } of source.slice(start, end).matchAll(/\r\n?/g)) {
    add(source.slice(at, start + index), at, start + index);
    at = start + index + written.length;
    add("\n", start + index, at);
  }
  add(source.slice(at, end), at, end);
  return { runs, span: { start, end } };
}

function placedText(source: string, line: SourceLine): { readonly content: Inline; readonly span: Inline["span"] } {
  const text = line.text.trimEnd();
  const start = line.start + (text.length - text.trimStart().length);
  const span = { start, end: line.start + text.length };
  return { content: plainInline(source, span.start, span.end), span };
}
