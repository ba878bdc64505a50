import * as T from "./token-kind.ts";

/** The kinds of `x`, `x=`, `xx`, `xx=`. */
type Family = readonly [number, number, number, number];

const AMPERSANDS: Family = [T.ampersand, T.ampersandEquals, T.ampersandAmpersand, T.ampersandAmpersandEquals];
const BARS: Family = [T.bar, T.barEquals, T.barBar, T.barBarEquals];
const ASTERISKS: Family = [T.asterisk, T.asteriskEquals, T.asteriskAsterisk, T.asteriskAsteriskEquals];

/** The longest punctuator at `start`, packed as `kind * 8 + length`; `unit` is its first character. */
export function punctuatorAt(text: string, start: number, unit: number): number {
  const next = text.charCodeAt(start + 1);
  switch (unit) {
    case 59: // ;
      return pack(T.semicolon, 1);
    case 44: // ,
      return pack(T.comma, 1);
    case 46: // .
      return next === 46 && text.charCodeAt(start + 2) === 46 ? pack(T.dotDotDot, 3) : pack(T.dot, 1);
    case 58: // :
      return pack(T.colon, 1);
    case 61: // =
      if (next === 62) return pack(T.arrow, 2);
      if (next !== 61) return pack(T.equals, 1);
      return text.charCodeAt(start + 2) === 61 ? pack(T.equalsEqualsEquals, 3) : pack(T.equalsEquals, 2);
    case 33: // !
      if (next !== 61) return pack(T.exclamation, 1);
      return text.charCodeAt(start + 2) === 61 ? pack(T.exclamationEqualsEquals, 3) : pack(T.exclamationEquals, 2);
    case 63: // ?
      return questionMark(text, start, next);
    case 38: // &
      return doubled(text, start, next, AMPERSANDS);
    case 124: // |
      return doubled(text, start, next, BARS);
    case 42: // *
      return doubled(text, start, next, ASTERISKS);
    case 43: // +
      if (next === 43) return pack(T.plusPlus, 2);
      return next === 61 ? pack(T.plusEquals, 2) : pack(T.plus, 1);
    case 45: // -
      if (next === 45) return pack(T.minusMinus, 2);
      return next === 61 ? pack(T.minusEquals, 2) : pack(T.minus, 1);
    case 47: // /
      return next === 61 ? pack(T.slashEquals, 2) : pack(T.slash, 1);
    case 37: // %
      return next === 61 ? pack(T.percentEquals, 2) : pack(T.percent, 1);
    case 94: // ^
      return next === 61 ? pack(T.caretEquals, 2) : pack(T.caret, 1);
    case 62: // >
      return pack(T.greater, 1);
    case 126: // ~
      return pack(T.tilde, 1);
    case 64: // @
      return pack(T.at, 1);
    default:
      return pack(T.unknown, 1);
  }
}

/** The kind in a packed punctuator. */
export function punctuatorKind(packed: number): number {
  return packed >> 3;
}

/** The length in a packed punctuator. */
export function punctuatorLength(packed: number): number {
  return packed & 7;
}

function pack(kind: number, length: number): number {
  return (kind << 3) | length;
}

function questionMark(text: string, start: number, next: number): number {
  if (next === 63) {
    return text.charCodeAt(start + 2) === 61 ? pack(T.questionQuestionEquals, 3) : pack(T.questionQuestion, 2);
  }
  if (next === 46) {
    // `a?.5:b` is a condition, not a chain.
    const after = text.charCodeAt(start + 2);
    if (!(after >= 48 && after <= 57)) return pack(T.questionDot, 2);
  }
  return pack(T.question, 1);
}

function doubled(text: string, start: number, next: number, kinds: Family): number {
  if (next === 61) return pack(kinds[1], 2);
  if (next !== text.charCodeAt(start)) return pack(kinds[0], 1);
  return text.charCodeAt(start + 2) === 61 ? pack(kinds[3], 3) : pack(kinds[2], 2);
}
