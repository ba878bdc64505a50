import { type Block, type Heading, type Inline, type Page, type Paragraph, textOfInline } from "../page/page.ts";
import { roleOfWords } from "./words/roles.ts";
import type { WordRole } from "./words/vocabulary.ts";

/** A heading with everything beneath it, or the top of a page; a titled group is a section too. */
export interface Section {
  readonly title: Inline | undefined;
  readonly parts: readonly (ContentBlock | Section)[];
  readonly span: Heading["span"];
}

/** A block that is neither a heading nor a frame around others. */
export type ContentBlock = Exclude<Block, { readonly kind: "heading" | "group" }>;

export function isSection(part: ContentBlock | Section): part is Section {
  return !("kind" in part);
}

export function isContent(part: ContentBlock | Section): part is ContentBlock {
  return "kind" in part;
}

/** The sections of a page, by the levels of its headings. */
export function outlineOf({ blocks }: Page): Section {
  const end = blocks.at(-1)?.span.end ?? 0;
  return { title: undefined, parts: partsOf(blocks), span: { start: 0, end } };
}

function partsOf(blocks: readonly Block[]): readonly (ContentBlock | Section)[] {
  const top: (ContentBlock | Section)[] = [];
  const open: { readonly heading: Heading; readonly parts: (ContentBlock | Section)[]; end: number }[] = [];
  const add = (part: ContentBlock | Section): void => {
    (open.at(-1)?.parts ?? top).push(part);
  };
  const close = (): void => {
    const section = open.pop();
    if (section === undefined) return;
    const { heading, parts, end } = section;
    add({ title: heading.content, parts, span: { start: heading.span.start, end } });
    const outer = open.at(-1);
    if (outer !== undefined) outer.end = Math.max(outer.end, end);
  };
  for (const each of flattened(blocks)) {
    const block = each.kind === "paragraph" ? (asHeading(each) ?? each) : each;
    if (block.kind === "heading") {
      while ((open.at(-1)?.heading.level ?? 0) >= block.level) close();
      open.push({ heading: block, parts: [], end: block.span.end });
      continue;
    }
    const current = open.at(-1);
    if (current !== undefined) current.end = block.span.end;
    if (block.kind === "group") add({ title: block.title, parts: partsOf(block.blocks), span: block.span });
    else add(block);
  }
  while (open.length > 0) close();
  return top;
}

/** What even a part of a line of strong text makes a label. */
const labels: ReadonlySet<WordRole> = new Set(["cause", "fix", "message", "summary", "example", "retry"]);

/** Below every level of headings. */
const strongLevel = 7;

/** A line of strong text alone is a heading, unless it is a label. */
function asHeading({ content, span }: Paragraph): Heading | undefined {
  const said = content.runs.filter(({ text }) => text.trim() !== "");
  const text = textOfInline(content).trim();
  if (said.length === 0 || text.length > 90 || text.includes("\n")) return undefined;
  if (!said.every(({ style, text: part }) => style === "strong" || /^[\s:：.()\d]+$/.test(part))) return undefined;
  const spoken = roleOfWords(text);
  if (spoken !== undefined && spoken.weight >= (labels.has(spoken.role) ? 1.5 : 2.5) && spoken.role !== "error")
    return undefined;
  return { kind: "heading", level: strongLevel, content, span };
}

/** Blocks with those of groups without a title in the place of the group. */
function flattened(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) =>
    block.kind === "group" && block.title === undefined ? flattened(block.blocks) : [block],
  );
}

/** The parts of a section as blocks again, its sections' titles as headings. */
export function blocksOf({ parts }: Section, level = 1): readonly Block[] {
  return parts.flatMap((part): readonly Block[] => {
    if (!isSection(part)) return [part];
    const inner = blocksOf(part, level + 1);
    return part.title === undefined
      ? inner
      : [{ kind: "heading", level, content: part.title, span: part.title.span }, ...inner];
  });
}
