import { createScanner } from "jsonc-parser";
import { maximumDepth } from "./data-limits.ts";

/**
 * The offset at which JSON nests deeper than allowed, or undefined. The parser is recursive and recovers from errors in
 * its own way, so a bracket of the wrong kind closes nothing here: the count is never below the parser's.
 */
export function offsetBeyondDepth(text: string): number | undefined {
  const scanner = createScanner(text, true);
  const open: string[] = [];
  for (;;) {
    scanner.scan();
    const length = scanner.getTokenLength();
    const offset = scanner.getTokenOffset();
    if (length === 0 && offset >= text.length) return undefined;
    const first = text[offset];
    if (first === "{" || first === "[") {
      open.push(first === "{" ? "}" : "]");
      if (open.length > maximumDepth) return offset;
    } else if (first !== undefined && first === open.at(-1)) {
      open.pop();
    }
  }
}
