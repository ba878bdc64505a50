/**
 * A page of documentation, whatever it is written in: blocks in the order of the text, every piece of visible text with
 * its place. Markdown, HTML, reStructuredText, AsciiDoc, CSV and plain text all become this, so that what a table or a
 * heading says about errors is understood in one place only.
 */
import type { DataNode } from "../../text/data-node.ts";
import type { Problem } from "../../text/problem.ts";
import type { Span } from "../../text/span.ts";

export interface Page {
  /** The data in front of the text, between two lines of dashes; undefined where there is none. */
  readonly frontMatter: DataNode | undefined;
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

export type Block = Heading | Paragraph | Table | List | DefinitionList | CodeBlock | Group;

/** A heading stands before what belongs to it: sections are told by levels. */
export interface Heading {
  readonly kind: "heading";
  /** 1 is the highest. */
  readonly level: number;
  readonly content: Inline;
  readonly span: Span;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly content: Inline;
  readonly span: Span;
}

export interface Table {
  readonly kind: "table";
  readonly caption: Inline | undefined;
  /** The row of column titles; undefined where the table has none. */
  readonly header: TableRow | undefined;
  readonly rows: readonly TableRow[];
  readonly span: Span;
}

export interface TableRow {
  /** A cell that spans columns or rows is repeated in each place that it covers: rows are as wide as the table. */
  readonly cells: readonly TableCell[];
  readonly span: Span;
}

export interface TableCell {
  readonly content: Inline;
  /** Whether the cell covers this place from a row above, so that what it says was said there already. */
  readonly isContinued: boolean;
  readonly span: Span;
}

export interface List {
  readonly kind: "list";
  readonly isOrdered: boolean;
  readonly items: readonly ListItem[];
  readonly span: Span;
}

export interface ListItem {
  /** The item's own line or lines. */
  readonly content: Inline;
  /** Nested lists, paragraphs, tables. */
  readonly blocks: readonly Block[];
  readonly span: Span;
}

export interface DefinitionList {
  readonly kind: "definitions";
  readonly items: readonly {
    readonly terms: readonly Inline[];
    readonly blocks: readonly Block[];
    readonly span: Span;
  }[];
  readonly span: Span;
}

export interface CodeBlock {
  readonly kind: "code";
  /** What the fence says the language is, in lower case; undefined where it says nothing. */
  readonly language: string | undefined;
  /** The code itself, indentation of the block taken off. */
  readonly content: Inline;
  readonly span: Span;
}

/** A quotation, an admonition, a tab, an expandable part: blocks with, at most, a title. */
export interface Group {
  readonly kind: "group";
  readonly title: Inline | undefined;
  readonly blocks: readonly Block[];
  readonly span: Span;
}

/** Text as people read it, markup and escapes gone, in runs that know their places. */
export interface Inline {
  readonly runs: readonly TextRun[];
  readonly span: Span;
}

/**
 * A piece of text. Where `text` is as long as `span`, every character stands at its own offset; otherwise (an entity, an
 * escape, a line break) the run is one piece.
 */
export interface TextRun {
  readonly text: string;
  readonly span: Span;
  readonly style: "plain" | "code" | "strong" | "emphasis" | "struck";
  /** Where the text leads, if it is a link. */
  readonly target: string | undefined;
}

/** The whole text of `inline`; line breaks inside are `\n`. */
export function textOfInline({ runs }: Inline): string {
  return runs.map(({ text }) => text).join("");
}

/** Where the characters `[start, end)` of the text of `inline` stand in the source. */
export function spanInInline(inline: Inline, start: number, end: number): Span {
  let at = 0;
  let first: number | undefined;
  let last = inline.span.end;
  for (const { text, span } of inline.runs) {
    const next = at + text.length;
    const isExact = text.length === span.end - span.start;
    if (first === undefined && start < next) first = isExact ? span.start + (start - at) : span.start;
    if (end <= next) {
      last = isExact ? span.start + Math.max(0, end - at) : span.end;
      break;
    }
    at = next;
  }
  return { start: first ?? inline.span.start, end: Math.max(last, first ?? inline.span.start) };
}
