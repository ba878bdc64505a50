/** What stands at an offset of data that was read: the way to it, and whether it is a key or a value. */
import type { DataNode } from "./data-node.ts";
import type { DataStep } from "./data-place.ts";
import { type Span, touches } from "./span.ts";

export interface DataSpot {
  /** Steps from the root to the value, or to the value that belongs to the key. */
  readonly path: readonly DataStep[];
  readonly span: Span;
  readonly kind: "key" | "value";
  /** The key, or the value as it is written. */
  readonly written: string;
}

/** The key or the single value that touches `offset`; undefined between them. */
export function dataSpotAt(root: DataNode | undefined, offset: number): DataSpot | undefined {
  let node = root;
  const path: DataStep[] = [];
  while (node !== undefined) {
    if (node.kind === "scalar") {
      return touches(node.span, offset) ? { path, span: node.span, kind: "value", written: node.written } : undefined;
    }
    if (node.kind === "list") {
      node = node.items.find((item) => touches(item.span, offset));
      path.push({ kind: "item" });
      continue;
    }
    const onKey = node.entries.find(({ keySpan }) => touches(keySpan, offset));
    if (onKey !== undefined) {
      path.push({ kind: "key", key: onKey.key });
      return { path, span: onKey.keySpan, kind: "key", written: onKey.key };
    }
    const entry = node.entries.find(({ value }) => touches(value.span, offset));
    if (entry !== undefined) path.push({ kind: "key", key: entry.key });
    node = entry?.value;
  }
  return undefined;
}
