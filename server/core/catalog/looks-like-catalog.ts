import { type DataFormat, type DataMap, type DataNode, valueAt } from "../text/data-node.ts";
import { readData } from "../text/read-data.ts";

/**
 * Whether a YAML or JSON text is meant as a catalog: at its top it has an id, a title, and codes or statuses. Texts that do
 * not have the words at all, which is nearly every file, are told apart without being read.
 */
export function looksLikeCatalog(text: string, format: DataFormat): boolean {
  const hasWords =
    text.includes("id") && text.includes("title") && (text.includes("codes") || text.includes("statuses"));
  if (!hasWords || (format === "yaml" && !mayHaveKeysAtTop(text))) return false;
  return isCatalogData(readData(text, format, { duplicates: "keep" }).root);
}

/** As `looksLikeCatalog`, of data that has been read. */
export function isCatalogData(root: DataNode | undefined): root is DataMap {
  const has = (key: string): boolean => valueAt(root, key) !== undefined;
  return has("id") && has("title") && (has("codes") || has("statuses"));
}

/** Whether a file's name says that it is a catalog, whatever is in it so far. */
export function isCatalogName(name: string): boolean {
  return /\.error-catalog\.(?:ya?ml|jsonc?)$/i.test(name);
}

/** The start of the first line of a YAML text that is not blank, a comment, a directive or a bare mark of a document. */
const firstContent = /^\uFEFF?( *)(?=[^\s#%])(?!---[ \t]*(?:#.*)?$)([\w"']?)/m;

/**
 * Whether the lines of a YAML text can hold a catalog's keys at the top, where all keys stand at one column. Lock files
 * and descriptions of APIs have the words too, deeper down, and reading them takes long. True for any other style.
 */
function mayHaveKeysAtTop(text: string): boolean {
  const [, column, letter] = firstContent.exec(text) ?? [];
  if (column === undefined || letter === undefined || letter === "") return true;
  return ["id", "title", "(?:codes|statuses)"].every((key) =>
    new RegExp(`^\\uFEFF?${column}(?:\\? |(?:[&!]\\S* +)?["']?${key}["']?\\s*:)`, "m").test(text),
  );
}
