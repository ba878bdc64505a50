import { hasReadableLength } from "../../../text/data-limits.ts";
import { ProblemCollector } from "../../../text/problem-collector.ts";
import { gridTableAt } from "../grid-tables.ts";
import { plainInline } from "../inline.ts";
import { LineReader } from "../line-reader.ts";
import type { Block, Inline, Page } from "../page.ts";
import { lineEnd, type SourceLine, sourceLines } from "../source-lines.ts";
import { readCsvTable } from "./rst-csv-table.ts";
import { readListTable } from "./rst-list-table.ts";
import { simpleTableAt } from "./rst-simple-table.ts";
import { readRstText } from "./rst-text.ts";

/** A page written in reStructuredText: sections, tables of all kinds, lists, fields, literal blocks. Never throws. */
export function readRestructuredText(source: string): Page {
  const problems = new ProblemCollector({ code: "page-syntax", length: source.length });
  const blocks = hasReadableLength(source, problems) ? blocksOf(source, sourceLines(source), []) : [];
  return { frontMatter: undefined, blocks, problems: problems.toList() };
}

/** How far blocks may be indented, which is how deep they may stand in each other; what is deeper is left out. */
const deepestIndent = 150;

/** `underlines` are the marks of section titles so far, the highest level first; they are found, not fixed. */
function blocksOf(source: string, lines: readonly SourceLine[], underlines: string[]): readonly Block[] {
  const first = lines.find(({ text }) => text.trim() !== "");
  if (first === undefined || indentOf(first.text) > deepestIndent) return [];
  const reader = new LineReader(lines);
  const blocks: Block[] = [];
  while (!reader.isAtEnd) {
    if (reader.peek().text.trim() === "") reader.take();
    else blocks.push(...blockAt(source, reader, underlines));
  }
  return blocks;
}

