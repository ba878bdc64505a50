import { isLineEnd } from "./characters.ts";
import { endsOperand, opensObject } from "./operand-end.ts";
import { startsStatementLine } from "./statement-lines.ts";
import * as T from "./token-kind.ts";
import { type Tokens, UNCLOSED } from "./tokens.ts";

// What an open bracket holds, as far as repair has to know.
const PAREN = 0;
const BRACKET = 1;
/** An object literal for certain. */
const OBJECT = 2;
/** Statements or class members. */
const BLOCK = 3;
/** An object or a type. */
const EITHER = 4;
/** A template's substitution or a JSX element: the scanner knows where it ends. */
const SCANNED = 5;
/** Names between braces, of an import, an export, an enum or a pattern; or a value in an element. */
const NAMES = 6;

/**
 * Matches the brackets of half-typed code anew, where the scanner found some without a partner. Sound texts never get
 * here, so what follows may guess: a statement's keyword at the start of a line, a semicolon in an argument list or a
 * `}` on a line of its own tell where an unclosed bracket must have ended. Where blocks are indented, a line that stands
 * further out than a block's content ends the block as well.
 */
export function repairBrackets(tokens: Tokens, text: string): void {
  new Repair(tokens, text).run();
}

class Repair {
  readonly #tokens: Tokens;
  readonly #openers: number[] = [];
  readonly #kinds: number[] = [];
  readonly #lines: number[] = [];
  /** The column of the first token on the line where the bracket opens. */
  readonly #columns: number[] = [];
  readonly #text: string;
  #column = 0;
  #line = 0;
  /** The line of the token before the current one. */
  #lineBefore = 0;

  constructor(tokens: Tokens, text: string) {
    this.#tokens = tokens;
    this.#text = text;
  }

  run(): void {
    const tokens = this.#tokens;
    for (let index = 0; index < tokens.count; index += 1) {
      this.#lineBefore = this.#line;
      const firstOnLine = tokens.afterNewline(index) || index === 0;
      if (firstOnLine) {
        this.#line += 1;
        this.#column = this.#columnOf(tokens.startAt(index));
      }
      this.#endScanned(index);
      if (firstOnLine) {
        this.#breakAtColumn(index);
        this.#breakAtLine(index);
      }
      this.#readToken(index);
    }
    this.#closeDownTo(0, tokens.count);
  }

