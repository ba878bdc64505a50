import { createScanner } from "jsonc-parser";
import { type CursorPatch, cursorMark } from "./cursor-patch.ts";
import type { Span } from "./span.ts";

interface Token extends Span {
  readonly first: string;
}

/** How to make half-typed JSON readable at `offset`; undefined in comments and where a token is complete. */
export function jsonPatchAt(text: string, offset: number): CursorPatch | undefined {
  const open: string[] = [];
  let last: Token | undefined;
  let touched: Token | undefined;
  for (const token of tokensOf(text)) {
    if (token.first === "/" && token.start < offset && offset < token.end) return undefined;
    if (token.first === "/") continue;
    if (token.start >= offset && !(token.start === offset && isWord(token))) break;
    if (token.end >= offset && isWord(token)) {
      touched = token;
      break;
    }
    if (token.first === "{" || token.first === "[") open.push(token.first);
    if (token.first === "}" || token.first === "]") open.pop();
    last = token;
  }
  const span = { start: touched?.start ?? offset, end: touched?.end ?? offset };
  const isKey = open.at(-1) === "{" && last?.first !== ":";
  // Behind a complete value only another key can be meant, its comma still missing.
  const isBehindValue = last !== undefined && !"{[,:".includes(last.first);
  if (isBehindValue && !isKey) return undefined;
  const lead = isBehindValue ? ", " : "";
  const hasColonAfter = isKey && /^\s*:/.test(text.slice(span.end, span.end + 200));
  const mark = isKey && !hasColonAfter ? `"${cursorMark}": null` : `"${cursorMark}"`;
  return { span, text: lead + mark, onOwnLine: false, hasColonAfter, lead };
}

function* tokensOf(text: string): Generator<Token> {
  const scanner = createScanner(text, false);
  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const length = scanner.getTokenLength();
    if (length === 0 && start >= text.length) return;
    const first = text.charAt(start);
    if (first.trim() !== "") yield { first, start, end: start + length };
  }
}

/** A string, a number or a bare word: what may be half typed. */
function isWord(token: Token): boolean {
  return !"{}[],:".includes(token.first);
}
