import type { Dialect } from "../tree.ts";
import { classOf, continuesWord, DIGIT, isLineEnd, NEWLINE, QUOTE, SPACE, WORD } from "./characters.ts";
import { isAttributeNameUnit, opensElement, sameTagName, startsStatementText } from "./element-text.ts";
import { looksLikeGenerics } from "./generics-or-jsx.ts";
import { hashStep, wordKind } from "./keywords.ts";
import { endsOperand } from "./operand-end.ts";
import { punctuatorAt, punctuatorKind, punctuatorLength } from "./punctuators.ts";
import type { ScanHints } from "./scan-hints.ts";
import { attributeStringEnd, lineEndFrom, numberEnd, regExpEnd } from "./token-ends.ts";
import * as T from "./token-kind.ts";
import { AFTER_NEWLINE, ESCAPED, Tokens, UNCLOSED } from "./tokens.ts";

/** Brackets nested deeper than this are refused, so that no text can exhaust the stack. */
export const DEEPEST_NESTING = 200;

/** The tokens of `text` with matched brackets, in one pass. Never throws; what starts no token is `unknown`. */
export function scan(text: string, dialect: Dialect, hints: ScanHints): Tokens {
  return new Scanner(text, dialect, hints).run();
}

// What the innermost open bracket makes of the text.
const CODE = 0;
const JSX_TAG = 1;
const JSX_CHILDREN = 2;
const JSX_CLOSING = 3;
/** Type arguments in a tag; they end at the `>` that brings `#angles` to zero. */
const JSX_TYPES = 4;

class Scanner {
  readonly #text: string;
  readonly #length: number;
  readonly #hints: ScanHints;
  readonly #json: boolean;
  readonly #jsx: boolean;
  readonly #typescript: boolean;
  readonly #tokens: Tokens;
  readonly #openers = new Int32Array(DEEPEST_NESTING + 2);
  /** Where the template of each open substitution starts. */
  readonly #templates = new Int32Array(DEEPEST_NESTING + 2);
  readonly #modes = new Uint8Array(DEEPEST_NESTING + 2);
  #depth = 0;
  /** The depth of the substitution whose template ends with its line, or -1. */
  #brokenDepth = -1;
  #mode = CODE;
  #angles = 0;
  #position = 0;
  #flags = 0;

  constructor(text: string, dialect: Dialect, hints: ScanHints) {
    this.#text = text;
    this.#length = text.length;
    this.#hints = hints;
    this.#json = dialect === "json";
    this.#jsx = dialect === "tsx" || dialect === "jsx" || dialect === "js";
    this.#typescript = dialect === "ts" || dialect === "tsx";
    this.#tokens = new Tokens((text.length >> 2) + 32);
  }

