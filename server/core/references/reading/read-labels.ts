import { linesOfInline, sliceInline, trimInline } from "../page/inline.ts";
import { type Block, type Inline, type Table, textOfInline } from "../page/page.ts";
import { roleOfWords } from "./words/roles.ts";
import type { WordRole } from "./words/vocabulary.ts";

/** A text with the label that stands before it; `role` undefined where it has none. */
export interface Labelled {
  readonly role: WordRole | undefined;
  readonly text: Inline;
}

/** The texts of `blocks` in order, each with the role that its label speaks of. What is in code blocks is left out. */
export function readLabelled(blocks: readonly Block[]): readonly Labelled[] {
  const found: Labelled[] = [];
  let open: WordRole | undefined;
  const addLines = (inline: Inline): void => {
    for (const line of linesOfInline(inline)) {
      const label = readLabel(line);
      if (label === undefined) found.push({ role: open, text: line });
      else if (label.text.runs.length === 0) open = label.role;
      else {
        open = label.role;
        found.push(label);
      }
    }
  };
  const visit = (block: Block): void => {
    switch (block.kind) {
      case "heading":
        open = roleOfWords(textOfInline(block.content))?.role;
        return;
      case "paragraph":
        // A paragraph of its own after a labelled one is no longer about the label, unless the label stood alone.
        if (found.at(-1)?.role === open && !isLabelAlone(found, open)) open = undefined;
        addLines(block.content);
        return;
      case "list": {
        const outer = open;
        for (const item of block.items) {
          addLines(item.content);
          for (const inner of item.blocks) visit(inner);
          if (open !== outer) open = outer;
        }
        return;
      }
      case "group":
        if (block.title !== undefined) open = roleOfWords(textOfInline(block.title))?.role ?? open;
        for (const inner of block.blocks) visit(inner);
        return;
      case "definitions":
        for (const { terms, blocks: inner } of block.items) {
          open = terms.map((term) => roleOfWords(textOfInline(term))?.role).find((role) => role !== undefined);
          for (const each of inner) visit(each);
        }
        return;
      case "table":
        found.push(...labelledRows(block));
        return;
      case "code":
        return;
    }
  };
  for (const block of blocks) visit(block);
  return found;
}

function isLabelAlone(found: readonly Labelled[], open: WordRole | undefined): boolean {
  return open === undefined || found.at(-1)?.role !== open;
}

/** A label at the start of a line: known words, then a colon or a dash; or strong words that are known. */
export function readLabel(line: Inline): Labelled | undefined {
  const text = textOfInline(line);
  const match =
    /^[\s>*•·-]*(?:\p{Extended_Pictographic}\uFE0F?\s*)?([^\s:：`][^:：\n`|]{0,45}?)\s*[:：]\s*/u.exec(text) ??
    strongLabel(line, text);
  if (match === null) return undefined;
  const spoken = roleOfWords(match[1] ?? "");
  if (spoken === undefined || spoken.role === "other" || spoken.weight < 1.5) return undefined;
  return { role: spoken.role, text: trimInline(sliceInline(line, match[0].length, text.length)) };
}

/** `**Cause** the token` and `**Cause** — the token`. */
function strongLabel(line: Inline, text: string): RegExpExecArray | null {
  const [first] = line.runs;
  if (first?.style !== "strong" || first.text.length > 45) return null;
  const match = /^([^\n]+?)(?:\s*[-–—]\s+|\s+|$)/.exec(text);
  const length = first.text.length;
  const after = /^\s*(?:[-–—]\s+)?/.exec(text.slice(length))?.[0].length ?? 0;
  if (match === null) return null;
  match[0] = text.slice(0, length + after);
  match[1] = first.text;
  return match;
}

/** Tables of two columns whose first column holds labels. */
export function labelledRows({ header, rows }: Table): readonly Labelled[] {
  const all = header === undefined ? rows : [header, ...rows];
  const labels = all.flatMap(({ cells }) => {
    const [label, text] = cells;
    if (cells.length !== 2 || label === undefined || text === undefined) return [];
    const spoken = roleOfWords(textOfInline(label.content));
    const isKnown = spoken !== undefined && spoken.role !== "other" && spoken.weight >= 2.5;
    return isKnown ? [{ role: spoken.role, text: text.content }] : [];
  });
  return labels.length >= 2 && labels.length >= all.length / 2 ? labels : [];
}
