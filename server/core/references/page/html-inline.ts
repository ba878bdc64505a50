import {
  attributeOf,
  childrenOf,
  type HtmlElement,
  type HtmlNode,
  type HtmlText,
  isElement,
  isText,
  maximumHtmlDepth,
} from "./html-tree.ts";
import type { Inline, TextRun } from "./page.ts";
import { readEntity } from "./read-entity.ts";

/** Where HTML was found: the whole source, and the offset in it at which the piece begins that was read as a tree. */
export interface HtmlPlace {
  readonly source: string;
  readonly offset: number;
}

interface Look {
  readonly style: TextRun["style"];
  readonly target: string | undefined;
  readonly depth: number;
}

/** The text of `nodes` in runs; elements that stand on lines of their own are set off by line breaks. */
export function readHtmlInline(place: HtmlPlace, nodes: readonly HtmlNode[], fallback: number): Inline {
  const runs: TextRun[] = [];
  for (const node of nodes) readNode(place, node, { style: "plain", target: undefined, depth: 0 }, runs);
  return { runs, span: { start: runs[0]?.span.start ?? fallback, end: runs.at(-1)?.span.end ?? fallback } };
}

function readNode(place: HtmlPlace, node: HtmlNode, look: Look, runs: TextRun[]): void {
  if (isText(node)) readText(place, node, look, runs);
  if (!isElement(node) || hidden.has(node.tagName) || look.depth > maximumHtmlDepth) return;
  const breaks = ownLine.has(node.tagName);
  if (breaks) addBreak(place, node, runs);
  const style = styles.get(node.tagName) ?? look.style;
  const target = node.tagName === "a" ? attributeOf(node, "href") : look.target;
  for (const child of childrenOf(node)) readNode(place, child, { style, target, depth: look.depth + 1 }, runs);
  if (breaks && node.tagName !== "br") addBreak(place, node, runs, "after");
}

function readText({ source, offset }: HtmlPlace, node: HtmlText, look: Look, runs: TextRun[]): void {
  const place = node.sourceCodeLocation;
  if (!place) return;
  const { style, target } = look;
  const [start, end] = [offset + place.startOffset, offset + place.endOffset];
  const add = (text: string, from: number, to: number): void => {
    if (text !== "") runs.push({ text, span: { start: from, end: to }, style, target });
  };
  let at = start;
  for (const { 0: entity, index } of source.slice(start, end).matchAll(/&(?:#\d+|#[xX][\da-fA-F]+|\w+);?/g)) {
    const text = readEntity(entity);
    if (text === entity) continue;
    add(asSpaces(source.slice(at, start + index)), at, start + index);
    at = start + index + entity.length;
    add(text, start + index, at);
  }
  add(asSpaces(source.slice(at, end)), at, end);
}

/** A line break in HTML is a space. */
function asSpaces(text: string): string {
  return text.replace(/[\r\n\t]/g, " ");
}

function addBreak(
  { offset }: HtmlPlace,
  element: HtmlElement,
  runs: TextRun[],
  side: "before" | "after" = "before",
): void {
  const last = runs.at(-1);
  if (last === undefined || last.text === "\n") return;
  const place = element.sourceCodeLocation;
  const at = side === "before" ? place?.startOffset : place?.endOffset;
  const start = at === undefined ? last.span.end : offset + at;
  runs.push({ text: "\n", span: { start, end: start }, style: "plain", target: undefined });
}

const hidden: ReadonlySet<string> = new Set(["script", "style", "head", "template", "svg", "button", "sup", "img"]);

const ownLine: ReadonlySet<string> = new Set([
  "br",
  "p",
  "div",
  "li",
  "ul",
  "ol",
  "dd",
  "dt",
  "tr",
  "pre",
  "blockquote",
]);

const styles: ReadonlyMap<string, TextRun["style"]> = new Map([
  ["code", "code"],
  ["kbd", "code"],
  ["tt", "code"],
  ["samp", "code"],
  ["pre", "code"],
  ["b", "strong"],
  ["strong", "strong"],
  ["th", "plain"],
  ["i", "emphasis"],
  ["em", "emphasis"],
  ["s", "struck"],
  ["del", "struck"],
  ["strike", "struck"],
]);
