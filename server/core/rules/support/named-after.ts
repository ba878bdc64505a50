import type { Catalog, Code } from "../../catalog/model.ts";
import { wordsOf } from "../../facts/words-of.ts";
import { statusByName } from "../../sites/parts/status-names.ts";

const plainWords: ReadonlySet<string> = new Set(["http", "https", "status", "code", "error", "err", "response"]);

/**
 * Whether a constant's name says a value, and another one than `to`: `FORBIDDEN`, `HTTP_403`, `ErrorCode.NOT_FOUND`.
 * With `to` in it the name would lie to everyone who reads it.
 */
export function isNamedAfterAnother(name: string, to: Code, catalogs: readonly Catalog[]): boolean {
  const last =
    name
      .split(/[.[\]"'`]+/)
      .filter((step) => step !== "")
      .at(-1) ?? "";
  const words = wordsOf(last).filter((word) => !plainWords.has(word));
  const said = words.join(" ");
  if (said === "" || said === wordsOf(String(to)).join(" ")) return false;
  const number = /(?<!\d)[1-5]\d\d(?!\d)/.exec(last)?.[0];
  if (number !== undefined) return number !== String(to);
  const status = statusByName(said);
  if (status !== undefined) return status !== to;
  return catalogs.some(({ codes }) => codes.some(({ code }) => wordsOf(String(code)).join(" ") === said));
}
