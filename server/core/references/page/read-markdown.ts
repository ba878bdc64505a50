import { ProblemCollector } from "../../text/problem-collector.ts";
import { drawnTables } from "./drawn-tables.ts";
import { readMarkdownBlocks } from "./markdown-blocks.ts";
import { isReadableMarkdown } from "./markdown-bounds.ts";
import { markdownGrammar, unindentedGrammar } from "./markdown-grammar.ts";
import type { Block, Page, Table } from "./page.ts";
import { readFrontMatter } from "./read-front-matter.ts";
import { blanked, sourceLines } from "./source-lines.ts";

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
  const covered = [{ start: 0, end }, ...drawn.map(({ span }) => span)];
  const text = covered.length === 1 && end === 0 ? source : blanked(source, covered);
  const isUnindented = options.isMdx === true || hasIndentedFrames.test(source);
  const tree = (isUnindented ? unindentedGrammar : markdownGrammar).parse(text);
  const blocks = withTables(readMarkdownBlocks(text, tree.topNode), drawn);
  return { frontMatter: data, blocks, problems: problems.toList() };
}

const hasIndentedFrames = /^[ \t]*(?:(?:!!!|\?\?\?\+?)\s+\S|===[+!]?\s+"|<[A-Z][\w.]*[^\n]*>\s*$)/m;

/** The drawn tables among the blocks, in the order of the text. */
function withTables(blocks: readonly Block[], tables: readonly Table[]): readonly Block[] {
  if (tables.length === 0) return blocks;
  return [...blocks, ...tables].sort((left, right) => left.span.start - right.span.start);
}
