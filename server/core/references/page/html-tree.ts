import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlText = DefaultTreeAdapterTypes.TextNode;

/** Levels of elements that are looked into; what lies deeper is left out. */
export const maximumHtmlDepth = 150;

/** The nodes of a piece of HTML, with their places in that piece. Any text is HTML of some kind. */
export function readHtmlTree(html: string): readonly HtmlNode[] {
  return parseFragment(html, { sourceCodeLocationInfo: true }).childNodes;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return "tagName" in node;
}

export function isText(node: HtmlNode): node is HtmlText {
  return node.nodeName === "#text";
}

/** The value of an attribute; undefined where the element has none of that name. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** The children of `element`; those of a `template` stand in its content. */
export function childrenOf(element: HtmlElement): readonly HtmlNode[] {
  return "content" in element ? (element as DefaultTreeAdapterTypes.Template).content.childNodes : element.childNodes;
}
