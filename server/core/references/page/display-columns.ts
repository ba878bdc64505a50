import type { SourceLine } from "./source-lines.ts";

/**
 * Where column `column` of a terminal stands in `line`, as an offset in the line: ideographs take two columns, marks that
 * combine take none. Tables drawn in plain text are aligned so.
 */
function offsetAtColumn({ text }: SourceLine, column: number): number {
  let width = 0;
  let offset = 0;
  for (const character of text) {
    if (width >= column) return offset;
    width += widthOf(character);
    offset += character.length;
  }
  return offset;
}

/** The text between two columns of a line, as offsets in the source. `end` undefined is the end of the line. */
export function segmentOf(
  line: SourceLine,
  start: number,
  end: number | undefined,
): { readonly start: number; readonly end: number } {
  const from = offsetAtColumn(line, start);
  const to = end === undefined ? line.text.length : offsetAtColumn(line, end);
  return { start: line.start + from, end: line.start + Math.max(from, to) };
}

function widthOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x300) return 1;
  if (/\p{M}|\u200B|\u200C|\u200D|\uFEFF/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u;
