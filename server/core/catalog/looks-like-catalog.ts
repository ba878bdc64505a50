import { type DataFormat, type DataMap, type DataNode, valueAt } from "../text/data-node.ts";
import { readData } from "../text/read-data.ts";

/**
 * Whether a YAML or JSON text is meant as a catalog: at its top it has an id, a title, and codes or statuses. Texts that do
 * not have the words at all, which is nearly every file, are told apart without being read.
 */
export function looksLikeCatalog(text: string, format: DataFormat): boolean {
  if (!hasWords(text)) return false;
  const mayBe = format === "yaml" ? mayHaveYamlKeysAtTop(text) : hasJsonKeysAtTop(text);
  return mayBe && isCatalogData(readData(text, format, { duplicates: "keep" }).root);
}

function hasWords(text: string): boolean {
  return text.includes("id") && text.includes("title") && (text.includes("codes") || text.includes("statuses"));
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
function mayHaveYamlKeysAtTop(text: string): boolean {
  const [, column, letter] = firstContent.exec(text) ?? [];
  if (column === undefined || letter === undefined || letter === "") return true;
  return ["id", "title", "(?:codes|statuses)"].every((key) =>
    new RegExp(`^\\uFEFF?${column}(?:\\? |(?:[&!]\\S* +)?["']?${key}["']?\\s*:)`, "m").test(text),
  );
}

/**
 * Whether a JSON text has a catalog's keys at its top. Files of translations have the words too, deeper down: one look at
 * each character, without a tree, tells them apart. Half-typed parts cost nothing but what follows them in their line.
 */
function hasJsonKeysAtTop(text: string): boolean {
  const wanted = new Set(["id", "title", "codes"]);
  let depth = 0;
  for (let index = 0; index < text.length && wanted.size > 0; index += 1) {
    switch (text.charCodeAt(index)) {
      case quoteMark: {
        const end = endOfString(text, index);
        if (depth === 1 && end - index <= longestKey) {
          const word = text.slice(index + 1, end - 1);
          const isKey = /^\s*:/.test(text.slice(end, end + 20));
          if (isKey) wanted.delete(word === "statuses" ? "codes" : word);
        }
        index = end - 1;
        break;
      }
      case slash:
        index = endOfComment(text, index) - 1;
        break;
      case openBrace:
      case openBracket:
        depth += 1;
        break;
      case closeBrace:
      case closeBracket:
        depth -= 1;
        break;
    }
  }
  return wanted.size === 0;
}

const quoteMark = 0x22;
const slash = 0x2f;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
/** The longest of the wanted keys, with its quotes. */
const longestKey = "statuses".length + 2;

/** The end of a JSON string, at the latest that of its line. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === quoteMark) return index + 1;
    if (unit === 0x5c) index += 1;
    else if (unit === 0x0a || unit === 0x0d) return index;
  }
  return text.length;
}

/** The end of a comment, or of the slash alone. */
function endOfComment(text: string, start: number): number {
  const second = text.charAt(start + 1);
  const end = second === "/" ? text.indexOf("\n", start) : second === "*" ? text.indexOf("*/", start + 2) + 1 : start;
  return end <= 0 ? text.length : end + 1;
}
