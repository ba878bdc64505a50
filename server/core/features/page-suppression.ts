/** The comment that silences a rule in a page: HTML's in Markdown and HTML, the format's own elsewhere. */
import type { Finding } from "../rules/model.ts";
import type { TextEdit } from "../text/edit.ts";
import type { FileAnalysis } from "./analysis.ts";

/** Whether the file is a page in a format that has comments; CSV has none. */
export function isPage(uri: string): boolean {
  return formOf(uri) !== undefined;
}

/** A comment in the row of a table, which a line of its own would end, else above the line; undefined in a code block. */
export function suppressionInPage({ uri, text }: FileAnalysis, { rule, span }: Finding): TextEdit | undefined {
  const form = formOf(uri);
  if (form === undefined) return undefined;
  const start = Math.max(text.lastIndexOf("\n", span.start - 1), text.lastIndexOf("\r", span.start - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? "";
  if (form.hasPipeTables) {
    if (isInFence(text.slice(0, start))) return undefined;
    if (line.includes("|")) {
      const row = line.replace(/\s*\|?\s*$/, "");
      const at = start + row.length;
      return {
        span: { start: at, end: at },
        newText: ` ${form.open}error-code-insight-disable-line ${rule} -- reason${form.close}`,
      };
    }
  }
  const indentation = /^[ \t]*/.exec(line)?.[0] ?? "";
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  const comment = `${form.open}error-code-insight-disable-next-line ${rule} -- reason${form.close}`;
  return { span: { start, end: start }, newText: `${indentation}${comment}${lineBreak}` };
}

interface PageForm {
  readonly open: string;
  readonly close: string;
  readonly hasPipeTables: boolean;
}

function formOf(uri: string): PageForm | undefined {
  const [, ending = ""] = /\.([a-z]+)$/i.exec(uri) ?? [];
  switch (ending.toLowerCase()) {
    case "md":
    case "markdown":
      return { open: "<!-- ", close: " -->", hasPipeTables: true };
    case "mdx":
      return { open: "{/* ", close: " */}", hasPipeTables: true };
    case "html":
    case "htm":
      return { open: "<!-- ", close: " -->", hasPipeTables: false };
    case "adoc":
    case "asciidoc":
      return { open: "// ", close: "", hasPipeTables: false };
    default:
      return undefined;
  }
}

/** Whether a fence is still open at the end of `before`: what stands in it is shown as it is. */
function isInFence(before: string): boolean {
  return (before.match(/^[ \t]*(?:```|~~~)/gm)?.length ?? 0) % 2 === 1;
}
