import { ProblemCollector } from "../../text/problem-collector.ts";
import type { Span } from "../../text/span.ts";
import { drawnTables } from "./drawn-tables.ts";
import { readMarkdownBlocks } from "./markdown-blocks.ts";
import { isReadableMarkdown } from "./markdown-bounds.ts";
import { markdownGrammar, unindentedGrammar } from "./markdown-grammar.ts";
import type { Block, Page, Table } from "./page.ts";
import { readFrontMatter } from "./read-front-matter.ts";
import { blanked, type SourceLine, sourceLines } from "./source-lines.ts";

export interface MarkdownOptions {
  /** Whether the text is MDX: blocks may be indented in components. */
  readonly isMdx?: boolean;
}

/** A page written in Markdown or MDX. Never throws; what is beyond the bounds of a text file is a problem. */
export function readMarkdown(source: string, options: MarkdownOptions = {}): Page {
  const problems = new ProblemCollector({ code: "page-syntax", length: source.length });
  const lines = sourceLines(source);
  if (!isReadableMarkdown(source, lines, problems)) {
    return { frontMatter: undefined, blocks: [], problems: problems.toList() };
  }
  const { data, end } = readFrontMatter(source, problems);
  const drawn = drawnTables(source, end === 0 ? lines : lines.filter(({ start }) => start >= end));
  const covered = [{ start: 0, end }, ...drawn.map(({ span }) => span), ...lines.flatMap(lastPipeOfRule)].sort(
    (left, right) => left.start - right.start,
  );
  // The grammar knows line feeds only; the replacement keeps every offset.
  const text = blanked(source, covered).replace(/\r\n/g, " \n").replace(/\r/g, "\n");
  const isUnindented = options.isMdx === true || hasIndentedFrames.test(source);
  const tree = (isUnindented ? unindentedGrammar : markdownGrammar).parse(text);
  const blocks = withTables(readMarkdownBlocks(source, tree.topNode), drawn);
  return { frontMatter: data, blocks, problems: problems.toList() };
}

const hasIndentedFrames = /^[ \t]*(?:(?:!!!|\?\?\?\+?)\s+\S|===[+!]?\s+"|<[A-Z][\w.]*[^\n]*>\s*$)/m;

/** The last pipe in a table's line of dashes: where white space follows it, the grammar does not know the line. */
function lastPipeOfRule({ text, start }: SourceLine): readonly Span[] {
  if (!/^[ \t>:|-]*$/.test(text)) return [];
  const at = text.trimEnd().length - 1;
  const isWide = /-[ \t:]*\|[ \t:]*-/.test(text);
  return text.charAt(at) === "|" && isWide ? [{ start: start + at, end: start + at + 1 }] : [];
}

/** The drawn tables among the blocks, in the order of the text. */
function withTables(blocks: readonly Block[], tables: readonly Table[]): readonly Block[] {
  if (tables.length === 0) return blocks;
  return [...blocks, ...tables].sort((left, right) => left.span.start - right.span.start);
}
