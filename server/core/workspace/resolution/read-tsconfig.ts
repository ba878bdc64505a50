import { type DataNode, valueAt } from "../../text/data-node.ts";
import { readJsonData } from "../../text/read-json-data.ts";

/** What one tsconfig.json or jsconfig.json says of module resolution, as written. */
export interface Tsconfig {
  readonly extends: readonly string[];
  readonly baseUrl: string | undefined;
  /** Undefined where the file says nothing; then what it extends decides. */
  readonly paths: readonly PathMapping[] | undefined;
  readonly conditions: readonly string[] | undefined;
  /** Other configurations of the same folders, of which each governs a part of the files. */
  readonly references: readonly string[];
}

/** `pattern` has at most one `*`. */
export interface PathMapping {
  readonly pattern: string;
  readonly targets: readonly string[];
}

/** Reads what can be made out; comments and commas at ends are allowed. Never throws. */
export function readTsconfig(text: string): Tsconfig {
  const { root } = readJsonData(text, { duplicates: "keep" });
  const options = valueAt(root, "compilerOptions");
  const paths = valueAt(options, "paths");
  return {
    extends: textsIn(valueAt(root, "extends")),
    baseUrl: textsIn(valueAt(options, "baseUrl"))[0],
    paths: paths?.kind === "map" ? paths.entries.map(({ key, value }) => mapping(key, value)) : undefined,
    conditions: valueAt(options, "customConditions") && textsIn(valueAt(options, "customConditions")),
    references: referencesIn(valueAt(root, "references")),
  };
}

function referencesIn(node: DataNode | undefined): readonly string[] {
  return node?.kind === "list" ? node.items.flatMap((item) => textsIn(valueAt(item, "path"))) : [];
}

function mapping(pattern: string, targets: DataNode): PathMapping {
  return { pattern, targets: textsIn(targets) };
}

/** The texts of a list, or the one text that stands in place of a list. */
export function textsIn(node: DataNode | undefined): readonly string[] {
  const items = node?.kind === "list" ? node.items : node ? [node] : [];
  return items.flatMap((item) => (item.kind === "scalar" && typeof item.value === "string" ? [item.value] : []));
}
