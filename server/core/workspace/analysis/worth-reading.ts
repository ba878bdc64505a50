import { mayHoldSites } from "../../sites/find-sites.ts";
import { isDocument } from "../../syntax/dialect.ts";
import type { Dialect } from "../../syntax/tree.ts";
import { maximumDepth, maximumLength } from "../../text/data-limits.ts";
import type { AnalysisContext } from "./analysis-context.ts";

/**
 * Whether reading the structure can tell anything: somebody has the file open, a site may be in it, a comment speaks to
 * this program, or it is a document that may have to be refused.
 */
export function isWorthReading(
  text: string,
  dialect: Dialect,
  { isOpen, configuration }: Pick<AnalysisContext, "isOpen" | "configuration">,
): boolean {
  if (text.length > maximumLength || mayHoldSites(text, dialect, configuration?.wrappers)) return true;
  // A large document without a sign of a site (a lock, a translation) is not read again at each key.
  if (isOpen && !(isDocument(dialect) && text.length > largeDocument)) return true;
  if (text.includes("error-code-insight-") || text.includes("error-catalog")) return true;
  return dialect === "json" && mayBeTooDeep(text);
}

const largeDocument = 100_000;

/** Counts brackets wherever they stand: never too few. */
function mayBeTooDeep(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index) | 0x20;
    if (unit === 0x7b) depth += 1;
    else if (unit === 0x7d) depth -= 1;
    if (depth > maximumDepth) return true;
  }
  return false;
}
