import type { Dialect, DocumentDialect } from "./tree.ts";

const DIALECTS: ReadonlyMap<string, Dialect> = new Map([
  ["ts", "ts"],
  ["mts", "ts"],
  ["cts", "ts"],
  ["tsx", "tsx"],
  ["js", "js"],
  ["mjs", "js"],
  ["cjs", "js"],
  ["jsx", "jsx"],
  ["json", "json"],
  ["jsonc", "json"],
  // HTTP archives.
  ["har", "json"],
  ["yaml", "yaml"],
  ["yml", "yaml"],
]);

/** The dialect that a file's name tells by its ending, whatever its case; undefined for files that are not read. */
export function dialectOf(fileName: string): Dialect | undefined {
  const dot = fileName.lastIndexOf(".");
  return dot < 0 ? undefined : DIALECTS.get(fileName.slice(dot + 1).toLowerCase());
}

/** Whether a dialect is one of documents: data, no program. */
export function isDocument(dialect: Dialect): dialect is DocumentDialect {
  return dialect === "json" || dialect === "yaml";
}
