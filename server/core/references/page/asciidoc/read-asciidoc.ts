import { hasReadableLength } from "../../../text/data-limits.ts";
import { ProblemCollector } from "../../../text/problem-collector.ts";
import { plainInline } from "../inline.ts";
import { LineReader } from "../line-reader.ts";
import type { Block, Inline, Page } from "../page.ts";
import { lineEnd, type SourceLine, sourceLines } from "../source-lines.ts";
import { readAsciidocTable } from "./asciidoc-table.ts";
import { readAsciidocText } from "./asciidoc-text.ts";

/** A page written in AsciiDoc: sections, tables, lists, listings; what else there is becomes paragraphs. Never throws. */
export function readAsciidoc(source: string): Page {
  const problems = new ProblemCollector({ code: "page-syntax", length: source.length });
  const blocks = hasReadableLength(source, problems) ? blocksOf(source, sourceLines(source), 0) : [];
  return { frontMatter: undefined, blocks, problems: problems.toList() };
}

/** What stands above a block: attributes in brackets, a title after a dot. */
interface Lead {
  readonly attributes: string;
  readonly title: Inline | undefined;
}

const noLead: Lead = { attributes: "", title: undefined };

/** How deep blocks stand in blocks; what stands deeper is left out. */
const deepest = 50;

function blocksOf(source: string, lines: readonly SourceLine[], depth: number): readonly Block[] {
  const reader = new LineReader(lines);
  const blocks: Block[] = [];
  let lead = noLead;
  while (!reader.isAtEnd) {
    const { text, start } = reader.peek();
    const attributes = /^\[([^\]]*(?:"[^"]*"[^\]]*)*)\]\s*$/.exec(text)?.[1];
    if (attributes !== undefined) lead = { ...lead, attributes: `${lead.attributes} ${attributes}` };
    else if (/^\.[^\s.]/.test(text))
      lead = { ...lead, title: readAsciidocText(source, start + 1, start + text.length) };
    else if (text.trim() !== "" && !/^\/\/(?!\/)|^:[\w-]+!?:/.test(text)) {
      const block = blockAt(source, reader, { lead, depth });
      if (block !== undefined) blocks.push(block);
      lead = noLead;
      continue;
    } else if (text.trim() === "") lead = { ...lead, attributes: "" };
    reader.take();
  }
  return blocks;
}

/** Where a block stands. */
interface Place {
  readonly lead: Lead;
  readonly depth: number;
}

function blockAt(source: string, reader: LineReader, place: Place): Block | undefined {
  const { text, start } = reader.peek();
  const heading = /^(={1,6}|#{1,6}) +\S/.exec(text)?.[1];
  if (heading !== undefined) {
    const line = reader.take();
    const content = readAsciidocText(source, start + heading.length, lineEnd(line));
    return { kind: "heading", level: heading.length, content, span: { start, end: lineEnd(line) } };
  }
  const fence = /^(?:[|!,:]={3,}|-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|\/{4,}|`{3,}|--)\s*\w*\s*$/.exec(text)?.[0];
  if (fence !== undefined) return fencedAt(source, reader, place, fence.trim());
  if (listMark.test(text)) return listAt(source, reader);
  if (definitionMark.test(text)) return definitionsAt(source, reader);
  const lines = reader.takeWhile((line) => line.text.trim() !== "" && !isBlockStart(line.text));
  const last = lines.at(-1) ?? reader.take();
  const content = readAsciidocText(source, start, lineEnd(last));
  return content.runs.length === 0 ? undefined : { kind: "paragraph", content, span: content.span };
}

const listMark = /^\s*(?:[*-]+|\.+|\d+\.) +(?=\S)/;
const definitionMark = /^\s*(?<term>\S.*?)(?:::+|;;)(?=\s|$)/;

function isBlockStart(line: string): boolean {
  return /^(?:={1,6} +\S|[|!,:]={3,}\s*$|-{4,}\s*$|\.{4,}\s*$|\[[^\]]*\]\s*$|\+\s*$)/.test(line) || listMark.test(line);
}

/** What stands between two equal lines of marks: a table, a listing, or blocks again. */
function fencedAt(source: string, reader: LineReader, { lead, depth }: Place, fence: string): Block | undefined {
  const open = reader.take();
  const mark = /^\W+/.exec(fence)?.[0] ?? fence;
  const lines = reader.takeWhile((line) => line.text.trimEnd() !== mark);
  const close = reader.isAtEnd ? (lines.at(-1) ?? open) : reader.take();
  const span = { start: open.start, end: lineEnd(close) };
  if (/^[|!]=/.test(mark))
    return readAsciidocTable(source, { lines, attributes: lead.attributes, caption: lead.title, span });
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined || mark.startsWith("/")) return undefined;
  if (/^[-.`+]/.test(mark) && mark !== "--") {
    const language = (/source\s*,\s*(\w+)/.exec(lead.attributes)?.[1] ?? /\w+$/.exec(fence)?.[0])?.toLowerCase();
    return { kind: "code", language, content: plainInline(source, first.start, lineEnd(last)), span };
  }
  const blocks = depth < deepest ? blocksOf(source, lines, depth + 1) : [];
  return { kind: "group", title: lead.title, blocks, span };
}

function listAt(source: string, reader: LineReader): Block {
  const lines = reader.takeWhile(({ text }) => listMark.test(text) || (text.trim() !== "" && !isBlockStart(text)));
  const groups: SourceLine[][] = [];
  for (const line of lines) {
    if (listMark.test(line.text) || groups.length === 0) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  const items = groups.flatMap((group) => {
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) return [];
    const start = first.start + (listMark.exec(first.text)?.[0].length ?? 0);
    const content = readAsciidocText(source, start, lineEnd(last));
    return [{ content, blocks: [], span: { start: first.start, end: lineEnd(last) } }];
  });
  const span = { start: items[0]?.span.start ?? 0, end: items.at(-1)?.span.end ?? 0 };
  return { kind: "list", isOrdered: /^\s*(?:\.|\d)/.test(lines[0]?.text ?? ""), items, span };
}

function definitionsAt(source: string, reader: LineReader): Block {
  const items: { terms: Inline[]; blocks: Block[]; span: { start: number; end: number } }[] = [];
  while (!reader.isAtEnd && definitionMark.test(reader.peek().text)) {
    const line = reader.take();
    const match = definitionMark.exec(line.text);
    const termStart = line.start + line.text.indexOf(match?.groups?.term ?? "");
    const term = readAsciidocText(source, termStart, termStart + (match?.groups?.term?.length ?? 0));
    const more = reader.takeWhile(
      ({ text }) => text.trim() !== "" && !definitionMark.test(text) && !isBlockStart(text),
    );
    const end = lineEnd(more.at(-1) ?? line);
    const content = readAsciidocText(source, line.start + (match?.[0].length ?? 0), end);
    items.push({
      terms: [term],
      blocks: content.runs.length === 0 ? [] : [{ kind: "paragraph", content, span: content.span }],
      span: { start: line.start, end },
    });
    reader.takeWhile(({ text }) => text.trim() === "");
  }
  return { kind: "definitions", items, span: { start: items[0]?.span.start ?? 0, end: items.at(-1)?.span.end ?? 0 } };
}
