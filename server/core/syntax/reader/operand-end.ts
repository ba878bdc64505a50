import * as T from "./token-kind.ts";
import type { Tokens } from "./tokens.ts";

/**
 * Whether the token at `index` ends an operand, so that a `/` behind it divides and a `<` behind it compares.
 * `newlineAfter` says that a line break follows the token.
 */
export function endsOperand(tokens: Tokens, index: number, newlineAfter: boolean): boolean {
  if (index < 0) return false;
  const kind = tokens.kindAt(index);
  if (kind <= T.LAST_NAME) return wordEndsOperand(tokens, index, kind);
  switch (kind) {
    case T.privateName:
    case T.string:
    case T.number:
    case T.bigint:
    case T.regexp:
    case T.template:
    case T.templateTail:
    case T.jsxEnd:
    case T.bracketClose:
      return true;
    case T.parenClose:
      return !closesStatementHead(tokens, index);
    case T.braceClose:
      return !closesBlock(tokens, index);
    case T.plusPlus:
    case T.minusMinus:
      return !tokens.afterNewline(index) && endsOperand(tokens, index - 1, false);
    case T.exclamation:
      return !newlineAfter && !tokens.afterNewline(index) && endsOperand(tokens, index - 1, false);
    default:
      return false;
  }
}

function wordEndsOperand(tokens: Tokens, index: number, kind: number): boolean {
  if (kind === T.identifier) return true;
  const previous = tokens.kindAt(index - 1);
  if (index > 0 && (previous === T.dot || previous === T.questionDot)) return true;
  if (kind <= T.LAST_CONTEXTUAL) return kind !== T.kAwait && kind !== T.kYield;
  return kind === T.kThis || kind === T.kSuper || kind === T.kNull || kind === T.kTrue || kind === T.kFalse;
}

/** Whether the `)` at `index` ends the head of `if`, `while`, `for` or `with`. */
function closesStatementHead(tokens: Tokens, index: number): boolean {
  const opener = tokens.matchAt(index);
  if (opener < 1) return false;
  let before = opener - 1;
  if (tokens.kindAt(before) === T.kAwait) before -= 1;
  const kind = tokens.kindAt(before);
  if (kind !== T.kIf && kind !== T.kWhile && kind !== T.kFor && kind !== T.kWith) return false;
  const previous = tokens.kindAt(before - 1);
  return before === 0 || (previous !== T.dot && previous !== T.questionDot);
}

/** Whether the `}` at `index` ends a block or a body rather than an object. */
function closesBlock(tokens: Tokens, index: number): boolean {
  const opener = tokens.matchAt(index);
  return opener < 0 || !(opensObject(tokens, opener) || opensValue(tokens, opener));
}

/** Whether the `{` at `opener` begins the body of a function or class that is itself a value: `(function () {…})`. */
function opensValue(tokens: Tokens, opener: number): boolean {
  let before = opener - 1;
  if (tokens.kindAt(before) === T.parenClose) {
    before = tokens.matchAt(before) - 1;
    if (tokens.kindAt(before) === T.identifier) before -= 1;
    if (tokens.kindAt(before) === T.asterisk) before -= 1;
    if (tokens.kindAt(before) !== T.kFunction) return false;
    if (tokens.kindAt(before - 1) === T.kAsync) before -= 1;
  } else if (tokens.kindAt(before) !== T.kClass) return false;
  if (before <= 0) return false;
  const previous = tokens.kindAt(before - 1);
  switch (previous) {
    case T.semicolon:
    case T.braceOpen:
    case T.braceClose:
    case T.parenClose:
    case T.colon:
    case T.arrow:
    case T.kElse:
    case T.kDo:
    case T.kExport:
    case T.kDefault:
      return false;
    default:
      return !endsOperand(tokens, before - 1, false);
  }
}

/** Whether the `{` at `opener` stands where a value or a type is expected. */
export function opensObject(tokens: Tokens, opener: number): boolean {
  const before = opener - 1;
  if (before < 0) return false;
  switch (tokens.kindAt(before)) {
    case T.parenClose:
    case T.semicolon:
    case T.braceOpen:
    case T.braceClose:
    case T.arrow:
    case T.greater:
    case T.kElse:
    case T.kDo:
    case T.kTry:
    case T.kFinally:
    case T.kCatch:
    case T.string:
    case T.bracketClose:
    case T.jsxTagEnd:
    case T.jsxEnd:
      return false;
    case T.kReturn:
    case T.kThrow:
    case T.kCase:
    case T.kTypeof:
    case T.kIn:
    case T.kInstanceof:
    case T.kDefault:
    case T.kAwait:
    case T.kYield:
    case T.kOf:
    case T.kAs:
    case T.kSatisfies:
      return true;
    default:
      return tokens.kindAt(before) > T.LAST_NAME;
  }
}
