/** The comment that silences a rule for one line, in the form that the place allows. */
import type { Finding } from "../rules/model.ts";
import type { JsxElement, SourceFile } from "../syntax/tree.ts";
import { nodesAt } from "../syntax/walk.ts";
import type { TextEdit } from "../text/edit.ts";
import { LineMap } from "../text/line-map.ts";
import type { FileAnalysis } from "./analysis.ts";
import { isPage, suppressionInPage } from "./page-suppression.ts";

// Findings of these rules are about comments themselves, or about files that no comment can change.
const beyondSilence: ReadonlySet<string> = new Set(["unused-suppression", "file-skipped", "unknown-catalog"]);

/** Whether a finding is of the kind that people may want silenced where it is. */
export function maySilence({ rule }: Finding): boolean {
  return !beyondSilence.has(rule);
}

/** A line above the finding; undefined where no comment may stand (plain JSON, the inside of a template). */
export function suppressionEdit(analysis: FileAnalysis, finding: Finding): TextEdit | undefined {
  if (!maySilence(finding)) return undefined;
  const { text } = analysis;
  if (analysis.file === undefined && analysis.catalog !== undefined && isPage(analysis.uri))
    return suppressionInPage(analysis, finding);
  const lines = new LineMap(text);
  const lineStart = lines.lineStart(lines.toLineColumn(finding.span.start).line);
  const indentation = /^[ \t]*/u.exec(text.slice(lineStart))?.[0] ?? "";
  const form = commentForm(analysis, lineStart + indentation.length);
  if (form === undefined) return undefined;
  const comment = `error-code-insight-disable-next-line ${finding.rule} -- reason`;
  const newText = `${indentation}${form.open}${comment}${form.close}${lineBreakOf(text)}`;
  return { span: { start: lineStart, end: lineStart }, newText };
}

interface CommentForm {
  readonly open: string;
  readonly close: string;
}

const line: CommentForm = { open: "// ", close: "" };
const inTag: CommentForm = { open: "/* ", close: " */" };
const inChildren: CommentForm = { open: "{/* ", close: " */}" };
const hash: CommentForm = { open: "# ", close: "" };

function commentForm(analysis: FileAnalysis, offset: number): CommentForm | undefined {
  const { file, uri } = analysis;
  if (file === undefined) return /\.ya?ml$/iu.test(uri) && analysis.catalog !== undefined ? hash : undefined;
  if (file.dialect === "yaml") return isInText(file, offset) ? undefined : hash;
  if (file.dialect === "json") return allowsComments(file, uri) ? line : undefined;
  const node = nodesAt(file, offset).at(-1);
  if (node?.kind === "template" && offset > node.start) return undefined;
  if (node?.kind === "string" && offset > node.start) return undefined;
  if (node?.kind === "jsx" && offset > node.start) return isInTag(file.text, node, offset) ? inTag : inChildren;
  return line;
}

/** Whether the line begins inside a text of several lines, where a comment would be a part of it. */
function isInText(file: SourceFile, offset: number): boolean {
  const node = nodesAt(file, offset).at(-1);
  return node?.kind === "string" && offset > node.start;
}

// `.jsonc`, the files that are JSON with comments by custom, and those that have a comment already.
function allowsComments(file: SourceFile, uri: string): boolean {
  return file.comments.length > 0 || /\.(?:jsonc|code-workspace)$|\/\.vscode\/[^/]*\.json$/iu.test(uri);
}

// Whether the opening tag is still open at `offset`. A `>` inside braces or a quoted attribute does not close it.
function isInTag(text: string, element: JsxElement, offset: number): boolean {
  let position = element.start;
  for (const expression of [...element.expressions, { start: offset, end: offset }]) {
    if (expression.start > offset) break;
    if (/(?<!=)>/u.test(text.slice(position, expression.start))) return false;
    position = Math.max(position, expression.end);
  }
  return !/(?<!=)>/u.test(text.slice(position, offset));
}

function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/u.exec(text)?.[0] ?? "\n";
}
