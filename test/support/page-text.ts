/** A page as text: a line for each block, cell and item with its place, so that goldens show all that was read. */
import type { Block, Inline, TableRow } from "../../server/core/references/page/page.ts";
import { LineMap } from "../../server/core/text/line-map.ts";

/** The blocks of a page read from `source`, a line each, indented by depth. */
export function pageText(source: string, blocks: readonly Block[]): string {
  const map = new LineMap(source);
  const place = (offset: number): string => {
    const { line, column } = map.toLineColumn(offset);
    return `${line + 1}:${column + 1}`;
  };
  const inline = ({ runs }: Inline): string =>
    runs
      .map(({ text, style, target }) => {
        const shown = style === "plain" ? text : `${style}(${text})`;
        return target === undefined ? shown : `${shown}→${target}`;
      })
      .join("");
  const row = ({ cells }: TableRow): string =>
    cells
      .map(({ content, isContinued }) => `${isContinued ? "^" : `${place(content.span.start)} `}${inline(content)}`)
      .join(" | ");
  const lines: string[] = [];
  const write = (depth: number, text: string): number =>
    lines.push(`${"  ".repeat(depth)}${text.replace(/\r?\n/g, "⏎")}`);
  const show = (block: Block, depth: number): void => {
    const at = place(block.span.start);
    switch (block.kind) {
      case "heading":
        write(depth, `${at} heading ${block.level}: ${inline(block.content)}`);
        return;
      case "paragraph":
        write(depth, `${at} paragraph: ${inline(block.content)}`);
        return;
      case "code":
        write(depth, `${at} code ${block.language ?? "–"}: ${inline(block.content)}`);
        return;
      case "table":
        write(depth, `${at} table ${block.caption === undefined ? "" : inline(block.caption)}`.trimEnd());
        write(depth + 1, block.header === undefined ? "no titles" : `titles: ${row(block.header)}`);
        for (const each of block.rows) write(depth + 1, row(each));
        return;
      case "list":
        write(depth, `${at} ${block.isOrdered ? "ordered list" : "list"}`);
        for (const item of block.items) {
          write(depth + 1, `${place(item.span.start)} item: ${inline(item.content)}`);
          for (const child of item.blocks) show(child, depth + 2);
        }
        return;
      case "definitions":
        write(depth, `${at} definitions`);
        for (const item of block.items) {
          write(depth + 1, `${place(item.span.start)} term: ${item.terms.map(inline).join(" / ")}`);
          for (const child of item.blocks) show(child, depth + 2);
        }
        return;
      case "group":
        write(depth, `${at} group ${block.title === undefined ? "" : inline(block.title)}`.trimEnd());
        for (const child of block.blocks) show(child, depth + 1);
    }
  };
  for (const block of blocks) show(block, 0);
  return `${lines.join("\n")}\n`;
}

/** Every piece of text in `blocks`, wherever it stands. */
export function* inlinesIn(blocks: readonly Block[]): Iterable<Inline> {
  for (const block of blocks) {
    if (block.kind === "heading" || block.kind === "paragraph" || block.kind === "code") yield block.content;
    else if (block.kind === "table") {
      for (const { cells } of [...(block.header ? [block.header] : []), ...block.rows])
        for (const { content } of cells) yield content;
    } else if (block.kind === "group") yield* inlinesIn(block.blocks);
    else if (block.kind === "list") {
      for (const { content, blocks: inner } of block.items) {
        yield content;
        yield* inlinesIn(inner);
      }
    } else
      for (const { terms, blocks: inner } of block.items) {
        yield* terms;
        yield* inlinesIn(inner);
      }
  }
}
