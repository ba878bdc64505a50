import { createScanner } from "jsonc-parser";
import { maximumDepth, maximumTokens, reportDepth, reportTokens } from "./data-limits.ts";
import type { ProblemCollector } from "./problem-collector.ts";

/**
 * Whether JSON may be read by its depth and by how much is in it; if not, a problem says where it goes too far. The parser
 * is recursive and recovers from errors in its own way, so a bracket of the wrong kind closes nothing here: the depth is
 * never below the parser's.
 */
export function isWithinLimits(text: string, problems: ProblemCollector): boolean {
  const scanner = createScanner(text, true);
  const open: string[] = [];
  for (let tokens = 0; ; tokens += 1) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    if (scanner.getTokenLength() === 0 && offset >= text.length) return true;
    if (tokens > maximumTokens) {
      reportTokens(offset, problems);
      return false;
    }
    const first = text.charAt(offset);
    if (first === "{" || first === "[") {
      open.push(first === "{" ? "}" : "]");
      if (open.length > maximumDepth) {
        reportDepth(offset, problems);
        return false;
      }
    } else if (first === open.at(-1)) {
      open.pop();
    }
  }
}
