import type { Code } from "../../catalog/model.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";

/** What means itself in JSON, in strings of programs, and in YAML, whatever the quotes. */
const plain = /^[\p{L}\p{N}_.:/@ -]+$/u;

/**
 * Writes another value into a text that holds JSON and stands in a string of the file, as bodies of mocks do. `place` is
 * the value, or a stretch around it; undefined where the value does not stand there exactly once, or cannot be written
 * without escaping.
 */
export function editInText(
  text: string,
  place: Span,
  { from, to }: { readonly from: Code; readonly to: Code },
): TextEdit | undefined {
  if (typeof from !== typeof to || !plain.test(String(from)) || !plain.test(String(to))) return undefined;
  const value = String(from).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const written =
    typeof from === "string"
      ? new RegExp(`(?<=\\\\*")${value}(?=\\\\*")`, "g")
      : new RegExp(`(?<![\\w."'-])${value}(?![\\w."'])`, "g");
  const [only, ...others] = text.slice(place.start, place.end).matchAll(written);
  if (only === undefined || others.length > 0) return undefined;
  const start = place.start + only.index;
  return { span: { start, end: start + only[0].length }, newText: String(to) };
}
