import type { SyntaxNode } from "@lezer/common";
import { withContinuedTables } from "./continued-tables.ts";
import { definitionsAmong } from "./definition-paragraphs.ts";
import { foldFrames } from "./fold-frames.ts";
import { type FrameMark, readFrameMark } from "./frame-marks.ts";
import { readHtmlBlocks } from "./html-blocks.ts";
import { trimInline } from "./inline.ts";
import { moduleLine } from "./markdown-components.ts";
import { readMarkdownInline } from "./markdown-inline.ts";
import { readMarkdownTable } from "./markdown-table.ts";
import {
  type Block,
  type CodeBlock,
  type Heading,
  type Inline,
  type ListItem,
  type TextRun,
  textOfInline,
} from "./page.ts";

/** The blocks beneath `parent` in a Markdown tree. The grammar's bounds keep the recursion shallow. */
export function readMarkdownBlocks(source: string, parent: SyntaxNode): readonly Block[] {
  const items: (Block | FrameMark)[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) items.push(...readBlock(source, node));
  return definitionsAmong(withContinuedTables(source, foldFrames(items, parent.to)));
}

function readBlock(source: string, node: SyntaxNode): readonly (Block | FrameMark)[] {
  const { name, from, to } = node;
  const span = { start: from, end: to };
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(name);
  if (heading !== null) return [readHeading(source, node, Number(heading[1]))];
  switch (name) {
    case "Paragraph":
    case "Task":
      return readParagraph(source, node);
    case "Table":
      return readMarkdownTable(source, node);
    case "FencedCode":
    case "CodeBlock":
      return [readCode(source, node)];
    case "BulletList":
    case "OrderedList":
      return [{ kind: "list", isOrdered: name === "OrderedList", items: readItems(source, node), span }];
    case "Blockquote":
      return [{ kind: "group", title: undefined, blocks: readMarkdownBlocks(source, node), span }];
    case "HTMLBlock":
      return readHtmlBlocks(source, from, to);
    case "FrameLine":
      return [readFrameMark(source, from, to)];
    default:
      return [];
  }
}

function readHeading(source: string, node: SyntaxNode, level: number): Heading {
  const content = trimInline(readMarkdownInline(source, node, node.from, node.to));
  return { kind: "heading", level, content: withoutAttributes(content), span: { start: node.from, end: node.to } };
}

/** Kramdown's and pandoc's attributes behind a heading, `{#id .class key=value}`, are not text; a placeholder `{0}` is. */
function withoutAttributes(content: Inline): Inline {
  const last = content.runs.at(-1);
  if (last === undefined || last.style === "code") return content;
  const match = /\s*\{:?\s*(?:[#.][^{}]*|[\w-]+=[^{}]*)\}\s*$/.exec(last.text);
  if (match === null || last.text.length !== last.span.end - last.span.start) return content;
  const text = last.text.slice(0, match.index);
  const end = last.span.start + text.length;
  const runs = content.runs.slice(0, -1);
  return {
    runs: text === "" ? runs : [...runs, { ...last, text, span: { start: last.span.start, end } }],
    span: { start: content.span.start, end },
  };
}

function readParagraph(source: string, node: SyntaxNode): readonly Block[] {
  const written = source.slice(node.from, node.to);
  if (/^(?:import|export)\s/.test(written) && moduleLine.test(written.split("\n", 1)[0] ?? "")) return [];
  if (/^\{(?::[^{}]*|\/\*[\s\S]*\*\/)\}$/.test(written)) return [];
  const content = trimInline(readMarkdownInline(source, node, node.from, node.to));
  return content.runs.length === 0 ? [] : [{ kind: "paragraph", content, span: { start: node.from, end: node.to } }];
}

function readItems(source: string, list: SyntaxNode): readonly ListItem[] {
  return list.getChildren("ListItem").map((item) => {
    const blocks = readMarkdownBlocks(source, item);
    const span = { start: item.from, end: item.to };
    const [first, ...rest] = blocks;
    if (first?.kind === "paragraph") return { content: first.content, blocks: rest, span };
    return { content: { runs: [], span: { start: item.from, end: item.from } }, blocks, span };
  });
}

function readCode(source: string, node: SyntaxNode): CodeBlock {
  const info = node.getChild("CodeInfo");
  const language =
    info === null
      ? undefined
      : /^[\w#+.-]+/.exec(source.slice(info.from, info.to).replace(/^\{\s*\.?/, ""))?.[0].toLowerCase();
  const runs: TextRun[] = [];
  for (const { from, to } of node.getChildren("CodeText")) {
    const previous = runs.at(-1);
    const span = { start: from, end: to };
    // Indentation of the block lies between two pieces and is not text.
    if (previous !== undefined && previous.span.end < from && !previous.text.endsWith("\n")) {
      runs.push({ text: "\n", span: { start: previous.span.end, end: from }, style: "code", target: undefined });
    }
    runs.push({ text: source.slice(from, to), span, style: "code", target: undefined });
  }
  const start = runs[0]?.span.start ?? node.from;
  const content: Inline = { runs, span: { start, end: Math.max(start, runs.at(-1)?.span.end ?? start) } };
  return {
    kind: "code",
    language,
    content: textOfInline(content) === "" ? { ...content, runs: [] } : content,
    span: { start: node.from, end: node.to },
  };
}
