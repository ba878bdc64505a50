/** The text in a string of a document, and where each of its characters stands in the file. */
import type { StringLiteral } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";

export interface EmbeddedText {
  readonly text: string;
  /** The place in the file of a stretch of `text`; the whole string where its lines are folded or indented. */
  placeOf(span: Span): Span;
}

/** The text of `node` in the file's `source`. */
export function embeddedText(source: string, node: StringLiteral): EmbeddedText {
  const whole = { start: node.start, end: node.end };
  let offsets: readonly number[] | undefined;
  return {
    text: node.value,
    placeOf({ start, end }) {
      offsets ??= offsetsOf(source, node);
      const from = offsets[start];
      const to = offsets[end];
      return from === undefined || to === undefined ? whole : { start: from, end: to };
    },
  };
}

const none: readonly number[] = [];

/** The offset of each character and of the end; none where the string is not written character by character. */
function offsetsOf(source: string, { value, quote, start, end, closed }: StringLiteral): readonly number[] {
  if (quote === "|") return none;
  const first = quote === "" ? start : start + 1;
  const last = quote === "" || !closed ? end : end - 1;
  const offsets: number[] = [];
  let offset = first;
  for (let index = 0; index < value.length && offset < last; index += 1) {
    offsets.push(offset);
    offset += quote === '"' ? lengthOfEscape(source, offset) : quote === "'" && source[offset] === "'" ? 2 : 1;
  }
  offsets.push(offset);
  return offset === last && offsets.length === value.length + 1 ? offsets : none;
}

/** The length of what stands for one UTF-16 unit in double quotes. */
function lengthOfEscape(source: string, offset: number): number {
  if (source[offset] !== "\\") return 1;
  const kind = source[offset + 1];
  return kind === "u" ? 6 : kind === "x" ? 4 : 2;
}
