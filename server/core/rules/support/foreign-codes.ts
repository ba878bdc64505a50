import type { Code } from "../../catalog/model.ts";
import { wordsOf } from "../../facts/words-of.ts";
import type { ErrorSite } from "../../sites/model.ts";
import { foreignOwner } from "../../sites/parts/code-shapes.ts";
import { statusWords } from "./status-words.ts";

/**
 * Whether a code is surely none of an API's own: an operating system's, a database's, a validator's, a transport's, or
 * the HTTP status itself under the name `code`.
 */
export function isForeignCode(code: Code, site: ErrorSite): boolean {
  if (foreignOwner(code) !== undefined) return true;
  if (typeof code === "number") return repeatsStatus(code, site);
  // `TRPCError({ code: "NOT_FOUND" })`: the name of a status is the transport's code where it gives the status.
  const givesStatus = site.status?.span.start === site.code?.span.start && site.status !== undefined;
  return givesStatus && statusWords.has(wordsOf(code).join(" "));
}

// `code: 404` beside a 404, or any number of the status range where no status is seen.
function repeatsStatus(code: number, { status }: ErrorSite): boolean {
  if (!Number.isInteger(code) || code < 100 || code > 599) return false;
  return status === undefined || status.values.length === 0 || status.values.some(({ value }) => value === code);
}
