import type { Span } from "../../text/span.ts";
import type { Dialect, MissingExpression } from "../tree.ts";
import { classOf, isLineEnd, SPACE } from "./characters.ts";
import * as T from "./token-kind.ts";
import { ESCAPED, type Tokens, UNCLOSED } from "./tokens.ts";

/** How many statements and expressions may nest without brackets before the rest is given up as missing. */
const DEEPEST_RECURSION = 900;

/**
 * The place in the tokens where the reader stands. `limit` is the end of the innermost bracket: nothing reads past it,
 * which is what keeps an error inside its brackets.
 */
export class Cursor {
  readonly text: string;
  readonly tokens: Tokens;
  readonly typescript: boolean;
  readonly jsx: boolean;
  /** The kind of the current token; `end` at the limit. */
  kind = T.end;
  index = 0;
  limit: number;
  /** Where the last consumed token, or the gap of a missing one, ended. */
  lastEnd = 0;
  depth = 0;
  /** The limit of the `for` head in which `in` is no operator, or -1. */
  withoutIn = -1;
  /** The limit at which the branch between `?` and `:` is read, or -1: there `(b): c => d` needs a second colon. */
  branchLimit = -1;
  /** How many tokens may still be read on trial in this file, and how many trials are running. */
  #trialTokens = 200_000;
  #onTrial = 0;
  /** The first place where the scanner took an operator for a value or the other way round. */
  wrongAt = -1;
  wrongIsValue = false;

  constructor(text: string, tokens: Tokens, dialect: Dialect) {
    this.text = text;
    this.tokens = tokens;
    this.typescript = dialect === "ts" || dialect === "tsx";
    this.jsx = dialect === "tsx" || dialect === "jsx" || dialect === "js";
    this.limit = tokens.count;
    this.moveTo(0);
  }

  /** Where the current token starts; at the end of the text its length. */
  get start(): number {
    return this.index < this.tokens.count ? this.tokens.startAt(this.index) : this.text.length;
  }

  get end(): number {
    return this.tokens.endAt(this.index);
  }

  /** Whether a line break stands before the current token. */
  get newline(): boolean {
    return this.index >= this.tokens.count || this.tokens.afterNewline(this.index);
  }

  moveTo(index: number): void {
    this.index = index;
    this.kind = index < this.limit ? this.tokens.kindAt(index) : T.end;
  }

  advance(): void {
    if (this.index >= this.limit) return;
    this.lastEnd = this.tokens.endAt(this.index);
    this.moveTo(this.index + 1);
  }

  /** Consumes the current token if it is of `kind`. */
  eat(kind: number): boolean {
    if (this.kind !== kind) return false;
    this.advance();
    return true;
  }

  /** The kind `distance` tokens ahead, `end` past the limit. */
  peek(distance: number): number {
    const index = this.index + distance;
    return index < this.limit ? this.tokens.kindAt(index) : T.end;
  }

  kindOf(index: number): number {
    return index < this.limit ? this.tokens.kindAt(index) : T.end;
  }

  newlineBefore(distance: number): boolean {
    return this.tokens.afterNewline(this.index + distance);
  }

  escaped(index: number): boolean {
    return ((this.tokens.flags[index] ?? 0) & ESCAPED) !== 0;
  }

  unclosed(index: number): boolean {
    return ((this.tokens.flags[index] ?? 0) & UNCLOSED) !== 0;
  }

  /** The token index at which the content of the bracket opened at `opener` ends. */
  closeOf(opener: number): number {
    const match = this.tokens.matchAt(opener);
    return Math.min(match >= 0 ? match : ~match, this.limit);
  }

  isClosed(opener: number): boolean {
    return this.tokens.matchAt(opener) >= 0;
  }

  /** The token index behind the bracket opened at `opener`. */
  behind(opener: number): number {
    const match = this.tokens.matchAt(opener);
    return Math.min(match >= 0 ? match + 1 : ~match, this.limit);
  }

  /** The token index behind the current token, or behind its bracket if it opens one. */
  behindCurrent(): number {
    const match = this.tokens.matchAt(this.index);
    const opens = match !== -1 && (match < 0 || match > this.index);
    return Math.min(opens ? Math.max(this.behind(this.index), this.index + 1) : this.index + 1, this.limit);
  }

