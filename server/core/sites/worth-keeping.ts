/** Which sites say anything: one without a single constant is left out, and one in a bundle must be beyond doubt. */
import { isDocument } from "../syntax/dialect.ts";
import type { SourceFile } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";
import type { ErrorSite } from "./model.ts";
import { isKnown } from "./site-draft.ts";

/** A line this long was written by a program: names in it are mangled, and tables are anybody's. */
const longestLine = 5000;

/** The sites of a file that are worth keeping. */
export function worthKeeping(sites: readonly ErrorSite[], file: SourceFile): readonly ErrorSite[] {
  const telling = sites.filter((site) => !isSilent(site));
  const bundled = isDocument(file.dialect) ? [] : longLines(file.text);
  if (bundled.length === 0) return telling;
  return telling.filter(
    (site) => isSure(site) || !bundled.some((line) => line.start <= site.span.start && site.span.start < line.end),
  );
}

/** Where what tells an error is given by somebody's caller, or is compared with another one's, nothing can be said of it. */
function isSilent(site: ErrorSite): boolean {
  if (!speaking.has(site.idiom)) return false;
  return !isKnown(site.status) && !isKnown(site.code) && site.headers.length === 0;
}

const speaking: ReadonlySet<string> = new Set(["throw", "construct", "test-expectation", "comparison"]);

function longLines(text: string): readonly Span[] {
  const found: Span[] = [];
  if (text.length <= longestLine) return found;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    if (end - start > longestLine) found.push({ start, end });
    start = end + 1;
  }
  return found;
}

function isSure(site: ErrorSite): boolean {
  return (
    isKnown(site.status) &&
    site.status.certainty === "certain" &&
    site.status.values.every(({ value }) => value >= 400) &&
    (isKnown(site.code) || isKnown(site.message))
  );
}
