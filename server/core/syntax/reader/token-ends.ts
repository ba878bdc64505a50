import { classOf, continuesWord, DIGIT, isLineEnd } from "./characters.ts";

/** The end of the number at `start`: decimal, with a radix, with separators, a fraction, an exponent, or a bigint. */
export function numberEnd(text: string, start: number): number {
  let position = start;
  const second = text.charCodeAt(start + 1) | 32;
  if (text.charCodeAt(start) === 48 && (second === 120 || second === 111 || second === 98)) {
    position += 2;
    while (isHexDigit(text.charCodeAt(position)) || text.charCodeAt(position) === 95) position += 1;
  } else {
    position = digitsEnd(text, position);
    if (text.charCodeAt(position) === 46) position = digitsEnd(text, position + 1);
    if ((text.charCodeAt(position) | 32) === 101) {
      const sign = text.charCodeAt(position + 1);
      const digits = sign === 43 || sign === 45 ? position + 2 : position + 1;
      if (classOf(text.charCodeAt(digits)) === DIGIT) position = digitsEnd(text, digits);
    }
  }
  return text.charCodeAt(position) === 110 ? position + 1 : position;
}

/** The end of the regular expression at `start`, flags included; -1 if its line ends first. */
export function regExpEnd(text: string, start: number): number {
  let position = start + 1;
  let inClass = false;
  for (;;) {
    const unit = text.charCodeAt(position);
    if (position >= text.length || isLineEnd(unit)) return -1;
    if (unit === 92) position += isLineEnd(text.charCodeAt(position + 1)) ? 0 : 1;
    else if (unit === 91) inClass = true;
    else if (unit === 93) inClass = false;
    else if (unit === 47 && !inClass) break;
    position += 1;
  }
  position += 1;
  while (continuesWord(text.charCodeAt(position))) position += 1;
  return position;
}

/** The end of the attribute's string at `start`, over line ends if need be; -1 if it is not closed. */
export function attributeStringEnd(text: string, start: number): number {
  const close = text.indexOf(text.charCodeAt(start) === 34 ? '"' : "'", start + 1);
  // Over a line's end, a quote right behind `=` opens the next attribute: this one was never closed.
  const runsOn = close > lineEndFrom(text, start) && text.charCodeAt(close - 1) === 61;
  return close < 0 || runsOn ? -1 : close + 1;
}

/** The end of the line around `start`. */
export function lineEndFrom(text: string, start: number): number {
  let position = start;
  while (position < text.length && !isLineEnd(text.charCodeAt(position))) position += 1;
  return position;
}

function digitsEnd(text: string, start: number): number {
  let position = start;
  for (;;) {
    const unit = text.charCodeAt(position);
    if (!((unit >= 48 && unit <= 57) || unit === 95)) return position;
    position += 1;
  }
}

function isHexDigit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 102) || (unit >= 65 && unit <= 70);
}
