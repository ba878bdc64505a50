/** Prose as plain text, for terminals and for clients that show no Markdown. */
import { assertUnreachable } from "../../text/assert.ts";
import type { Block, Inline, Line, Prose } from "./document.ts";

/** The prose as lines of text; links show their address after their label. */
export function toPlainText(prose: Prose): string {
  return prose
    .map(blockToText)
    .filter((block) => block !== "")
    .join("\n\n");
}

/** One line as text. */
export function lineToText(line: Line): string {
  return line.map(inlineToText).join("");
}

function blockToText(block: Block): string {
  switch (block.kind) {
    case "lines":
      return block.lines
        .map(lineToText)
        .filter((line) => line !== "")
        .join("\n");
    case "list":
      return block.items.map((item, index) => `${index + 1}. ${lineToText(item)}`).join("\n");
    case "rule":
      return "";
    default:
      return assertUnreachable(block);
  }
}

function inlineToText(inline: Inline): string {
  switch (inline.kind) {
    case "text":
      return inline.text.replace(/\s+/gu, " ");
    case "code":
      return inline.text;
    case "label":
      return /[:：]$/u.test(inline.text) ? inline.text : `${inline.text}:`;
    case "phrase":
    case "strong":
    case "emphasis":
      return lineToText(inline.children);
    case "link":
      return `${lineToText(inline.children)}: ${inline.uri}`;
    default:
      return assertUnreachable(inline);
  }
}
