/** Writing one more catalog into a configuration; comments and layout stay. */
import { addLast } from "../text/add-data.ts";
import { type DataFormat, valueAt } from "../text/data-node.ts";
import type { TextEdit } from "../text/edit.ts";
import { readData } from "../text/read-data.ts";

/** A configuration that names `paths` and nothing else. */
export function newConfiguration(paths: readonly string[]): string {
  return `${JSON.stringify({ catalogs: paths }, undefined, 2)}\n`;
}

/**
 * The edits after which the configuration names `path` as well. One that named no catalogs so far also names `served`:
 * from then on nothing is looked for. Undefined where the text is too broken to be changed.
 */
export function addCatalog(
  text: string,
  format: DataFormat,
  { path, served }: { readonly path: string; readonly served: readonly string[] },
): readonly TextEdit[] | undefined {
  const { root } = readData(text, format, { duplicates: "keep" });
  if (root === undefined && text.trim() === "") {
    const newText =
      format === "json" ? newConfiguration([...served, path]) : `catalogs: ${JSON.stringify([...served, path])}\n`;
    return [{ span: { start: 0, end: text.length }, newText }];
  }
  if (root?.kind !== "map") return undefined;
  const list = valueAt(root, "catalogs");
  if (list?.kind === "list") return addLast({ text, format, container: list, key: undefined, value: path });
  if (list !== undefined) return undefined;
  return addLast({ text, format, container: root, key: "catalogs", value: [...served, path] });
}