  run(): Tokens {
    const text = this.#text;
    const tokens = this.#tokens;
    if (text.charCodeAt(0) === 0xfeff) this.#position = 1;
    if (text.startsWith("#!", this.#position)) this.#position = lineEndFrom(text, this.#position);
    while (this.#position < this.#length && !tokens.tooDeep) {
      if (this.#mode === CODE) this.#scanCode();
      else if (this.#mode === JSX_CHILDREN) this.#scanChildren();
      else this.#scanTag();
    }
    while (this.#depth > 0) this.#popUnclosed();
    return tokens;
  }

  /** Plain code until the end of the text, or until a bracket changes the mode. */
  #scanCode(): void {
    const text = this.#text;
    const length = this.#length;
    while (this.#position < length) {
      const start = this.#position;
      const unit = text.charCodeAt(start);
      const found = classOf(unit);
      if (found === SPACE) {
        this.#position = start + 1;
      } else if (found === NEWLINE) {
        this.#flags |= AFTER_NEWLINE;
        this.#position = start + 1;
        if (this.#brokenDepth >= 0) this.#endBrokenTemplate();
      } else if (found === WORD) {
        this.#scanWord(start);
      } else if (found === QUOTE) {
        this.#scanString(start, unit);
      } else if (found === DIGIT) {
        this.#scanNumber(start);
      } else if (this.#scanMark(start, unit)) {
        return;
      }
    }
  }

  /** Punctuation and what starts with it. True when the mode may have changed. */
  #scanMark(start: number, unit: number): boolean {
    switch (unit) {
      case 40: // (
        return this.#open(T.parenOpen, start, start + 1, CODE);
      case 91: // [
        return this.#open(T.bracketOpen, start, start + 1, CODE);
      case 123: // {
        return this.#open(T.braceOpen, start, start + 1, CODE);
      case 41: // )
        return this.#close(T.parenClose, T.parenOpen, start);
      case 93: // ]
        return this.#close(T.bracketClose, T.bracketOpen, start);
      case 125: // }
        return this.#closeBrace(start);
      case 96: // `
        if (this.#brokenDepth >= 0) {
          this.#endBrokenTemplate();
          this.#position = start + 1;
          return true;
        }
        this.#scanTemplate(start, start, true);
        return true;
      case 47: // /
        this.#scanSlash(start);
        return false;
      case 60: // <
        return this.#scanLess(start);
      case 35: // #
        if (continuesWord(this.#text.charCodeAt(start + 1))) this.#scanPrivateName(start);
        else this.#emit(T.unknown, start, start + 1);
        return false;
      case 46: // .
        if (classOf(this.#text.charCodeAt(start + 1)) === DIGIT) {
          this.#scanNumber(start);
          return false;
        }
        break;
      default:
    }
    const punctuator = punctuatorAt(this.#text, start, unit);
    this.#emit(punctuatorKind(punctuator), start, start + punctuatorLength(punctuator));
    return false;
  }

  #emit(kind: number, start: number, end: number): void {
    this.#tokens.add(kind, start, end, this.#flags);
    this.#flags = 0;
    this.#position = end;
  }

  #scanWord(start: number): void {
    const text = this.#text;
    const length = this.#length;
    let hash = 0;
    let position = start;
    let escaped = false;
    while (position < length) {
      const unit = text.charCodeAt(position);
      if (!continuesWord(unit)) break;
      if (unit === 92) {
        escaped = true;
        // `\u{…}` holds braces that are part of the name.
        if (text.startsWith("u{", position + 1)) {
          const close = text.indexOf("}", position);
          if (close > 0 && close - position < 12) position = close;
        }
      }
      hash = hashStep(hash, unit);
      position += 1;
    }
    if (escaped) {
      this.#flags |= ESCAPED;
      this.#emit(T.identifier, start, position);
      return;
    }
    this.#emit(wordKind(text, start, position, hash), start, position);
  }

  #scanPrivateName(start: number): void {
    const text = this.#text;
    let position = start + 1;
    while (position < this.#length && continuesWord(text.charCodeAt(position))) {
      if (text.startsWith("\\u{", position)) position = Math.max(position, text.indexOf("}", position));
      position += 1;
    }
    this.#emit(T.privateName, start, position);
  }

  #scanString(start: number, quote: number): void {
    const text = this.#text;
    const length = this.#length;
    let position = start + 1;
    for (;;) {
      if (position >= length) {
        this.#flags |= UNCLOSED;
        this.#emit(T.string, start, length);
        return;
      }
      const unit = text.charCodeAt(position);
      if (unit === quote) break;
      if (unit === 92) {
        this.#flags |= ESCAPED;
        // A backslash before CRLF continues the line as well.
        position += text.charCodeAt(position + 1) === 13 && text.charCodeAt(position + 2) === 10 ? 3 : 2;
        continue;
      }
      if (unit === 10 || unit === 13) {
        this.#flags |= UNCLOSED;
        this.#emit(T.string, start, position);
        return;
      }
      position += 1;
    }
    this.#emit(T.string, start, position + 1);
  }

  #scanNumber(start: number): void {
    const end = numberEnd(this.#text, start);
    const isBigint = this.#text.charCodeAt(end - 1) === 110;
    this.#emit(isBigint ? T.bigint : T.number, start, end);
  }

  /** A comment, a regular expression, or a division. */
  #scanSlash(start: number): void {
    const text = this.#text;
    const next = text.charCodeAt(start + 1);
    if (next === 47 || next === 42) {
      this.#scanComment(start, next === 42);
      return;
    }
    if (!this.#json && this.#startsValue(start)) {
      this.#scanRegExp(start);
      return;
    }
    const punctuator = punctuatorAt(text, start, 47);
    this.#emit(punctuatorKind(punctuator), start, start + punctuatorLength(punctuator));
  }

  #scanComment(start: number, block: boolean): void {
    const text = this.#text;
    if (!block) {
      const stop = lineEndFrom(text, start);
      this.#tokens.comments.push({ kind: "line", text: text.slice(start + 2, stop), start, end: stop });
      this.#position = stop;
      return;
    }
    const close = text.indexOf("*/", start + 2);
    const stop = close < 0 ? this.#length : close + 2;
    const inner = text.slice(start + 2, close < 0 ? stop : close);
    this.#tokens.comments.push({ kind: "block", text: inner, start, end: stop });
    if (inner.includes("\n") || inner.includes("\r") || inner.includes("\u2028") || inner.includes("\u2029")) {
      this.#flags |= AFTER_NEWLINE;
    }
    this.#position = stop;
  }

  #scanRegExp(start: number): void {
    const end = regExpEnd(this.#text, start);
    if (end < 0) this.#flags |= UNCLOSED;
    this.#emit(T.regexp, start, end < 0 ? lineEndFrom(this.#text, start) : end);
  }

  /** Whether the mark at `start` stands where a value may start, and not behind one. */
  #startsValue(start: number): boolean {
    if (this.#hints.values.has(start)) return true;
    if (this.#hints.operators.has(start)) return false;
    return !endsOperand(this.#tokens, this.#tokens.count - 1, this.#flags !== 0);
  }

  /** A template's text behind the mark at `start`, up to its backtick or the next `${`. */
  #scanTemplate(start: number, templateStart: number, first: boolean): void {
    const text = this.#text;
    const breaks = this.#hints.brokenTemplates.has(templateStart);
    let position = start + 1;
    for (;;) {
      if (position >= this.#length) {
        this.#flags |= UNCLOSED;
        if (this.#tokens.openTemplate < 0) this.#tokens.openTemplate = this.#tokens.count;
        this.#tokens.balanced = false;
        this.#finishTemplate(first ? T.template : T.templateTail, start, this.#length);
        return;
      }
      const unit = text.charCodeAt(position);
      if (unit === 96) {
        this.#finishTemplate(first ? T.template : T.templateTail, start, position + 1);
        return;
      }
      if (unit === 36 && text.charCodeAt(position + 1) === 123) {
        this.#finishTemplate(first ? T.templateHead : T.templateMiddle, start, position + 2);
        return;
      }
      if (unit === 92) {
        this.#flags |= ESCAPED;
        position += 1;
      } else if (unit === 13) {
        this.#flags |= ESCAPED;
      }
      if (breaks && (unit === 10 || unit === 13)) {
        this.#flags |= UNCLOSED;
        this.#finishTemplate(first ? T.template : T.templateTail, start, position);
        return;
      }
      position += 1;
    }
  }

  #finishTemplate(kind: number, start: number, end: number): void {
    const index = this.#tokens.count;
    this.#emit(kind, start, end);
    if (kind === T.template) return;
    const from = kind === T.templateHead ? start : (this.#templates[this.#depth - 1] ?? 0);
    if (kind !== T.templateHead) this.#pair(index);
    if (kind === T.templateTail) return;
    this.#push(index, CODE);
    this.#templates[this.#depth - 1] = from;
    if (this.#hints.brokenTemplates.has(from)) this.#brokenDepth = this.#depth - 1;
  }

  /** Leaves the substitution of a template that was never closed. */
  #endBrokenTemplate(): void {
    const depth = this.#brokenDepth;
    this.#brokenDepth = -1;
    while (this.#depth > depth) this.#popUnclosed();
  }

  // -------------------------------------------------------------- brackets

  #open(kind: number, start: number, end: number, mode: number): boolean {
    const index = this.#tokens.count;
    this.#emit(kind, start, end);
    this.#push(index, mode);
    return true;
  }

  #push(index: number, mode: number): void {
    if (this.#depth >= DEEPEST_NESTING) {
      this.#tokens.tooDeep = true;
      this.#position = this.#length;
      return;
    }
    this.#openers[this.#depth] = index;
    this.#modes[this.#depth] = mode;
    this.#depth += 1;
    this.#mode = mode;
  }

  #pop(): number {
    this.#depth -= 1;
    if (this.#brokenDepth >= this.#depth) this.#brokenDepth = -1;
    const opener = this.#openers[this.#depth] ?? 0;
    this.#mode = this.#depth === 0 ? CODE : (this.#modes[this.#depth - 1] ?? CODE);
    return opener;
  }

  /** Ends the innermost bracket before the token that comes next. */
  #popUnclosed(): void {
    const opener = this.#pop();
    this.#tokens.matches[opener] = ~this.#tokens.count;
    this.#tokens.balanced = false;
  }

  /** Pairs the innermost bracket with the token at `index`. */
  #pair(index: number): void {
    const opener = this.#pop();
    this.#tokens.matches[opener] = index;
    this.#tokens.matches[index] = opener;
  }

  #close(kind: number, wanted: number, start: number): boolean {
    if (this.#depth > 0 && this.#openKind(this.#depth - 1) === wanted) {
      this.#emit(kind, start, start + 1);
      this.#pair(this.#tokens.count - 1);
      return this.#mode !== CODE;
    }
    let depth = this.#depth - 1;
    while (depth >= 0 && isPlainBracket(this.#openKind(depth)) && this.#openKind(depth) !== wanted) depth -= 1;
    if (depth >= 0 && this.#openKind(depth) === wanted) {
      while (this.#depth - 1 > depth) this.#popUnclosed();
      this.#emit(kind, start, start + 1);
      this.#pair(this.#tokens.count - 1);
      return this.#mode !== CODE;
    }
    this.#tokens.balanced = false;
    this.#emit(kind, start, start + 1);
    return false;
  }

  /** A `}` closes a brace, or takes a template up again. */
  #closeBrace(start: number): boolean {
    let depth = this.#depth - 1;
    while (depth >= 0) {
      const kind = this.#openKind(depth);
      if (kind === T.braceOpen || kind === T.templateHead || kind === T.templateMiddle) break;
      depth -= 1;
    }
    if (depth < 0) {
      this.#tokens.balanced = false;
      this.#emit(T.braceClose, start, start + 1);
      return false;
    }
    while (this.#depth - 1 > depth) this.#popUnclosed();
    if (this.#openKind(depth) !== T.braceOpen) {
      this.#scanTemplate(start, this.#templates[depth] ?? 0, false);
      return true;
    }
    this.#emit(T.braceClose, start, start + 1);
    this.#pair(this.#tokens.count - 1);
    return this.#mode !== CODE;
  }

  #openKind(depth: number): number {
    return this.#tokens.kindAt(this.#openers[depth] ?? 0);
  }

  // ------------------------------------------------------------------- JSX

  #scanLess(start: number): boolean {
    const text = this.#text;
    const next = text.charCodeAt(start + 1);
    if (next === 47 && this.#hints.brokenElements && this.#leaveForClosingTag(start)) return true;
    if (this.#jsx && opensElement(text, start) && !this.#isSecondLess(start) && this.#startsValue(start)) {
      const forced = this.#hints.values.has(start);
      if (forced || !this.#typescript || !looksLikeGenerics(text, start, this.#tokens)) {
        this.#angles = 0;
        return this.#open(T.jsxOpen, start, start + 1, JSX_TAG);
      }
    }
    if (next === 61) this.#emit(T.lessEquals, start, start + 2);
    else this.#emit(T.less, start, start + 1);
    return false;
  }

  /** Whether a `<` touches the mark at `start`: the two make a shift, or type parameters in type arguments. */
  #isSecondLess(start: number): boolean {
    const last = this.#tokens.count - 1;
    return this.#tokens.kindAt(last) === T.less && this.#tokens.endAt(last) === start;
  }

  /** The text between an opening tag and its closing one: up to the next element, braces or closing tag. */
  #scanChildren(): void {
    const text = this.#text;
    let position = this.#position;
    while (position < this.#length) {
      const unit = text.charCodeAt(position);
      if (unit === 60 || unit === 123 || unit === 125) break;
      position += 1;
      if (this.#hints.brokenElements && isLineEnd(unit) && startsStatementText(text, position)) {
        this.#position = position;
        this.#flags |= AFTER_NEWLINE;
        this.#leaveElements();
        return;
      }
    }
    this.#position = position;
    if (position >= this.#length) return;
    const unit = text.charCodeAt(position);
    if (unit === 123) {
      this.#open(T.braceOpen, position, position + 1, CODE);
    } else if (unit === 125) {
      this.#leaveElements();
    } else if (text.charCodeAt(position + 1) === 47) {
      this.#emit(T.jsxClose, position, position + 2);
      this.#closeSkippedElements(position + 2);
      this.#modes[this.#depth - 1] = JSX_CLOSING;
      this.#mode = JSX_CLOSING;
    } else {
      this.#open(T.jsxOpen, position, position + 1, JSX_TAG);
    }
  }

  /** Before a closing tag: elements inside the one that it names were never closed. */
  #closeSkippedElements(nameStart: number): void {
    let depth = this.#depth - 1;
    while (depth >= 0 && this.#openKind(depth) === T.jsxOpen && !this.#hasName(depth, nameStart)) depth -= 1;
    if (depth < 0 || this.#openKind(depth) !== T.jsxOpen) {
      if (this.#depth > 0) this.#tokens.balanced = false;
      return;
    }
    while (this.#depth - 1 > depth) {
      const opener = this.#pop();
      this.#tokens.matches[opener] = ~(this.#tokens.count - 1);
      this.#tokens.balanced = false;
    }
  }

  /** Whether the element at `depth` has the name that is written at `nameStart`. */
  #hasName(depth: number, nameStart: number): boolean {
    return sameTagName(this.#text, this.#tokens.endAt(this.#openers[depth] ?? 0), nameStart);
  }

  /** Code in braces that a closing tag cuts off: everything up to the element that the tag names is left unclosed. */
  #leaveForClosingTag(start: number): boolean {
    const after = this.#text.charCodeAt(start + 2);
    if (after !== 62 && classOf(after) !== WORD) return false;
    let depth = this.#depth - 1;
    while (depth >= 0 && !(this.#openKind(depth) === T.jsxOpen && this.#hasName(depth, start + 2))) depth -= 1;
    if (depth < 0) return false;
    while (this.#depth - 1 > depth) this.#popUnclosed();
    this.#setMode(JSX_CHILDREN);
    return true;
  }

  /** A `}` or `)` where an element cannot hold it: the elements around were never closed. */
  #leaveElements(): void {
    while (this.#depth > 0 && this.#openKind(this.#depth - 1) === T.jsxOpen) this.#popUnclosed();
    this.#mode = CODE;
    if (this.#depth === 0) {
      this.#tokens.balanced = false;
    }
  }

  /** One token inside a tag. */
  #scanTag(): void {
    const text = this.#text;
    const start = this.#position;
    const unit = text.charCodeAt(start);
    const found = classOf(unit);
    if (found === SPACE) {
      this.#position = start + 1;
      return;
    }
    if (found === NEWLINE) {
      this.#flags |= AFTER_NEWLINE;
      this.#position = start + 1;
      return;
    }
    if (this.#mode === JSX_TYPES) this.#scanTagTypes(start, unit, found);
    else if (found === WORD && this.#hints.brokenElements && this.#flags !== 0 && startsStatementText(text, start)) {
      this.#leaveElements();
    } else if (found === WORD) this.#scanTagName(start);
    else if (found === QUOTE) this.#scanAttributeString(start);
    else this.#scanTagMark(start, unit);
  }

  #scanTagMark(start: number, unit: number): void {
    const text = this.#text;
    switch (unit) {
      case 123: // {
        this.#open(T.braceOpen, start, start + 1, CODE);
        return;
      case 62: // >
        this.#endTag(start);
        return;
      case 47: {
        const next = text.charCodeAt(start + 1);
        if (next === 47 || next === 42) this.#scanComment(start, next === 42);
        else this.#emit(T.slash, start, start + 1);
        return;
      }
      case 60: {
        const previous = this.#tokens.kindAt(this.#tokens.count - 1);
        if (previous === T.jsxName && this.#mode === JSX_TAG && this.#typescript) {
          this.#emit(T.less, start, start + 1);
          this.#angles = 1;
          this.#setMode(JSX_TYPES);
        } else {
          if (this.#mode === JSX_CLOSING) this.#popUnclosed();
          this.#open(T.jsxOpen, start, start + 1, JSX_TAG);
        }
        return;
      }
      case 125:
      case 41:
      case 93:
      case 59: // } ) ] ;
        this.#leaveElements();
        return;
      case 46:
        this.#emit(text.startsWith("...", start) ? T.dotDotDot : T.dot, start, start + 1);
        return;
      case 61:
        this.#emit(T.equals, start, start + 1);
        return;
      default:
        this.#emit(T.unknown, start, start + 1);
    }
  }

  #setMode(mode: number): void {
    this.#modes[this.#depth - 1] = mode;
    this.#mode = mode;
  }

  /** The `>` of a tag: the element ends, or its children begin. */
  #endTag(start: number): void {
    const closing = this.#mode === JSX_CLOSING;
    const selfClosing = this.#tokens.kindAt(this.#tokens.count - 1) === T.slash;
    if (closing || selfClosing) {
      this.#emit(T.jsxEnd, start, start + 1);
      this.#pair(this.#tokens.count - 1);
      return;
    }
    this.#emit(T.jsxTagEnd, start, start + 1);
    this.#setMode(JSX_CHILDREN);
  }

  #scanTagTypes(start: number, unit: number, found: number): void {
    if (found === WORD) this.#scanWord(start);
    else if (found === QUOTE) this.#scanString(start, unit);
    else if (found === DIGIT) this.#scanNumber(start);
    else if (unit === 60 || unit === 62) {
      this.#angles += unit === 60 ? 1 : -1;
      this.#emit(unit === 60 ? T.less : T.greater, start, start + 1);
      if (this.#angles === 0) this.#setMode(JSX_TAG);
    } else if (unit === 125 || unit === 41 || unit === 93) this.#leaveElements();
    else this.#scanMark(start, unit);
  }

  #scanTagName(start: number): void {
    let position = start;
    while (position < this.#length && isAttributeNameUnit(this.#text.charCodeAt(position))) position += 1;
    this.#emit(T.jsxName, start, Math.max(position, start + 1));
  }

  /** A string of an attribute: no escapes, may hold line ends. */
  #scanAttributeString(start: number): void {
    const end = attributeStringEnd(this.#text, start);
    if (end < 0) this.#flags |= UNCLOSED;
    this.#emit(T.string, start, end < 0 ? lineEndFrom(this.#text, start) : end);
  }
}

function isPlainBracket(kind: number): boolean {
  return kind === T.parenOpen || kind === T.bracketOpen || kind === T.braceOpen;
}
