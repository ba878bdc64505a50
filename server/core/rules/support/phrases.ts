/** Pieces of the sentences that rules say, so that all of them sound alike. */
import type { Catalog, Code, LocalizedText } from "../../catalog/model.ts";

/** The catalog's English title, else the one in its own language. Without marks: lists of problems show plain text. */
export function catalogName(catalog: Catalog): string {
  return inEnglish(catalog.title, catalog.language) ?? catalog.id;
}

/** The names of several catalogs, joined for a sentence. */
export function catalogNames(catalogs: readonly Catalog[]): string {
  return listed(catalogs.map(catalogName), "and");
}

/** A code in backticks, a text that looks like a number in quotes as well: `` `"1001"` `` is not `` `1001` ``. */
export function codeName(code: Code): string {
  return typeof code === "string" && /^-?\d+$/.test(code) ? `\`"${code}"\`` : `\`${code}\``;
}

/** `409`, `400 or 403`, `400, 403 or 409`. */
export function listed(items: readonly (string | number)[], word: "or" | "and"): string {
  const distinct = [...new Set(items)];
  const last = distinct.pop();
  if (last === undefined) return "";
  return distinct.length === 0 ? `${last}` : `${distinct.join(", ")} ${word} ${last}`;
}

/** A wire text in quotation marks, cut where it is too long for one line. */
export function quotation(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `«${line.length > 80 ? `${line.slice(0, 77)}…` : line}»`;
}

/** A text in English, else in the language given, else in any. */
export function inEnglish(text: LocalizedText, own: string): string | undefined {
  return text.get("en") ?? text.get(own) ?? text.values().next().value;
}

/** `2` as `two`, up to twelve. */
export function numberWord(count: number): string {
  const words = "no one two three four five six seven eight nine ten eleven twelve".split(" ");
  return words[count] ?? String(count);
}
