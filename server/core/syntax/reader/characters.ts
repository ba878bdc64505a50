/** What a character below 128 can start, as small numbers for one table lookup. */
export const OTHER = 0;
export const WORD = 1;
export const DIGIT = 2;
export const SPACE = 3;
export const NEWLINE = 4;
export const QUOTE = 5;

const classes = new Uint8Array(128);
for (let unit = 97; unit <= 122; unit += 1) classes[unit] = WORD;
for (let unit = 65; unit <= 90; unit += 1) classes[unit] = WORD;
for (let unit = 48; unit <= 57; unit += 1) classes[unit] = DIGIT;
classes[36] = WORD;
classes[95] = WORD;
classes[92] = WORD;
classes[32] = SPACE;
classes[9] = SPACE;
classes[11] = SPACE;
classes[12] = SPACE;
classes[10] = NEWLINE;
classes[13] = NEWLINE;
classes[34] = QUOTE;
classes[39] = QUOTE;

/** The class of a UTF-16 unit; beyond ASCII everything is a word but the spaces and line ends of ECMAScript. */
export function classOf(unit: number): number {
  if (unit < 128) return classes[unit] ?? OTHER;
  // Past the end of a text the unit is NaN.
  return unit >= 128 ? classOfWide(unit) : OTHER;
}

/** Whether the unit continues a word (a letter, a digit, `$`, `_`, a backslash, anything wide). */
export function continuesWord(unit: number): boolean {
  const found = classOf(unit);
  return found === WORD || found === DIGIT;
}

/** Whether the unit ends a line in ECMAScript: LF, CR, U+2028, U+2029. */
export function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;
}

function classOfWide(unit: number): number {
  if (unit === 0x2028 || unit === 0x2029) return NEWLINE;
  if (unit === 0xa0 || unit === 0xfeff || unit === 0x1680 || unit === 0x202f || unit === 0x205f || unit === 0x3000) {
    return SPACE;
  }
  if (unit >= 0x2000 && unit <= 0x200a) return SPACE;
  return WORD;
}
