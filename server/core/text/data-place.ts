import { cursorMark } from "./cursor-patch.ts";
import type { DataFormat, DataMap, DataNode } from "./data-node.ts";
import { jsonPatchAt } from "./json-patch.ts";
import { readData } from "./read-data.ts";
import type { Span } from "./span.ts";
import { yamlPatchAt } from "./yaml-patch.ts";

/** One step from the root of a data file: into a map's entry, or into a list's item. */
export type DataStep = { readonly kind: "key"; readonly key: string } | { readonly kind: "item" };

/** What the cursor stands on in a data file that is being typed. */
export interface DataPlace {
  /** Steps to the map whose key is being typed, or to the value that is being typed. */
  readonly path: readonly DataStep[];
  /** `key-or-value` where the first key of a map would stand as well as a value: on a line of its own, or after `- `. */
  readonly expects: "key" | "value" | "key-or-value";
  /** Keys of the same map other than the one being typed. */
  readonly siblings: ReadonlySet<string>;
  /** What is typed so far, quotes included: what a completion replaces. */
  readonly span: Span;
  readonly hasColonAfter: boolean;
  /** What must be written first: the space that YAML wants behind a colon, the comma before another JSON key. */
  readonly lead: string;
}

/** Where in the data `offset` is, though the text is half typed there; undefined in comments, long texts and the like. */
export function dataPlaceAt(text: string, format: DataFormat, offset: number): DataPlace | undefined {
  const patch = format === "yaml" ? yamlPatchAt(text, offset) : jsonPatchAt(text, offset);
  if (patch === undefined) return undefined;
  const { span, hasColonAfter, lead } = patch;
  const patched = text.slice(0, span.start) + patch.text + text.slice(span.end);
  const { root } = readData(patched, format, { duplicates: "keep" });
  const found = root && findMark(root);
  if (found === undefined) return undefined;
  const alone = found.map !== undefined && found.map.entries.length === 1;
  const expects = found.map === undefined ? "value" : alone && patch.onOwnLine ? "key-or-value" : "key";
  const names = found.map?.entries.map((entry) => entry.key).filter((key) => key !== cursorMark);
  return { path: found.path, expects, siblings: new Set(names), span, hasColonAfter, lead };
}

interface FoundMark {
  readonly path: readonly DataStep[];
  /** The map that has the mark as a key; undefined where the mark is a value. */
  readonly map: DataMap | undefined;
}

function findMark(node: DataNode, path: readonly DataStep[] = []): FoundMark | undefined {
  switch (node.kind) {
    case "scalar":
      return node.value === cursorMark ? { path, map: undefined } : undefined;
    case "list":
      for (const item of node.items) {
        const found = findMark(item, [...path, { kind: "item" }]);
        if (found !== undefined) return found;
      }
      return undefined;
    case "map":
      for (const entry of node.entries) {
        if (entry.key === cursorMark) return { path, map: node };
        const found = findMark(entry.value, [...path, { kind: "key", key: entry.key }]);
        if (found !== undefined) return found;
      }
      return undefined;
  }
}
