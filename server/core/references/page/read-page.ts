import type { ReferenceDocument } from "../draft.ts";
import { readAsciidoc } from "./asciidoc/read-asciidoc.ts";
import type { Page } from "./page.ts";
import { readCsv } from "./read-csv.ts";
import { readHtml } from "./read-html.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readPlainText } from "./read-plain-text.ts";
import { readRestructuredText } from "./restructured-text/read-restructured-text.ts";
import { sourceLines } from "./source-lines.ts";

/** The readers of pages, by the endings of file names. */
const readers: ReadonlyMap<string, (text: string) => Page> = new Map([
  ["md", (text: string) => readMarkdown(text)],
  ["markdown", (text: string) => readMarkdown(text)],
  ["mdx", (text: string) => readMarkdown(text, { isMdx: true })],
  ["txt", readText],
  ["rst", readRestructuredText],
  ["adoc", readAsciidoc],
  ["asciidoc", readAsciidoc],
  ["html", readHtml],
  ["htm", readHtml],
  ["csv", readCsv],
  ["tsv", readCsv],
]);

/** The endings of the names of pages. */
export const pageEndings: readonly string[] = [...readers.keys()];

/** A document as a page, by the ending of its name; undefined where the ending is of no format of pages. */
export function readPage({ uri, text }: ReferenceDocument): Page | undefined {
  const ending = /\.([^./\\]+)$/.exec(uri)?.[1]?.toLowerCase() ?? "";
  return readers.get(ending)?.(text);
}

/** Text is Markdown where it has marks that plain text has not. */
function readText(text: string): Page {
  const isMarked = /^#{1,6} \S|^(?:```|~~~)/m.test(text) || sourceLines(text).some((line) => isTableRule(line.text));
  return isMarked ? readMarkdown(text) : readPlainText(text);
}

function isTableRule(line: string): boolean {
  return line.includes("--") && line.includes("|") && /^[ |:-]+$/.test(line);
}
