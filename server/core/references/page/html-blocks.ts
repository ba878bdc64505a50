import type { FrameMark } from "./frame-marks.ts";
import { type HtmlPlace, readHtmlInline } from "./html-inline.ts";
import { readHtmlTable } from "./html-table.ts";
import {
  childrenOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isText,
  maximumHtmlDepth,
  readHtmlTree,
} from "./html-tree.ts";
import { trimInline } from "./inline.ts";
import type { Block, DefinitionList, Inline, ListItem } from "./page.ts";

/** The blocks of the HTML that stands at `[start, end)` in `source`, and the frames that it opens or closes only. */
export function readHtmlBlocks(source: string, start: number, end: number): readonly (Block | FrameMark)[] {
  const html = source.slice(start, end);
  const place = { source, offset: start };
  const blocks = blocksOf(place, readHtmlTree(html), 0);
  const opened = (html.match(/<details\b/gi)?.length ?? 0) - (html.match(/<\/details\s*>/gi)?.length ?? 0);
  const span = { start, end };
  if (opened < 0) return [frame(false, undefined, span), ...blocks];
  const [first] = blocks;
  if (opened > 0 && first?.kind === "group")
    return [frame(true, first.title, span), ...first.blocks, ...blocks.slice(1)];
  return blocks;
}

function frame(begins: boolean, title: Inline | undefined, span: FrameMark["span"]): FrameMark {
  return { kind: "frame", begins, ends: !begins, title, span };
}

function blocksOf(place: HtmlPlace, nodes: readonly HtmlNode[], depth: number): readonly Block[] {
  if (depth > maximumHtmlDepth) return [];
  const blocks: Block[] = [];
  let loose: HtmlNode[] = [];
  const flush = (): void => {
    const content = inlineOf(place, loose);
    if (content.runs.length > 0) blocks.push({ kind: "paragraph", content, span: content.span });
    loose = [];
  };
  for (const node of nodes) {
    if (isText(node) || (isElement(node) && !isBlock(node))) loose.push(node);
    else if (isElement(node)) {
      flush();
      blocks.push(...readElement(place, node, depth));
    }
  }
  flush();
  return blocks;
}

/** Whether an element is a block or has one inside, at whatever depth is still looked at. */
function isBlock(element: HtmlElement, depth = 0): boolean {
  if (blockTags.has(element.tagName)) return true;
  return depth < 10 && childrenOf(element).some((child) => isElement(child) && isBlock(child, depth + 1));
}

function readElement(place: HtmlPlace, element: HtmlElement, depth: number): readonly Block[] {
  const { tagName } = element;
  const children = childrenOf(element);
  const span = spanOf(place, element);
  const heading = /^h([1-6])$/.exec(tagName);
  if (heading !== null) {
    return [{ kind: "heading", level: Number(heading[1]), content: inlineOf(place, children, span.start), span }];
  }
  switch (tagName) {
    case "table": {
      const table = readHtmlTable(place, element);
      return table === undefined ? [] : [table];
    }
    case "ul":
    case "ol": {
      const items = children.filter(isElement).filter((child) => child.tagName === "li");
      return [
        { kind: "list", isOrdered: tagName === "ol", items: items.map((item) => readItem(place, item, depth)), span },
      ];
    }
    case "dl":
      return [readDefinitions(place, element, depth)];
    case "pre":
      return [{ kind: "code", language: undefined, content: preformatted(place, children, span.start), span }];
    case "details": {
      const summary = children.filter(isElement).find((child) => child.tagName === "summary");
      const title = summary === undefined ? undefined : inlineOf(place, summary.childNodes);
      const rest = children.filter((child) => child !== summary);
      return [{ kind: "group", title, blocks: blocksOf(place, rest, depth + 1), span }];
    }
    default:
      return hidden.has(tagName) ? [] : blocksOf(place, children, depth + 1);
  }
}

function readItem(place: HtmlPlace, item: HtmlElement, depth: number): ListItem {
  const [first, ...rest] = blocksOf(place, childrenOf(item), depth + 1);
  const span = spanOf(place, item);
  if (first?.kind === "paragraph") return { content: first.content, blocks: rest, span };
  const content = { runs: [], span: { start: span.start, end: span.start } };
  return { content, blocks: first === undefined ? [] : [first, ...rest], span };
}

function readDefinitions(place: HtmlPlace, list: HtmlElement, depth: number): DefinitionList {
  const items: DefinitionList["items"][number][] = [];
  let terms: Inline[] = [];
  let blocks: Block[] = [];
  let end = 0;
  const finish = (): void => {
    const start = terms[0]?.span.start ?? blocks[0]?.span.start;
    if (start !== undefined) items.push({ terms, blocks, span: { start, end: Math.max(start, end) } });
    [terms, blocks] = [[], []];
  };
  for (const child of childrenOf(list).filter(isElement)) {
    if (child.tagName === "dt") {
      if (blocks.length > 0) finish();
      terms.push(inlineOf(place, childrenOf(child), spanOf(place, child).start));
    } else if (child.tagName === "dd") blocks.push(...blocksOf(place, childrenOf(child), depth + 1));
    end = spanOf(place, child).end;
  }
  finish();
  return { kind: "definitions", items, span: spanOf(place, list) };
}

function inlineOf(place: HtmlPlace, nodes: readonly HtmlNode[], fallback = place.offset): Inline {
  return trimInline(readHtmlInline(place, nodes, fallback));
}

/** Code as it stands, its line breaks kept. */
function preformatted(place: HtmlPlace, nodes: readonly HtmlNode[], fallback: number): Inline {
  const content = readHtmlInline(place, nodes, fallback);
  const runs = content.runs.map((run) => {
    const written = place.source.slice(run.span.start, run.span.end);
    return written.length === run.text.length && run.text.trim() === written.trim().replace(/[\r\n\t]/g, " ")
      ? { ...run, text: written }
      : run;
  });
  return { ...content, runs };
}

function spanOf({ offset }: HtmlPlace, element: HtmlElement): { readonly start: number; readonly end: number } {
  const location = element.sourceCodeLocation;
  return { start: offset + (location?.startOffset ?? 0), end: offset + (location?.endOffset ?? 0) };
}

const hidden: ReadonlySet<string> = new Set(["script", "style", "head", "nav", "footer", "svg", "form"]);

const blockTags: ReadonlySet<string> = new Set([
  ...["address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt"],
  ...["figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html"],
  ...["li", "main", "nav", "ol", "p", "pre", "script", "section", "style", "summary", "svg", "table", "ul"],
]);
