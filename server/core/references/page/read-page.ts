import type { ReferenceDocument } from "../draft.ts";
import type { Page } from "./page.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readPlainText } from "./read-plain-text.ts";

/** A document as a page, by the ending of its name; undefined where the ending is of no format of pages. */
export function readPage({ uri, text }: ReferenceDocument): Page | undefined {
  switch (/\.(\w+)$/.exec(uri.replace(/[?#].*$/, ""))?.[1]?.toLowerCase()) {
    case "md":
    case "markdown":
    case "mkd":
    case "mdown":
      return readMarkdown(text);
    case "mdx":
      return readMarkdown(text, { isMdx: true });
    case "txt":
    case "text":
      return readPlainText(text);
    default:
      return undefined;
  }
}
