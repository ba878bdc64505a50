import { linesOfInline, sliceInline, trimInline } from "./inline.ts";
import { type Block, type DefinitionList, type Inline, type Paragraph, textOfInline } from "./page.ts";

type Definition = DefinitionList["items"][number];

/**
 * Blocks in which paragraphs of a term and lines that begin with a colon have become definition lists. A definition may
 * follow its term at once or after a blank line.
 */
export function definitionsAmong(blocks: readonly Block[]): readonly Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const previous = result.at(-1);
    if (block.kind !== "paragraph" || !/(?:^|\n)[ \t]*:[ \t]/.test(textOfInline(block.content))) result.push(block);
    else if (!startsWithColon(block)) push(result, readTogether(block));
    else if (previous?.kind === "paragraph") {
      result.pop();
      push(result, {
        terms: linesOfInline(previous.content),
        blocks: definitionsIn(block),
        span: joined(previous, block),
      });
    } else result.push(block);
  }
  return result;
}

function startsWithColon({ content }: Paragraph): boolean {
  return /^[ \t]*:[ \t]/.test(textOfInline(content));
}

function push(result: Block[], item: Definition): void {
  const previous = result.at(-1);
  if (previous?.kind !== "definitions") {
    result.push({ kind: "definitions", items: [item], span: item.span });
    return;
  }
  result.pop();
  const span = { start: previous.span.start, end: item.span.end };
  result.push({ kind: "definitions", items: [...previous.items, item], span });
}

function readTogether(paragraph: Paragraph): Definition {
  const lines = linesOfInline(paragraph.content);
  const first = lines.findIndex((line) => textOfInline(line).startsWith(":"));
  return { terms: lines.slice(0, first), blocks: paragraphsOf(lines.slice(first)), span: paragraph.span };
}

function definitionsIn({ content }: Paragraph): readonly Block[] {
  return paragraphsOf(linesOfInline(content));
}

function paragraphsOf(lines: readonly Inline[]): readonly Block[] {
  return lines.map((line) => {
    const mark = /^:\s*/.exec(textOfInline(line))?.[0].length ?? 0;
    const content = trimInline(sliceInline(line, mark, textOfInline(line).length));
    return { kind: "paragraph", content, span: content.span };
  });
}

function joined(first: Paragraph, last: Paragraph): { readonly start: number; readonly end: number } {
  return { start: first.span.start, end: last.span.end };
}
