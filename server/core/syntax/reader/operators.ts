import type { Cursor } from "./cursor.ts";
import * as T from "./token-kind.ts";

// Operators that several tokens make: `>` is always scanned alone.
const greaterEquals = 140;
const shiftLeft = 141;
const shiftRight = 142;
const shiftRightUnsigned = 143;
const shiftLeftEquals = 144;
const shiftRightEquals = 145;
const shiftRightUnsignedEquals = 146;

/** How tightly an operator binds, by kind; 0 is no binary operator. ECMAScript 2025 §13.6 to §13.13. */
const precedences = new Uint8Array(160);
const texts: string[] = new Array<string>(160).fill("");

function define(precedence: number, operators: readonly (readonly [number, string])[]): void {
  for (const [kind, text] of operators) {
    precedences[kind] = precedence;
    texts[kind] = text;
  }
}

/** The precedence of `===` and its like. */
export const EQUALITY = 7;

define(1, [[T.questionQuestion, "??"]]);
define(2, [[T.barBar, "||"]]);
define(3, [[T.ampersandAmpersand, "&&"]]);
define(4, [[T.bar, "|"]]);
define(5, [[T.caret, "^"]]);
define(6, [[T.ampersand, "&"]]);
define(EQUALITY, [
  [T.equalsEquals, "=="],
  [T.exclamationEquals, "!="],
  [T.equalsEqualsEquals, "==="],
  [T.exclamationEqualsEquals, "!=="],
]);
define(8, [
  [T.less, "<"],
  [T.greater, ">"],
  [T.lessEquals, "<="],
  [greaterEquals, ">="],
  [T.kIn, "in"],
  [T.kInstanceof, "instanceof"],
  [T.kAs, "as"],
  [T.kSatisfies, "satisfies"],
]);
define(9, [
  [shiftLeft, "<<"],
  [shiftRight, ">>"],
  [shiftRightUnsigned, ">>>"],
]);
define(10, [
  [T.plus, "+"],
  [T.minus, "-"],
]);
define(11, [
  [T.asterisk, "*"],
  [T.slash, "/"],
  [T.percent, "%"],
]);
define(12, [[T.asteriskAsterisk, "**"]]);
define(0, [
  [T.exclamation, "!"],
  [T.tilde, "~"],
  [T.plusPlus, "++"],
  [T.minusMinus, "--"],
  [T.kTypeof, "typeof"],
  [T.kVoid, "void"],
  [T.kDelete, "delete"],
  [T.equals, "="],
  [T.plusEquals, "+="],
  [T.minusEquals, "-="],
  [T.asteriskEquals, "*="],
  [T.asteriskAsteriskEquals, "**="],
  [T.slashEquals, "/="],
  [T.percentEquals, "%="],
  [T.ampersandEquals, "&="],
  [T.barEquals, "|="],
  [T.caretEquals, "^="],
  [T.ampersandAmpersandEquals, "&&="],
  [T.barBarEquals, "||="],
  [T.questionQuestionEquals, "??="],
  [shiftLeftEquals, "<<="],
  [shiftRightEquals, ">>="],
  [shiftRightUnsignedEquals, ">>>="],
]);

export function operatorText(kind: number): string {
  return texts[kind] ?? "";
}

export function precedenceOf(kind: number): number {
  return precedences[kind] ?? 0;
}

export function isAssignment(kind: number): boolean {
  return kind >= T.equals && kind <= T.questionQuestionEquals;
}

/** The operator at the cursor, tokens that belong together joined; a kind of precedence 0 where none stands. */
export function binaryOperatorAt(cursor: Cursor): number {
  const kind = cursor.kind;
  switch (kind) {
    case T.greater:
      return greaterAt(cursor);
    case T.less:
      return lessAt(cursor);
    case T.kIn:
      return cursor.withoutIn === cursor.limit ? 0 : kind;
    case T.kAs:
    case T.kSatisfies:
      return cursor.typescript && !cursor.newline ? kind : 0;
    default:
      return kind;
  }
}

/** How many tokens make the operator. */
export function tokensOf(operator: number): number {
  switch (operator) {
    case greaterEquals:
    case shiftLeft:
    case shiftLeftEquals:
    case shiftRight:
      return 2;
    case shiftRightUnsigned:
    case shiftRightEquals:
      return 3;
    case shiftRightUnsignedEquals:
      return 4;
    default:
      return 1;
  }
}

/** The assignment operator at the cursor: `=`, `+=`, `>>=` and so on; 0 if none stands there. */
export function assignmentAt(cursor: Cursor): number {
  const kind = cursor.kind;
  if (isAssignment(kind)) return kind;
  if (kind !== T.greater && kind !== T.less) return 0;
  const operator = binaryOperatorAt(cursor);
  return operator >= shiftLeftEquals && operator <= shiftRightUnsignedEquals ? operator : 0;
}

function lessAt(cursor: Cursor): number {
  if (!adjacent(cursor, 1)) return T.less;
  // `<<=` is scanned as `<` and `<=`.
  if (cursor.peek(1) === T.lessEquals) return shiftLeftEquals;
  return cursor.peek(1) === T.less ? shiftLeft : T.less;
}

function greaterAt(cursor: Cursor): number {
  if (!adjacent(cursor, 1)) return T.greater;
  if (cursor.peek(1) === T.equals) return greaterEquals;
  if (cursor.peek(1) !== T.greater) return T.greater;
  if (!adjacent(cursor, 2)) return shiftRight;
  if (cursor.peek(2) === T.equals) return shiftRightEquals;
  if (cursor.peek(2) !== T.greater) return shiftRight;
  return cursor.peek(3) === T.equals && adjacent(cursor, 3) ? shiftRightUnsignedEquals : shiftRightUnsigned;
}

/** Whether the token `distance` ahead touches the one before it. */
function adjacent(cursor: Cursor, distance: number): boolean {
  const index = cursor.index + distance;
  return index < cursor.limit && cursor.tokens.startAt(index) === cursor.tokens.endAt(index - 1);
}
