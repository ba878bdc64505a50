import type { Code, CodeEntry } from "../../catalog/model.ts";
import type { Span } from "../../text/span.ts";

/**
 * Where an entry writes the value `code` after the key `key`, in YAML or JSON; the code's own place where it is not found.
 */
export function placeInEntry(
  entry: CodeEntry,
  text: string,
  { key, code }: { readonly key: string; readonly code: Code },
): Span {
  const start = Math.min(entry.span.start, entry.codeSpan.start);
  const body = text.slice(start, entry.span.end);
  const keyAt = body.search(new RegExp(`["']?\\b${key}["']?\\s*:`));
  if (keyAt < 0) return entry.codeSpan;
  const wanted = String(code);
  for (let at = body.indexOf(wanted, keyAt + key.length); at >= 0; at = body.indexOf(wanted, at + 1)) {
    const before = body.charAt(at - 1);
    const after = body.charAt(at + wanted.length);
    if (/[\w-]/.test(before) || /[\w-]/.test(after)) continue;
    return { start: start + at, end: start + at + wanted.length };
  }
  return entry.codeSpan;
}
