import { endsOperand, opensObject } from "./operand-end.ts";
import { startsStatementLine } from "./statement-lines.ts";
import * as T from "./token-kind.ts";
import type { Tokens } from "./tokens.ts";

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

/**
 * Matches the brackets of half-typed code anew, where the scanner found some without a partner. Sound texts never get
 * here, so what follows may guess: a statement's keyword at the start of a line, a semicolon in an argument list or a
 * `}` on a line of its own tell where an unclosed bracket must have ended. Indentation is not looked at.
 */
export function repairBrackets(tokens: Tokens): void {
  new Repair(tokens).run();
}

class Repair {
  readonly #tokens: Tokens;
  readonly #openers: number[] = [];
  readonly #kinds: number[] = [];
  readonly #lines: number[] = [];
  #line = 0;
  /** The line of the token before the current one. */
  #lineBefore = 0;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  run(): void {
    const tokens = this.#tokens;
    for (let index = 0; index < tokens.count; index += 1) {
      this.#lineBefore = this.#line;
      if (tokens.afterNewline(index)) this.#line += 1;
      this.#endScanned(index);
      if (tokens.afterNewline(index)) this.#breakAtLine(index);
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
    if (!opensObject(this.#tokens, index)) return BLOCK;
    const before = this.#tokens.kindAt(index - 1);
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
      const opener = this.#openers.pop() ?? 0;
      this.#kinds.pop();
      this.#lines.pop();
      this.#tokens.matches[opener] = ~index;
    }
  }

  #pair(depth: number, index: number): void {
    this.#closeDownTo(depth + 1, index);
    const opener = this.#openers.pop() ?? 0;
    this.#kinds.pop();
    this.#lines.pop();
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
      this.#openers.pop();
      this.#kinds.pop();
      this.#lines.pop();
      return;
    }
  }

  /** A `)` or `]`: it may close over unclosed objects and parentheses, but over a block only on the block's own line. */
  #close(index: number, wanted: number): void {
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

  #closeBrace(index: number): void {
    const ownLine = this.#tokens.afterNewline(index);
    let nearest = -1;
    for (let depth = this.#openers.length - 1; depth >= 0; depth -= 1) {
      const kind = this.#kinds[depth];
      if (kind === SCANNED) break;
      if (kind === PAREN || kind === BRACKET) continue;
      if (nearest < 0) nearest = depth;
      // `{ code: 'X` and a `}` on the next line: the object was to be closed on its own line, the block is meant.
      if (ownLine && kind === OBJECT && this.#lines[depth] === this.#lineBefore) continue;
      this.#pair(depth, index);
      return;
    }
    if (nearest >= 0) this.#pair(nearest, index);
    else this.#tokens.matches[index] = -1;
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
    const inBlock = kind === BLOCK || kind === EITHER;
    const isTopLevel = before === T.kExport || before === T.kImport;
    if (inBlock && !isTopLevel) return;
    if (!startsStatementLine(this.#tokens, index, kind === OBJECT, kind === SCANNED)) return;
    if (isTopLevel) this.#closeToModule(index);
    else this.#closeToBlock(index);
  }

  #closeToBlock(index: number): void {
    let depth = this.#openers.length;
    while (depth > 0 && this.#kinds[depth - 1] !== BLOCK && this.#kinds[depth - 1] !== EITHER) depth -= 1;
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
