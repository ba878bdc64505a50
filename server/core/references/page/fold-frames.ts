import type { FrameMark } from "./frame-marks.ts";
import type { Block, Inline } from "./page.ts";

interface OpenFrame {
  readonly title: Inline | undefined;
  readonly start: number;
  readonly blocks: Block[];
}

/** Blocks with the marks around them as blocks inside groups. What is left open ends with the last block. */
export function foldFrames(items: readonly (Block | FrameMark)[], end: number): readonly Block[] {
  const top: Block[] = [];
  const open: OpenFrame[] = [];
  const add = (block: Block): void => {
    (open.at(-1)?.blocks ?? top).push(block);
  };
  const close = (at: number): void => {
    const frame = open.pop();
    if (frame === undefined) return;
    const { title, start, blocks } = frame;
    // A frame without a title says nothing: its blocks stand as if it were not there.
    if (title === undefined) for (const block of blocks) add(block);
    else add({ kind: "group", title, blocks, span: { start, end: at } });
  };
  for (const item of items) {
    if (item.kind !== "frame") add(item);
    else if (item.ends) close(item.span.end);
    else if (item.begins && open.length < maximumFrames) {
      open.push({ title: item.title, start: item.span.start, blocks: [] });
    } else if (item.title !== undefined) add({ kind: "group", title: item.title, blocks: [], span: item.span });
  }
  while (open.length > 0) close(end);
  return top;
}

/** Frames inside one another that are kept apart. */
const maximumFrames = 50;
