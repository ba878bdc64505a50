import { endsOperand } from "./operand-end.ts";
import * as T from "./token-kind.ts";
import type { Tokens } from "./tokens.ts";

/** Where a line begins inside an open bracket. */
export interface LinePlace {
  /** An object literal, not a list. */
  readonly inObject: boolean;
  /** Nothing but a statement's keyword counts. */
  readonly wordsOnly: boolean;
  /** The line begins no deeper than the line on which the bracket was opened. */
  readonly standsOut: boolean;
}

/**
 * Whether the token at `index`, first on its line, starts a statement although it stands inside an open bracket: no
 * value, argument or member can start like this.
 */
export function startsStatementLine(tokens: Tokens, index: number, place: LinePlace): boolean {
  const { inObject, wordsOnly, standsOut } = place;
  const kind = tokens.kindAt(index);
  const next = tokens.kindAt(index + 1);
  if (index + 1 < tokens.count && namesKey(next)) return false;
  switch (kind) {
    case T.kConst:
    case T.kVar:
    case T.kReturn:
    case T.kIf:
    case T.kFor:
    case T.kWhile:
    case T.kDo:
    case T.kSwitch:
    case T.kThrow:
    case T.kTry:
    case T.kBreak:
    case T.kContinue:
    case T.kDebugger:
    case T.kExport:
    case T.kElse:
    case T.kCase:
    case T.kEnum:
      return true;
    case T.kImport:
      return next !== T.parenOpen && next !== T.dot;
    case T.kLet:
      return isWord(next) || next === T.braceOpen || next === T.bracketOpen;
    case T.kFunction:
    case T.kClass:
      return isWord(next) && (standsOut || !isArgument(tokens, index));
    case T.kAsync:
      return next === T.kFunction && isWord(tokens.kindAt(index + 2)) && (standsOut || !isArgument(tokens, index));
    case T.kAbstract:
      return next === T.kClass;
    case T.kDeclare:
      return next === T.kConst || next === T.kFunction || next === T.kClass || next === T.kModule;
    case T.kType: {
      const behind = tokens.kindAt(index + 2);
      return isWord(next) && (behind === T.equals || behind === T.less);
    }
    case T.kInterface:
      return isWord(next);
    case T.kNamespace:
      return isWord(next) && tokens.kindAt(index + 2) === T.braceOpen;
    case T.at:
      return standsOut;
    default:
      if (standsOut && (startsCallLine(tokens, index) || (inObject && startsMethodLine(tokens, index)))) return true;
      return !wordsOnly && startsOperandLine(tokens, index, inObject);
  }
}

/** `app.get(`, `run(`: hardly an argument where it stands further out than what it would be an argument of. */
function startsCallLine(tokens: Tokens, index: number): boolean {
  if (!isWord(tokens.kindAt(index)) || endsOperand(tokens, index - 1, true)) return false;
  let end = index + 1;
  while (tokens.kindAt(end) === T.dot && tokens.kindAt(end + 1) <= T.LAST_NAME) end += 2;
  return tokens.kindAt(end) === T.parenOpen && !isMethod(tokens, end, true);
}

/** `find() {`: a method of the class around, where it stands further out than the object's members. */
function startsMethodLine(tokens: Tokens, index: number): boolean {
  const start = tokens.kindAt(index) === T.kAsync ? index + 1 : index;
  return isWord(tokens.kindAt(start)) && tokens.kindAt(start + 1) === T.parenOpen && isMethod(tokens, start + 1, true);
}

/** A word that begins an expression where none can begin. */
function startsOperandLine(tokens: Tokens, index: number, inObject: boolean): boolean {
  const kind = tokens.kindAt(index);
  const starts = kind <= T.LAST_CONTEXTUAL || kind === T.kThis || kind === T.kSuper || kind === T.kNew;
  if (!starts || isInfix(kind)) return false;
  const behindOperand = endsOperand(tokens, index - 1, true);
  if (!inObject)
    return behindOperand || (tokens.kindAt(index + 1) === T.parenOpen && isMethod(tokens, index + 1, false));
  const previous = tokens.kindAt(index - 1);
  if (!behindOperand && previous !== T.comma && previous !== T.braceOpen) return false;
  return !startsMember(tokens, index, kind);
}

/** Whether a member of an object literal can start with the word at `index`. */
function startsMember(tokens: Tokens, index: number, kind: number): boolean {
  const next = tokens.kindAt(index + 1);
  switch (next) {
    case T.dot:
    case T.questionDot:
    case T.bracketOpen:
    case T.plusPlus:
    case T.minusMinus:
    case T.template:
    case T.templateHead:
      return false;
    case T.equals:
      return true;
    case T.parenOpen:
      return isMethod(tokens, index + 1, true);
    default:
  }
  if (next > T.equals && next <= T.questionQuestionEquals) return false;
  const modifies = kind === T.kGet || kind === T.kSet || kind === T.kAsync;
  if (next !== T.end && next <= T.LAST_NAME && !modifies) return tokens.afterNewline(index + 1);
  return kind !== T.kAwait || next === T.comma;
}

/** Whether a body follows the parentheses at `open`, whose partner is counted out afresh. */
function isMethod(tokens: Tokens, open: number, mayBeTyped: boolean): boolean {
  let depth = 0;
  const limit = Math.min(tokens.count, open + 400);
  for (let index = open; index < limit; index += 1) {
    const kind = tokens.kindAt(index);
    if (kind === T.parenOpen) depth += 1;
    else if (kind === T.parenClose) depth -= 1;
    if (depth > 0) continue;
    const next = tokens.kindAt(index + 1);
    return next === T.braceOpen || (mayBeTyped && next === T.colon);
  }
  return false;
}

/** Whether a token behind a word makes the word a key or a name in a list. */
function namesKey(kind: number): boolean {
  switch (kind) {
    case T.colon:
    case T.comma:
    case T.arrow:
    case T.question:
    case T.parenClose:
    case T.braceClose:
    case T.bracketClose:
      return true;
    default:
      return false;
  }
}

/** Behind `(` or `,` a function or class is an argument. */
function isArgument(tokens: Tokens, index: number): boolean {
  const previous = tokens.kindAt(index - 1);
  return previous === T.parenOpen || previous === T.comma;
}

function isWord(kind: number): boolean {
  return kind !== T.end && kind <= T.LAST_CONTEXTUAL;
}

/** Words that continue an expression. */
function isInfix(kind: number): boolean {
  return kind === T.kAs || kind === T.kSatisfies || kind === T.kIs || kind === T.kOf;
}
