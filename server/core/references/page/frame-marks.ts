import { componentTitle } from "./component-title.ts";
import { plainInline } from "./inline.ts";
import { readMarkdownText } from "./markdown-text.ts";
import type { Inline } from "./page.ts";

/** A line that begins or ends a frame around blocks; `ends` alone closes the innermost frame. */
export interface FrameMark {
  readonly kind: "frame";
  readonly begins: boolean;
  readonly ends: boolean;
  readonly title: Inline | undefined;
  readonly span: { readonly start: number; readonly end: number };
}

/** What a line that frames blocks does. `start` is where the line begins in `source`. */
export function readFrameMark(source: string, start: number, end: number): FrameMark {
  const line = source.slice(start, end);
  const span = { start, end };
  const mark = (begins: boolean, ends: boolean, title?: Inline): FrameMark => ({
    kind: "frame",
    begins,
    ends,
    title,
    span,
  });
  const place = (text: string, from: number) =>
    text === "" ? undefined : readMarkdownText(source, start + from, start + from + text.length);
  if (/^:{3,}\s*$/.test(line)) return mark(false, true);
  const directive = /^:{3,}\s*[\w-]*(?:\{[^}]*\})?\s*/.exec(line);
  if (directive !== null) {
    const title = line.slice(directive[0].length).replace(/^\[(.*)\]$/, "$1");
    return mark(true, false, title === "" ? undefined : place(title, line.indexOf(title, directive[0].length)));
  }
  const template = /^\{(?:%|\{[<%])\s*(\/?\s*\w*)/.exec(line);
  if (template !== null) {
    const name = template[1] ?? "";
    if (/^end|^\//.test(name)) return mark(false, true);
    const title = /(?:title|name|label)\s*=\s*"([^"]*)"/.exec(line)?.[1] ?? "";
    return mark(true, false, place(title, line.indexOf(`"${title}"`) + 1));
  }
  const admonition = /^(?:!!!|\?\?\?\+?|===[+!]?)\s+[\w -]*"([^"]*)"/.exec(line);
  if (admonition !== null) return mark(false, false, place(admonition[1] ?? "", line.indexOf('"') + 1));
  if (!line.startsWith("<")) return mark(false, false);
  return readComponents(source, span, mark);
}

function readComponents(
  source: string,
  span: { readonly start: number; readonly end: number },
  mark: (begins: boolean, ends: boolean, title?: Inline) => FrameMark,
): FrameMark {
  const text = source.slice(span.start, span.end);
  const first = /^<(\/?)([\w.-]*)/.exec(text);
  if (first?.[1] === "/") return mark(false, true);
  const isWhole = /\/>\s*$/.test(text) || new RegExp(`</${first?.[2] ?? ""}\\s*>\\s*$`).test(text);
  const title = componentTitle(text);
  const place = title === undefined ? undefined : plainInline(source, span.start + title.start, span.start + title.end);
  return mark(!isWhole, false, place);
}
