/** Places in comments that speak to this tool: ids of catalogs after `error-catalog:`, names of rules after `-disable`. */
import type { Span } from "../text/span.ts";
import type { FileAnalysis } from "./analysis.ts";

export interface CommentPlace {
  readonly kind: "catalog" | "rule";
  /** The word at the cursor; empty where none is typed yet. */
  readonly span: Span;
  readonly word: string;
}

const catalogList = /error-catalog[ \t]*:[ \t]*(?:[\w:-]+[ \t]*,[ \t]*)*$/iu;
const ruleList =
  /error-code-insight-(?:disable-next-line|disable-line|disable|enable)[ \t]+(?:[\w-]+(?:[ \t]*,[ \t]*|[ \t]+))*$/u;

/** What the comment at `offset` speaks of there; undefined outside comments and after a reason (`-- …`). */
export function commentPlaceAt(analysis: FileAnalysis, offset: number): CommentPlace | undefined {
  const comment = analysis.file?.comments.find(({ start, end }) => start < offset && offset <= end);
  if (comment === undefined) return undefined;
  const { text } = analysis;
  const before = text.slice(comment.start, offset);
  if (/\s--(?:\s|$)/u.test(before)) return undefined;
  const start = offset - (/[\w:-]*$/u.exec(before)?.[0].length ?? 0);
  const end = Math.min(comment.end, offset + (/^[\w:-]*/u.exec(text.slice(offset, comment.end))?.[0].length ?? 0));
  const head = text.slice(comment.start, start);
  const kind = catalogList.test(head) ? "catalog" : ruleList.test(head) ? "rule" : undefined;
  return kind === undefined ? undefined : { kind, span: { start, end }, word: text.slice(start, end) };
}