  /** Steps into the bracket at the current token; returns the limit to give back to `leave`. */
  enter(): number {
    const outer = this.limit;
    const close = this.closeOf(this.index);
    this.lastEnd = this.tokens.endAt(this.index);
    this.limit = close;
    this.moveTo(this.index + 1);
    return outer;
  }

  /** Steps behind the bracket opened at `opener`, whatever is left in it. Returns whether it was closed. */
  leave(opener: number, outer: number): boolean {
    const closed = this.isClosed(opener);
    const close = this.limit;
    this.limit = outer;
    this.moveTo(close);
    if (closed) this.advance();
    else this.lastEnd = Math.max(this.lastEnd, this.#unclosedEnd());
    return closed;
  }

  /** Steps over the bracket at the current token. */
  skipBracket(): void {
    const opener = this.index;
    const outer = this.enter();
    this.leave(opener, outer);
  }

  /** An expression that was expected here and is not: it covers the blanks up to the next token or line end. */
  missing(): MissingExpression {
    const gap = this.gap();
    return { kind: "missing", start: gap.start, end: gap.end };
  }

  /**
   * Whether the line ended behind an operator whose operand is still to be typed: a blank trails, as where somebody was
   * about to go on, and what follows stands no deeper than the operator's own line.
   */
  get dangles(): boolean {
    if (!this.newline || this.index === 0 || this.kind === T.end) return false;
    let end = this.lastEnd;
    while (classOf(this.text.charCodeAt(end)) === SPACE) end += 1;
    if (end === this.lastEnd || !isLineEnd(this.text.charCodeAt(end))) return false;
    if (this.text.slice(end, this.start).trim() !== "") return false;
    return this.#columnOf(this.start) <= this.#columnOf(this.tokens.startAt(this.index - 1));
  }

  /** How far the line around `offset` is indented. */
  #columnOf(offset: number): number {
    let start = offset;
    while (start > 0 && !isLineEnd(this.text.charCodeAt(start - 1))) start -= 1;
    let content = start;
    while (content < offset && classOf(this.text.charCodeAt(content)) === SPACE) content += 1;
    return content - start;
  }

  /** The blanks between the last token and what comes next on the line; the cursor's `lastEnd` moves behind them. */
  gap(): Span {
    const start = this.lastEnd;
    let end = start;
    const stop = this.start;
    while (end < stop && classOf(this.text.charCodeAt(end)) === SPACE) end += 1;
    this.lastEnd = end;
    return { start, end };
  }

  /** Starts reading on trial; false when the file had too many tokens read so, or trials nest too deeply. */
  trial(): boolean {
    if (this.#trialTokens <= 0 || this.#onTrial > 4) return false;
    this.#trialTokens -= 1;
    this.#onTrial += 1;
    return true;
  }

  /** Ends a trial, going back to the token where it began. */
  endTrial(index: number): void {
    this.#onTrial -= 1;
    this.#trialTokens -= this.index - index;
    this.moveTo(index);
  }

  /** Notes that the token here should have been scanned as the start of a value, or as an operator. */
  correct(isValue: boolean): void {
    if (this.wrongAt >= 0 || this.#onTrial > 0) return;
    this.wrongAt = this.start;
    this.wrongIsValue = isValue;
  }

  /** Counts a level of nesting; false when there are too many, and the caller gives up. */
  descend(): boolean {
    if (this.depth >= DEEPEST_RECURSION) return false;
    this.depth += 1;
    return true;
  }

  ascend(): void {
    this.depth -= 1;
  }

  #unclosedEnd(): number {
    if (this.index >= this.tokens.count) return this.text.length;
    let end = this.start;
    if (!this.newline) return end;
    // The line of the next token is its own.
    while (end > this.lastEnd && !isBreak(this.text.charCodeAt(end - 1))) end -= 1;
    while (end > this.lastEnd && isBreak(this.text.charCodeAt(end - 1))) end -= 1;
    return end;
  }
}

function isBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}
