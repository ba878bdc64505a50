import type { Comment, SourceFile } from "../../syntax/tree.ts";
import type { Drafted } from "../draft.ts";

/** What the comment of a declaration says. */
export interface DocComment {
  readonly summary: Drafted<string> | undefined;
  readonly isDeprecated: boolean;
  /** The text of the `@deprecated` tag. */
  readonly deprecation: string | undefined;
}

const nothing: DocComment = { summary: undefined, isDeprecated: false, deprecation: undefined };

/** The comment that belongs to what stands at `[start, end)`: the one right before it, else the one after it on its line. */
export function docCommentAt({ text, comments }: SourceFile, start: number, end: number): DocComment {
  const before = comments.findLast((comment) => comment.end <= start);
  if (before !== undefined && belongsBefore(text, before, start)) return read(before);
  const after = comments.find((comment) => comment.start >= end);
  return after !== undefined && /^[ \t]*[,;]?[ \t]*$/.test(text.slice(end, after.start)) ? read(after) : nothing;
}

/** A comment at the end of a line belongs to that line; one with a blank line after it to nothing in particular. */
function belongsBefore(text: string, comment: Comment, start: number): boolean {
  const between = text.slice(comment.end, start);
  if (!/^\s*$/.test(between) || /\n\s*\n/.test(between)) return false;
  const lineStart = text.lastIndexOf("\n", comment.start - 1) + 1;
  return /^\s*$/.test(text.slice(lineStart, comment.start)) || !between.includes("\n");
}

function read(comment: Comment): DocComment {
  const isDoc = comment.kind === "block";
  const lines = comment.text.split("\n").map((line) => (isDoc ? line.replace(/^\s*\*+ ?/, "") : line).trim());
  const tagAt = lines.findIndex((line) => /^@\w/.test(line));
  const prose = (tagAt < 0 ? lines : lines.slice(0, tagAt)).join("\n").trim();
  const [first = ""] = prose.split(/\n\s*\n/);
  const summary = first.replace(/\s*\n\s*/g, " ").trim();
  const deprecation = lines
    .find((line) => line.startsWith("@deprecated"))
    ?.slice("@deprecated".length)
    .trim();
  return {
    summary: summary === "" || isDirective(summary) ? undefined : { value: summary, span: comment },
    isDeprecated: deprecation !== undefined,
    deprecation,
  };
}

/** Words to tools are no description. */
function isDirective(text: string): boolean {
  return /^(?:eslint|biome|prettier|ts-|@ts|istanbul|c8|v8|region|endregion|error-c|#|TODO|FIXME)/i.test(text);
}
