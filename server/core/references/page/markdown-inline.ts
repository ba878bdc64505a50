import type { SyntaxNode, SyntaxNodeRef, TreeCursor } from "@lezer/common";
import type { Inline, TextRun } from "./page.ts";
import { readEntity } from "./read-entity.ts";

/** The inline content of `node`, a leaf block of a Markdown tree, between `start` and `end`. */
export function readMarkdownInline(source: string, node: SyntaxNode, start: number, end: number): Inline {
  const reader = new InlineReader(source, start, end);
  const cursor = node.cursor();
  if (cursor.firstChild()) reader.readSiblings(cursor, "plain", undefined);
  return reader.finish();
}

type Style = TextRun["style"];

/** Collects runs from left to right: what no node covers is plain text. */
class InlineReader {
  readonly #source: string;
  readonly #end: number;
  readonly #start: number;
  readonly #runs: TextRun[] = [];
  /** Styles that HTML tags have opened. */
  readonly #tagStyles: { readonly name: string; readonly style: Style }[] = [];
  #at: number;

  constructor(source: string, start: number, end: number) {
    this.#source = source;
    this.#start = start;
    this.#end = end;
    this.#at = start;
  }

  finish(): Inline {
    this.#plainUntil(this.#end, "plain", undefined);
    return { runs: this.#runs, span: { start: this.#start, end: this.#end } };
  }

  /** Reads the node at the cursor and those after it; leaves the cursor on the last one. */
  readSiblings(cursor: TreeCursor, style: Style, target: string | undefined): void {
    do {
      if (cursor.from >= this.#end) return;
      if (cursor.to <= this.#at) continue;
      this.#plainUntil(cursor.from, style, target);
      this.#readNode(cursor, style, target);
    } while (cursor.nextSibling());
  }

  #readNode(cursor: TreeCursor, style: Style, target: string | undefined): void {
    const { name, from, to } = cursor;
    switch (name) {
      case "Escape":
        this.#piece(this.#source.slice(from + 1, to), from, to, style, target);
        break;
      case "Entity":
        this.#piece(readEntity(this.#source.slice(from, to)), from, to, style, target);
        break;
      case "HardBreak":
        this.#piece("\n", from, to, style, target);
        break;
      case "InlineCode":
        this.#code(cursor, style === "struck" ? style : "code", target);
        break;
      case "Emphasis":
        this.#inside(cursor, style === "plain" ? "emphasis" : style, target);
        break;
      case "StrongEmphasis":
        this.#inside(cursor, style === "struck" ? style : "strong", target);
        break;
      case "Strikethrough":
        this.#inside(cursor, "struck", target);
        break;
      case "Link":
        this.#link(cursor, style);
        break;
      case "Autolink":
        this.#inside(cursor, style, this.#source.slice(from + 1, to - 1));
        break;
      case "URL":
        this.#run(from, to, style, target ?? this.#source.slice(from, to));
        break;
      case "HTMLTag":
        this.#tag(cursor);
        break;
      case "TaskMarker":
      case "HeaderMark":
      case "EmphasisMark":
      case "StrikethroughMark":
      case "LinkMark":
      case "LinkTitle":
      case "LinkLabel":
      case "CodeMark":
      case "QuoteMark":
      case "Image":
      case "Comment":
      case "ProcessingInstruction":
      case "TableDelimiter":
        this.#at = to;
        break;
      default:
        this.#inside(cursor, style, target);
    }
  }

  #inside(cursor: TreeCursor, style: Style, target: string | undefined): void {
    const end = Math.min(cursor.to, this.#end);
    if (cursor.firstChild()) {
      this.readSiblings(cursor, style, target);
      cursor.parent();
    }
    this.#plainUntil(end, style, target);
  }

  #code(cursor: TreeCursor, style: Style, target: string | undefined): void {
    const { from, to } = cursor;
    const marks = /^`+/.exec(this.#source.slice(from, to))?.[0].length ?? 1;
    let [start, end] = [from + marks, to - marks];
    const text = this.#source.slice(start, end);
    if (text.startsWith(" ") && text.endsWith(" ") && text.trim() !== "") [start, end] = [start + 1, end - 1];
    this.#at = start;
    for (const { index } of this.#source.slice(start, end).matchAll(/\\\|/g)) {
      this.#run(this.#at, start + index, style, target);
      this.#piece("|", start + index, start + index + 2, style, target);
    }
    this.#run(this.#at, end, style, target);
    this.#at = to;
  }

  #link(cursor: TreeCursor, style: Style): void {
    const { from, to } = cursor;
    const written = this.#source.slice(from, to);
    if (written.startsWith("[^")) {
      this.#at = to;
      return;
    }
    const address = cursor.node.getChild("URL");
    const label = cursor.node.getChild("LinkLabel");
    const marks = cursor.node.getChildren("LinkMark");
    // Brackets that lead nowhere are text: `[1001]` as people write it.
    if (address === null && label === null) {
      this.#plainUntil(from + 1, style, undefined);
      this.#insideText(cursor, from + 1, to - 1, style, undefined, to);
      return;
    }
    const target = address === null ? undefined : this.#source.slice(address.from, address.to);
    this.#insideText(cursor, from + 1, marks[1]?.from ?? to, style, target);
    this.#at = to;
  }

  #insideText(
    cursor: TreeCursor,
    start: number,
    end: number,
    style: Style,
    target: string | undefined,
    plainEnd?: number,
  ): void {
    this.#at = start;
    if (cursor.firstChild()) {
      do {
        if (cursor.from >= end) break;
        if (cursor.to <= this.#at || cursor.name === "LinkMark") continue;
        this.#plainUntil(cursor.from, style, target);
        this.#readNode(cursor, style, target);
      } while (cursor.nextSibling());
      cursor.parent();
    }
    this.#plainUntil(plainEnd ?? end, style, target);
  }

  #tag({ from, to }: SyntaxNodeRef): void {
    const [, closing, written] = /^<(\/?)([A-Za-z][\w.-]*)/.exec(this.#source.slice(from, to)) ?? [];
    const name = written?.toLowerCase() ?? "";
    this.#at = to;
    if (breakingTags.has(name) && (name === "br" || closing === "")) this.#break(from, to);
    const style = tagStyles.get(name);
    if (style === undefined) return;
    if (closing === "") this.#tagStyles.push({ name, style });
    else if (this.#tagStyles.at(-1)?.name === name) this.#tagStyles.pop();
  }

  #break(from: number, to: number): void {
    const last = this.#runs.at(-1);
    if (last === undefined || last.text.endsWith("\n")) return;
    this.#runs.push({ text: "\n", span: { start: from, end: to }, style: "plain", target: undefined });
  }

  #plainUntil(end: number, style: Style, target: string | undefined): void {
    if (end > this.#at) this.#run(this.#at, Math.min(end, this.#end), style, target);
  }

  /** Text as it stands in the source. */
  #run(from: number, to: number, style: Style, target: string | undefined): void {
    const text = this.#source.slice(from, to);
    if (text.includes("\r")) this.#withBreaks(from, to, style, target);
    else if (text !== "") this.#piece(text, from, to, style, target);
    this.#at = Math.max(this.#at, to);
  }

  #withBreaks(from: number, to: number, style: Style, target: string | undefined): void {
    let at = from;
    for (const { 0: written, index } of this.#source.slice(from, to).matchAll(/\r\n?/g)) {
      if (from + index > at) this.#run(at, from + index, style, target);
      at = from + index + written.length;
      this.#piece("\n", from + index, at, style, target);
    }
    if (at < to) this.#run(at, to, style, target);
  }

  #piece(text: string, start: number, end: number, style: Style, target: string | undefined): void {
    const shown = style === "plain" ? (this.#tagStyles.at(-1)?.style ?? style) : style;
    this.#runs.push({ text, span: { start, end }, style: shown, target });
    this.#at = Math.max(this.#at, end);
  }
}

const breakingTags: ReadonlySet<string> = new Set(["br", "p", "li", "div", "ul", "ol", "tr", "dd", "dt", "summary"]);

const tagStyles: ReadonlyMap<string, Style> = new Map([
  ["code", "code"],
  ["kbd", "code"],
  ["tt", "code"],
  ["samp", "code"],
  ["b", "strong"],
  ["strong", "strong"],
  ["i", "emphasis"],
  ["em", "emphasis"],
  ["s", "struck"],
  ["del", "struck"],
]);