  #readToken(index: number): void {
    switch (this.#tokens.kindAt(index)) {
      case T.parenOpen:
        this.#push(index, PAREN);
        return;
      case T.bracketOpen:
        this.#push(index, BRACKET);
        return;
      case T.braceOpen:
        this.#openBrace(index);
        return;
      case T.templateHead:
      case T.jsxOpen:
        this.#push(index, SCANNED);
        return;
      case T.templateMiddle:
        this.#closeScanned(index);
        this.#push(index, SCANNED);
        return;
      case T.templateTail:
      case T.jsxEnd:
        this.#closeScanned(index);
        return;
      case T.parenClose:
        this.#close(index, PAREN);
        return;
      case T.bracketClose:
        this.#close(index, BRACKET);
        return;
      case T.braceClose:
        this.#closeBrace(index);
        return;
      case T.semicolon:
        this.#breakAtSemicolon(index);
        return;
      default:
    }
  }

  #push(index: number, kind: number): void {
    this.#openers.push(index);
    this.#kinds.push(kind);
    this.#lines.push(this.#line);
    this.#columns.push(this.#column);
  }

  #drop(): number {
    this.#kinds.pop();
    this.#lines.pop();
    this.#columns.pop();
    return this.#openers.pop() ?? 0;
  }

  #columnOf(offset: number): number {
    let start = offset;
    while (start > 0 && !isLineEnd(this.#text.charCodeAt(start - 1))) start -= 1;
    return offset - start;
  }

  #openBrace(index: number): void {
    const top = this.#openers.length - 1;
    // `if (a === b {`: the head ends here.
    if (top >= 0 && this.#kinds[top] === PAREN && this.#isStatementHead(top)) {
      if (endsOperand(this.#tokens, index - 1, false)) {
        this.#closeDownTo(top, index);
        this.#push(index, BLOCK);
        return;
      }
    }
    this.#push(index, this.#braceKind(index));
  }

  #isStatementHead(depth: number): boolean {
    const before = this.#tokens.kindAt((this.#openers[depth] ?? 0) - 1);
    return before === T.kIf || before === T.kWhile || before === T.kFor || before === T.kSwitch || before === T.kCatch;
  }

  #braceKind(index: number): number {
    const before = this.#tokens.kindAt(index - 1);
    const top = this.#openers.length - 1;
    const inElement = this.#kinds[top] === SCANNED && this.#tokens.kindAt(this.#openers[top] ?? 0) === T.jsxOpen;
    if (inElement || isNamesWord(before) || this.#tokens.kindAt(index - 2) === T.kEnum) return NAMES;
    if (!opensObject(this.#tokens, index)) return BLOCK;
    const parent = this.#kinds[this.#kinds.length - 1];
    switch (before) {
      case T.colon:
        return parent === OBJECT ? OBJECT : EITHER;
      case T.less:
      case T.bar:
      case T.ampersand:
      case T.kAs:
      case T.kSatisfies:
        return EITHER;
      case T.equals: {
        const isAlias = this.#tokens.kindAt(index - 3) === T.kType || this.#tokens.kindAt(index - 2) === T.greater;
        return isAlias ? EITHER : OBJECT;
      }
      default:
        return OBJECT;
    }
  }

  /** Ends every bracket above `depth` before the token at `index`. */
  #closeDownTo(depth: number, index: number): void {
    while (this.#openers.length > depth) {
      this.#tokens.matches[this.#drop()] = ~index;
    }
  }

  #pair(depth: number, index: number): void {
    this.#closeDownTo(depth + 1, index);
    const opener = this.#drop();
    this.#tokens.matches[opener] = index;
    this.#tokens.matches[index] = opener;
  }

  /** Templates and elements that the scanner ended before this token, for want of their own end. */
  #endScanned(index: number): void {
    for (let depth = this.#openers.length - 1; depth >= 0; depth -= 1) {
      if (this.#kinds[depth] === SCANNED && this.#tokens.matchAt(this.#openers[depth] ?? 0) === ~index) {
        this.#closeDownTo(depth, index);
      }
    }
  }

  #closeScanned(index: number): void {
    for (let depth = this.#openers.length - 1; depth >= 0; depth -= 1) {
      if (this.#kinds[depth] !== SCANNED || this.#tokens.matchAt(this.#openers[depth] ?? 0) !== index) continue;
      this.#closeDownTo(depth + 1, index);
      this.#drop();
      return;
    }
  }

  /** A `)` or `]`: it may close over unclosed objects and parentheses, but over a block only on the block's own line. */
  #close(index: number, wanted: number): void {
    const matching = this.#tokens.afterNewline(index) ? this.#openedInColumn(wanted) : -1;
    if (matching >= 0) {
      this.#pair(matching, index);
      return;
    }
    for (let depth = this.#openers.length - 1; depth >= 0; depth -= 1) {
      const kind = this.#kinds[depth];
      if (kind === wanted) {
        this.#pair(depth, index);
        return;
      }
      if (kind === SCANNED) break;
      if (kind === BLOCK && this.#lines[depth] !== this.#line) break;
    }
    this.#tokens.matches[index] = -1;
  }

  /** The innermost bracket of a kind whose line starts in the current column and that holds whole lines, or -1. */
  #openedInColumn(wanted: number): number {
    for (let depth = this.#openers.length - 1; depth >= 0; depth -= 1) {
      const kind = this.#kinds[depth];
      if (kind === SCANNED || kind === BLOCK) return -1;
      if (kind !== wanted || this.#columns[depth] !== this.#column) continue;
      if (this.#tokens.afterNewline((this.#openers[depth] ?? 0) + 1)) return depth;
    }
    return -1;
  }

  #closeBrace(index: number): void {
    const ownLine = this.#tokens.afterNewline(index);
    let nearest = -1;
    for (let depth = this.#openers.length - 1; depth >= 0; depth -= 1) {
      const kind = this.#kinds[depth];
      if (kind === SCANNED) break;
      if (kind === PAREN || kind === BRACKET) continue;
      if (nearest < 0) nearest = depth;
      if (ownLine && this.#isInnerTo(depth)) continue;
      // `{ code: 'X` and a `}` on the next line: the object was to be closed on its own line, the block is meant.
      if (ownLine && kind === OBJECT && this.#lines[depth] === this.#lineBefore) continue;
      this.#pair(depth, index);
      return;
    }
    if (nearest >= 0) this.#pair(nearest, index);
    else this.#tokens.matches[index] = -1;
  }

  /** Whether a `}` in the current column stands further out than the brace at `depth`, just where an outer one began. */
  #isInnerTo(depth: number): boolean {
    if ((this.#columns[depth] ?? 0) <= this.#column) return false;
    for (let outer = depth - 1; outer >= 0; outer -= 1) {
      const kind = this.#kinds[outer];
      if (kind === SCANNED) return false;
      if (kind !== PAREN && kind !== BRACKET && this.#columns[outer] === this.#column) return true;
    }
    return false;
  }

  /** A statement or member that stands no deeper than the line on which an indented block began is behind the block. */
  #breakAtColumn(index: number): void {
    const kind = this.#tokens.kindAt(index);
    if (kind > T.LAST_NAME && kind !== T.at) return;
    if (kind === T.kElse || kind === T.kCatch || kind === T.kFinally) return;
    let depth = this.#openers.length - 1;
    let found = -1;
    for (; depth >= 0; depth -= 1) {
      if (this.#kinds[depth] === SCANNED) break;
      if (this.#kinds[depth] !== BLOCK || !this.#isIndented(depth)) continue;
      if (this.#column > (this.#columns[depth] ?? 0)) break;
      found = depth;
    }
    if (found >= 0) this.#closeDownTo(found, index);
  }

  /** Whether the block's content begins on a line of its own, deeper than the block's. */
  #isIndented(depth: number): boolean {
    const first = (this.#openers[depth] ?? 0) + 1;
    if (!this.#tokens.afterNewline(first)) return false;
    return this.#columnOf(this.#tokens.startAt(first)) > (this.#columns[depth] ?? 0);
  }

  /** A semicolon inside parentheses, brackets or an object ends them, but for the head of a `for`. */
  #breakAtSemicolon(index: number): void {
    const depth = this.#openers.length - 1;
    const kind = this.#kinds[depth];
    if (kind !== PAREN && kind !== BRACKET && kind !== OBJECT) return;
    const before = this.#tokens.kindAt((this.#openers[depth] ?? 0) - 1);
    if (kind === PAREN && (before === T.kFor || before === T.kAwait)) return;
    this.#closeToBlock(index);
  }

  #breakAtLine(index: number): void {
    const depth = this.#openers.length - 1;
    if (depth < 0) return;
    const kind = this.#kinds[depth];
    if (kind === SCANNED && this.#tokens.kindAt(this.#openers[depth] ?? 0) === T.jsxOpen) return;
    const before = this.#tokens.kindAt(index);
    if (before === T.dot || before === T.questionDot) {
      this.#breakAtDot(index);
      return;
    }
    const standsOut = kind !== SCANNED && this.#column <= (this.#columns[depth] ?? 0);
    const isTopLevel = before === T.kExport || before === T.kImport;
    if ((kind === BLOCK || (kind === EITHER && !standsOut)) && !isTopLevel) return;
    const wordsOnly = kind === SCANNED || kind === NAMES || kind === EITHER;
    if (!startsStatementLine(this.#tokens, index, { inObject: kind === OBJECT, wordsOnly, standsOut })) return;
    if (isTopLevel) this.#closeToModule(index);
    else if (kind === EITHER) this.#closeDownTo(depth, index);
    else this.#closeToBlock(index, standsOut);
  }

  /** A chain that goes on behind a half-typed line belongs to what stands before that line's open brackets. */
  #breakAtDot(index: number): void {
    const previous = index - 1;
    const unclosed = ((this.#tokens.flags[previous] ?? 0) & UNCLOSED) !== 0;
    if (!unclosed && endsOperand(this.#tokens, previous, true) && !this.#isBesideDot()) return;
    let depth = this.#openers.length;
    while (depth > 0 && this.#lines[depth - 1] === this.#lineBefore && this.#isList(depth - 1)) depth -= 1;
    this.#closeDownTo(depth, index);
  }

  /** Whether the line before, on which a bracket is still open, begins with a dot in the same column. */
  #isBesideDot(): boolean {
    const top = this.#openers.length - 1;
    if (this.#lines[top] !== this.#lineBefore || this.#columns[top] !== this.#column) return false;
    let first = this.#openers[top] ?? 0;
    while (first > 0 && !this.#tokens.afterNewline(first)) first -= 1;
    const kind = this.#tokens.kindAt(first);
    return kind === T.dot || kind === T.questionDot;
  }

  #isList(depth: number): boolean {
    const kind = this.#kinds[depth];
    return kind === PAREN || kind === BRACKET || kind === OBJECT;
  }

  /** With `standsOut`, blocks that were opened on one line with what is closed, as `class A { a(`, end as well. */
  #closeToBlock(index: number, standsOut = false): void {
    let depth = this.#openers.length;
    const line = this.#lines[depth - 1];
    while (depth > 0 && this.#kinds[depth - 1] !== BLOCK && this.#kinds[depth - 1] !== EITHER) depth -= 1;
    while (standsOut && depth > 0 && this.#lines[depth - 1] === line && this.#kinds[depth - 1] === BLOCK) depth -= 1;
    this.#closeDownTo(depth, index);
  }

  /** Imports and exports stand in modules and namespaces only. */
  #closeToModule(index: number): void {
    let depth = this.#openers.length;
    while (depth > 0 && !this.#isNamespace(depth - 1)) depth -= 1;
    this.#closeDownTo(depth, index);
  }

  #isNamespace(depth: number): boolean {
    if (this.#kinds[depth] !== BLOCK) return false;
    let index = (this.#openers[depth] ?? 0) - 1;
    if (this.#tokens.kindAt(index) === T.kGlobal) return true;
    while (this.#tokens.kindAt(index - 1) === T.dot) index -= 2;
    const word = this.#tokens.kindAt(index - 1);
    return index > 0 && (word === T.kNamespace || word === T.kModule);
  }
}

/** Words before the braces of an import, an export or a pattern. */
function isNamesWord(kind: number): boolean {
  return (
    kind === T.kImport ||
    kind === T.kExport ||
    kind === T.kType ||
    kind === T.kConst ||
    kind === T.kLet ||
    kind === T.kVar
  );
}
