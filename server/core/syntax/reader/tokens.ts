import type { Comment } from "../tree.ts";

/** A line break lies between this token and the one before. */
export const AFTER_NEWLINE = 1;
/** The token has an escape (or a carriage return in a template): its value is not its text. */
export const ESCAPED = 2;
/** A string, template or regular expression that its line or the file ended before its closing mark. */
export const UNCLOSED = 4;

/**
 * The tokens of one text, in columns.
 *
 * `matches` holds for an opening bracket the index of its closing token, or the complement `~k` where nothing closes
 * it and its content ends before token `k`. For a closing bracket it holds the opening one's index, or -1 for a stray.
 */
export class Tokens {
  kinds: Uint8Array;
  flags: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  matches: Int32Array;
  count = 0;
  /** Whether every bracket has its partner. */
  balanced = true;
  /** Whether the nesting went over the limit; scanning stopped there. */
  tooDeep = false;
  /** The token index of a template that the end of the text cut off, or -1. */
  openTemplate = -1;
  readonly comments: Comment[] = [];

  constructor(capacity: number) {
    this.kinds = new Uint8Array(capacity);
    this.flags = new Uint8Array(capacity);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.matches = new Int32Array(capacity);
  }

  add(kind: number, start: number, end: number, flags: number): void {
    const index = this.count;
    if (index === this.kinds.length) this.#grow();
    this.kinds[index] = kind;
    this.flags[index] = flags;
    this.starts[index] = start;
    this.ends[index] = end;
    this.matches[index] = -1;
    this.count = index + 1;
  }

  kindAt(index: number): number {
    return this.kinds[index] ?? 0;
  }

  startAt(index: number): number {
    return this.starts[index] ?? 0;
  }

  endAt(index: number): number {
    return this.ends[index] ?? 0;
  }

  matchAt(index: number): number {
    return this.matches[index] ?? -1;
  }

  afterNewline(index: number): boolean {
    return ((this.flags[index] ?? 0) & AFTER_NEWLINE) !== 0;
  }

  #grow(): void {
    const capacity = this.kinds.length * 2;
    const kinds = new Uint8Array(capacity);
    kinds.set(this.kinds);
    this.kinds = kinds;
    const flags = new Uint8Array(capacity);
    flags.set(this.flags);
    this.flags = flags;
    this.starts = grown(this.starts, capacity);
    this.ends = grown(this.ends, capacity);
    this.matches = grown(this.matches, capacity);
  }
}

function grown(column: Int32Array, capacity: number): Int32Array {
  const result = new Int32Array(capacity);
  result.set(column);
  return result;
}