const listMark = /^\s*(?:[-*+•]|\(?(?:\d+|#|[a-z])[.)])\s+(?=\S)/;
const underline = /^([!-/:-@[-`{-~])\1{2,}\s*$/;

function blockAt(source: string, reader: LineReader, underlines: string[]): readonly Block[] {
  const { lines, at } = reader.place;
  const table = gridTableAt(source, lines, at, readRstText) ?? simpleTableAt(source, lines, at);
  if (table !== undefined) {
    reader.skipTo(table.span.end);
    return [table];
  }
  const heading = headingAt(source, reader, underlines);
  if (heading !== undefined) return [heading];
  const { text } = reader.peek();
  if (/^\s*\.\. /.test(text) || /^\s*\.\.\s*$/.test(text)) return directiveAt(source, reader, underlines);
  if (listMark.test(text)) return [listAt(source, reader, underlines)];
  if (/^\s*:[^:\s][^:]*:(?:\s|$)/.test(text)) return [fieldsAt(source, reader)];
  return paragraphAt(source, reader, underlines);
}

/** A title with a line of marks below it, perhaps one above it too. */
function headingAt(source: string, reader: LineReader, underlines: string[]): Block | undefined {
  const over = underline.exec(reader.peek().text)?.[1];
  const title = reader.peek(over === undefined ? 0 : 1);
  const under = underline.exec(reader.peek(over === undefined ? 1 : 2).text)?.[1];
  if (under === undefined || title.text.trim() === "" || (over === undefined && /^\s/.test(title.text)))
    return undefined;
  if (over !== undefined && over !== under) return undefined;
  const style = over === undefined ? under : over + under;
  if (!underlines.includes(style)) underlines.push(style);
  const first = reader.take();
  if (over !== undefined) reader.take();
  const last = reader.take();
  const content = readRstText(source, title.start, lineEnd(title));
  return {
    kind: "heading",
    level: underlines.indexOf(style) + 1,
    content,
    span: { start: first.start, end: lineEnd(last) },
  };
}

/** The lines below `first` that are indented deeper, blank ones among them. */
function bodyOf(reader: LineReader, indent: number): readonly SourceLine[] {
  const taken = reader.takeWhile(({ text }) => text.trim() === "" || indentOf(text) > indent);
  const end = taken.findLastIndex(({ text }) => text.trim() !== "") + 1;
  return taken.slice(0, end);
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function directiveAt(source: string, reader: LineReader, underlines: string[]): readonly Block[] {
  const line = reader.take();
  const body = bodyOf(reader, indentOf(line.text));
  const [, name = "", argument = ""] = /^\s*\.\. ([\w:-]+?)::\s*(.*)$/.exec(line.text) ?? [];
  if (name === "") return [];
  const argumentStart = line.start + line.text.lastIndexOf(argument);
  const title =
    argument === "" ? undefined : readRstText(source, argumentStart, argumentStart + argument.trimEnd().length);
  const span = { start: line.start, end: lineEnd(body.at(-1) ?? line) };
  const content = body.slice(body.findIndex(({ text }) => !/^\s*:[\w-]+:/.test(text)));
  const [first] = content.filter(({ text }) => text.trim() !== "");
  if (/^(?:code|code-block|sourcecode|highlight|literalinclude|parsed-literal)$/.test(name)) {
    if (first === undefined) return [];
    const language = argument.trim() === "" ? undefined : argument.trim().toLowerCase();
    return [{ kind: "code", language, content: plainInline(source, first.start, span.end), span }];
  }
  if (/list-table$/.test(name)) {
    const table = readListTable(source, { lines: body, caption: title, span });
    return table === undefined ? [] : [table];
  }
  if (/csv-table$/.test(name)) return readCsvTable(source, body, title);
  if (/^(?:image|figure|toctree|include|contents|raw|meta|index|math|only)$/.test(name)) return [];
  return [{ kind: "group", title, blocks: blocksOf(source, content, underlines), span }];
}

function listAt(source: string, reader: LineReader, underlines: string[]): Block {
  const indent = indentOf(reader.peek().text);
  const isOrdered = /^\s*\(?[\da-z#]/.test(reader.peek().text);
  const items: { content: Inline; blocks: readonly Block[]; span: { start: number; end: number } }[] = [];
  while (!reader.isAtEnd && listMark.test(reader.peek().text) && indentOf(reader.peek().text) === indent) {
    const line = reader.take();
    const body = bodyOf(reader, indent);
    const blank = body.findIndex(({ text }) => text.trim() === "" || listMark.test(text));
    const own = blank < 0 ? body : body.slice(0, blank);
    const rest = blank < 0 ? [] : body.slice(blank);
    const start = line.start + (listMark.exec(line.text)?.[0].length ?? 0);
    const content = readRstText(source, start, lineEnd(own.at(-1) ?? line));
    const end = lineEnd(body.at(-1) ?? line);
    items.push({ content, blocks: blocksOf(source, rest, underlines), span: { start: line.start, end } });
    reader.takeWhile(({ text }) => text.trim() === "");
  }
  return {
    kind: "list",
    isOrdered,
    items,
    span: { start: items[0]?.span.start ?? 0, end: items.at(-1)?.span.end ?? 0 },
  };
}

/** `:name: text` lines, as definitions. */
function fieldsAt(source: string, reader: LineReader): Block {
  const items: { terms: readonly Inline[]; blocks: readonly Block[]; span: { start: number; end: number } }[] = [];
  for (
    let match = fieldMark.exec(reader.peek().text);
    match !== null && !reader.isAtEnd;
    match = fieldMark.exec(reader.peek().text)
  ) {
    const line = reader.take();
    const body = bodyOf(reader, indentOf(line.text));
    const nameStart = line.start + line.text.indexOf(":") + 1;
    const term = readRstText(source, nameStart, nameStart + (match[1]?.length ?? 0));
    const end = lineEnd(body.at(-1) ?? line);
    const content = readRstText(source, line.start + match[0].length, end);
    const blocks: readonly Block[] =
      content.runs.length === 0 ? [] : [{ kind: "paragraph", content, span: content.span }];
    items.push({ terms: [term], blocks, span: { start: line.start, end } });
  }
  return { kind: "definitions", items, span: { start: items[0]?.span.start ?? 0, end: items.at(-1)?.span.end ?? 0 } };
}

const fieldMark = /^\s*:([^:\s][^:]*):(?=\s|$)/;

/** A paragraph; a line followed by deeper ones is a term with its definition; `::` at the end announces literal text. */
function paragraphAt(source: string, reader: LineReader, underlines: string[]): readonly Block[] {
  const first = reader.peek();
  const indent = indentOf(first.text);
  const next = reader.peek(1);
  if (next.text.trim() !== "" && indentOf(next.text) > indent && !/::\s*$/.test(first.text)) {
    reader.take();
    const body = bodyOf(reader, indent);
    const span = { start: first.start, end: lineEnd(body.at(-1) ?? first) };
    const item = {
      terms: [readRstText(source, first.start, lineEnd(first))],
      blocks: blocksOf(source, body, underlines),
      span,
    };
    return [{ kind: "definitions", items: [item], span }];
  }
  const lines = reader.takeWhile(({ text }) => text.trim() !== "" && indentOf(text) >= indent);
  const last = lines.at(-1) ?? reader.take();
  const content = readRstText(source, first.start, lineEnd(last));
  const paragraph: Block = { kind: "paragraph", content, span: content.span };
  if (!/::\s*$/.test(last.text)) return [paragraph];
  const body = bodyOf(reader, indent);
  const [code] = body.filter(({ text }) => text.trim() !== "");
  if (code === undefined) return [paragraph];
  const end = lineEnd(body.at(-1) ?? code);
  return [
    paragraph,
    {
      kind: "code",
      language: undefined,
      content: plainInline(source, code.start, end),
      span: { start: code.start, end },
    },
  ];
}
