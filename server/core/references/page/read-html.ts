import { hasReadableLength } from "../../text/data-limits.ts";
import { ProblemCollector } from "../../text/problem-collector.ts";
import { readHtmlBlocks } from "./html-blocks.ts";
import type { Page } from "./page.ts";

/** A page that is an HTML document of its own. Never throws: any text is HTML of some kind. */
export function readHtml(source: string): Page {
  const problems = new ProblemCollector({ code: "page-syntax", length: source.length });
  const isReadable = hasReadableLength(source, problems);
  const { start, end } = bodyOf(source);
  const blocks = isReadable ? readHtmlBlocks(source, start, end) : [];
  return {
    frontMatter: undefined,
    blocks: blocks.flatMap((block) => (block.kind === "frame" ? [] : [block])),
    problems: problems.toList(),
  };
}

/** Where the content stands: between the tags of the body, or behind the head. */
function bodyOf(source: string): { readonly start: number; readonly end: number } {
  const open = /<body\b[^>]*>|<\/head\s*>/gi;
  let start = 0;
  for (let match = open.exec(source); match !== null; match = open.exec(source)) start = open.lastIndex;
  const close = source.slice(start).search(/<\/(?:body|html)\s*>/i);
  return { start, end: close < 0 ? source.length : start + close };
}
