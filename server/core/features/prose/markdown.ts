/** Prose as Markdown. Nothing that a catalog says can become markup: no links, images, HTML, icons, or open code. */
import { assertUnreachable } from "../../text/assert.ts";
import { hasRightToLeft, isolated, splitRuns } from "./bidi.ts";
import type { Block, Inline, Line, Prose } from "./document.ts";

/** The prose as CommonMark; right-to-left words are isolated from the codes beside them. */
export function toMarkdown(prose: Prose): string {
  return prose
    .map(blockToMarkdown)
    .filter((block) => block !== "")
    .join("\n\n");
}

/** `value` so that Markdown shows it as it is. Line breaks become spaces. */
export function escapeMarkdown(value: string): string {
  return value
    .replace(/\s+/gu, " ")
    .replace(/[\\`*_[\]<>&~|$]/gu, "\\$&")
    .replace(/(https?|ftp|mailto|file|command|vscode)(:)/giu, "$1\\$2")
    .replace(/\bwww(\.)/giu, "www\\$1")
    .replace(/@/gu, "\\@");
}

/** A code span whose fence is longer than any run of backticks within. */
export function codeSpan(value: string): string {
  const oneLine = value.replace(/\s+/gu, " ");
  const longest = Math.max(0, ...[...oneLine.matchAll(/`+/gu)].map((match) => match[0].length));
  const fence = "`".repeat(longest + 1);
  const padding = oneLine === "" || oneLine.startsWith("`") || oneLine.endsWith("`") ? " " : "";
  return `${fence}${padding}${oneLine}${padding}${fence}`;
}

function blockToMarkdown(block: Block): string {
  switch (block.kind) {
    case "lines":
      return block.lines
        .map(lineToMarkdown)
        .filter((line) => line !== "")
        .join("  \n");
    case "list":
      return block.items.map((item, index) => `${index + 1}. ${lineToMarkdown(item)}`).join("\n");
    case "rule":
      return "___";
    default:
      return assertUnreachable(block);
  }
}

// In a line with right-to-left words every piece stands alone, or the viewer reorders them together.
function lineToMarkdown(line: Line): string {
  const mixed = line.some(isRightToLeft);
  return escapeLineStart(line.map((inline) => inlineToMarkdown(inline, mixed)).join(""));
}

function inlineToMarkdown(inline: Inline, mixed: boolean): string {
  switch (inline.kind) {
    case "text":
      return textToMarkdown(inline.text);
    case "code":
      return mixed ? isolated(codeSpan(inline.text)) : codeSpan(inline.text);
    case "strong":
      return `**${childrenToMarkdown(inline.children, mixed)}**`;
    case "emphasis":
      return `*${childrenToMarkdown(inline.children, mixed)}*`;
    case "link":
      return `[${childrenToMarkdown(inline.children, mixed)}](${escapeDestination(inline.uri)})`;
    default:
      return assertUnreachable(inline);
  }
}

function childrenToMarkdown(children: readonly Inline[], mixed: boolean): string {
  return children.map((child) => inlineToMarkdown(child, mixed)).join("");
}

function textToMarkdown(value: string): string {
  if (!hasRightToLeft(value)) return escapeMarkdown(value);
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(value) ?? [];
  const runs = splitRuns(words).map((run) => {
    const escaped = escapeMarkdown(run.text);
    return run.isolate ? isolated(escaped) : escaped;
  });
  return `${escapeMarkdown(before)}${isolated(runs.join(""))}${escapeMarkdown(after)}`;
}

function isRightToLeft(inline: Inline): boolean {
  return "children" in inline ? inline.children.some(isRightToLeft) : hasRightToLeft(inline.text);
}

// What would open a heading, a list or a rule at the start of a line.
function escapeLineStart(line: string): string {
  return line.replace(/^(\s*)([#+=-]|\d+(?=[.)]))/u, (_, space: string, mark: string) =>
    /^\d/u.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
  );
}

function escapeDestination(uri: string): string {
  return uri.replace(/[\s()<>\\]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
