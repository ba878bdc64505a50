/** Prose as Markdown. Nothing that a catalog says can become markup: no links, images, HTML, icons, or open code. */
import { assertUnreachable } from "../../text/assert.ts";
import { hasRightToLeft, isolated, leftToRightRuns } from "./bidi.ts";
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
    .replace(/(?:https?|ftp)(?=:\/\/)|(?:mailto|xmpp)(?=:)/giu, "$&\\")
    .replace(/www(?=\.)/giu, "$&\\")
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

/**
 * How directions meet around an inline: `plain`, nothing is written from right to left; `beside`, right-to-left words
 * stand alone; `within`, the surroundings run from right to left already.
 */
type Setting = "plain" | "beside" | "within";

function lineToMarkdown(line: Line): string {
  if (!line.some(isRightToLeft)) return escapeLineStart(childrenToMarkdown(line, "plain"));
  return line.every(fitsRightToLeft)
    ? isolated(childrenToMarkdown(line, "within"))
    : escapeLineStart(childrenToMarkdown(line, "beside"));
}

function inlineToMarkdown(inline: Inline, setting: Setting): string {
  switch (inline.kind) {
    case "text":
      return textToMarkdown(inline.text, setting);
    case "code":
      return setting === "plain" ? codeSpan(inline.text) : isolated(codeSpan(inline.text));
    case "phrase":
      return setting === "beside" && isRightToLeft(inline)
        ? isolated(childrenToMarkdown(inline.children, "within"))
        : childrenToMarkdown(inline.children, setting);
    case "label":
      return `**${textToMarkdown(inline.text, setting)}**`;
    case "strong":
      return `**${childrenToMarkdown(inline.children, setting)}**`;
    case "emphasis":
      return `*${childrenToMarkdown(inline.children, setting)}*`;
    case "link":
      return `[${childrenToMarkdown(inline.children, setting)}](${escapeDestination(inline.uri)})`;
    default:
      return assertUnreachable(inline);
  }
}

function childrenToMarkdown(children: readonly Inline[], setting: Setting): string {
  return children.map((child) => inlineToMarkdown(child, setting)).join("");
}

function textToMarkdown(value: string, setting: Setting): string {
  if (setting === "plain" || (setting === "beside" && !hasRightToLeft(value))) return escapeMarkdown(value);
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(value) ?? [];
  const runs = leftToRightRuns(words).map((run) => {
    const escaped = escapeMarkdown(run.text);
    return run.isolate ? isolated(escaped) : escaped;
  });
  const joined = setting === "beside" ? isolated(runs.join("")) : runs.join("");
  return `${escapeMarkdown(before)}${joined}${escapeMarkdown(after)}`;
}

function isRightToLeft(inline: Inline): boolean {
  return "children" in inline ? inline.children.some(isRightToLeft) : hasRightToLeft(inline.text);
}

// Whether the inline may stand in a line that runs from right to left as a whole: no words of another script.
function fitsRightToLeft(inline: Inline): boolean {
  if ("children" in inline) return isRightToLeft(inline) || inline.children.every(fitsRightToLeft);
  return inline.kind === "code" || hasRightToLeft(inline.text) || !/\p{L}/u.test(inline.text);
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
