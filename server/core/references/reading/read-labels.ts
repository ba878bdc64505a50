import { linesOfInline, sliceInline, trimInline } from "../page/inline.ts";
import { type Block, type Inline, type Table, textOfInline } from "../page/page.ts";
import { roleOfWords } from "./words/roles.ts";
import type { WordRole } from "./words/vocabulary.ts";

/** A text with the label that stands before it; `role` undefined where it has none. */
export interface Labelled {
  readonly role: WordRole | undefined;
  readonly text: Inline;
  /** Whether it stands in an item of a list. */
  readonly isListed: boolean;
}

/** The texts of `blocks` in order, each with the role that its label speaks of. What is in code blocks is left out. */
export function readLabelled(blocks: readonly Block[]): readonly Labelled[] {
  const found: Labelled[] = [];
  let open: WordRole | undefined;
  let lists = 0;
  const addLines = (inline: Inline): void => {
    for (const line of linesOfInline(inline)) {
      const label = readLabel(line);
      if (label === undefined) found.push({ role: open, text: line, isListed: lists > 0 });
      else {
        open = label.role;
        if (label.text.runs.length > 0) found.push({ ...label, isListed: lists > 0 });
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
        lists += 1;
        for (const item of block.items) {
          addLines(item.content);
          for (const inner of item.blocks) visit(inner);
          if (open !== outer) open = outer;
        }
        lists -= 1;
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
        found.push(...labelledRows(block).map((row) => ({ ...row, isListed: false })));
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

/** A label, and the text behind it. */
type Label = Pick<Labelled, "text"> & { readonly role: WordRole };

/** A label at the start of a line: known words, then a colon or a dash; or strong words that are known. */
export function readLabel(line: Inline): Label | undefined {
  const text = textOfInline(line);
  const match = /^[\s>*•·-]*(?:\p{Extended_Pictographic}\uFE0F?\s*)?([^\s:：`][^:：\n`|]{0,45}?)\s*[:：]\s*/u.exec(
    text,
  );
  const found = match === null ? strongLabel(line, text) : { words: match[1] ?? "", length: match[0].length };
  const spoken = found === undefined ? undefined : roleOfWords(found.words);
  if (found === undefined || spoken === undefined || spoken.role === "other" || spoken.weight < 1.5) return undefined;
  return { role: spoken.role, text: trimInline(sliceInline(line, found.length, text.length)) };
}

/** `**Cause** the token` and `**Cause** — the token`. */
function strongLabel({ runs }: Inline, text: string): { readonly words: string; readonly length: number } | undefined {
  const [first] = runs;
  if (first?.style !== "strong" || first.text.length > 45) return undefined;
  const after = /^\s*(?:[-–—]\s+)?/.exec(text.slice(first.text.length))?.[0].length ?? 0;
  return { words: first.text, length: first.text.length + after };
}

/** Tables of two columns whose first column holds labels. */
function labelledRows({ header, rows }: Table): readonly Label[] {
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
