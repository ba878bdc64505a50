/**
 * JSON or YAML as read: a tagged tree in which every part knows its place. Maps are lists of entries, never objects,
 * so no key can touch a prototype, repeated keys stay visible, and order is kept. The tree is at most 200 levels deep;
 * what YAML aliases share is shared here as well, within a bound on the size of the whole when written out.
 */
import type { Problem } from "./problem.ts";
import type { Span } from "./span.ts";

export type DataNode = DataMap | DataList | DataScalar;

export interface DataMap {
  readonly kind: "map";
  readonly entries: readonly DataEntry[];
  readonly span: Span;
}

export interface DataEntry {
  /** The key as a name: what is written, quotes and escapes resolved (`404`, `no`, `error.code`). */
  readonly key: string;
  readonly keySpan: Span;
  /** The key with its type: YAML has numbers as keys, JSON has not. */
  readonly keyScalar: DataScalar;
  readonly value: DataNode;
}

export interface DataList {
  readonly kind: "list";
  readonly items: readonly DataNode[];
  readonly span: Span;
}

export interface DataScalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** The text before its type was decided, quotes and escapes resolved: `0x10` where the value is 16. */
  readonly written: string;
  readonly quoted: boolean;
  readonly span: Span;
}

/** What a data file holds (undefined when nothing, or nothing that may be read) and what is wrong with it. */
export interface DataReading {
  readonly root: DataNode | undefined;
  readonly problems: readonly Problem[];
}

export type DataFormat = "yaml" | "json";

export interface DataOptions {
  /** Code of the problems; `data-syntax` unless given. */
  readonly code?: string;
  /** Whether a repeated key is a problem here, or left to the caller, who finds both entries in the map. */
  readonly duplicates?: "report" | "keep";
  /** YAML only: is told of each comment, its mark included. */
  readonly onComment?: (span: Span) => void;
  /** JSON only: refuse comments and commas before a closing bracket. */
  readonly strict?: boolean;
}

/** The value of the first entry named `key`, if `node` is a map that has one. */
export function valueAt(node: DataNode | undefined, key: string): DataNode | undefined {
  if (node?.kind !== "map") return undefined;
  return node.entries.find((entry) => entry.key === key)?.value;
}
