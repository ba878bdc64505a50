import { lineEnd, type SourceLine } from "./source-lines.ts";

/** Goes through the lines of a page that is read line by line. */
export class LineReader {
  readonly #lines: readonly SourceLine[];
  #at = 0;

  constructor(lines: readonly SourceLine[]) {
    this.#lines = lines;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#lines.length;
  }

  /** The line `ahead` of the present one; an empty one at the end where there is none. */
  peek(ahead = 0): SourceLine {
    return this.#lines[this.#at + ahead] ?? { text: "", start: this.#end };
  }

  take(): SourceLine {
    const line = this.peek();
    this.#at += 1;
    return line;
  }

  /** The lines from the present one for as long as `holds`, taken. */
  takeWhile(holds: (line: SourceLine) => boolean): readonly SourceLine[] {
    const start = this.#at;
    while (this.#at < this.#lines.length && holds(this.peek())) this.#at += 1;
    return this.#lines.slice(start, this.#at);
  }

  /** Every line, and where the present one is among them: for tables, which look around. */
  get place(): { readonly lines: readonly SourceLine[]; readonly at: number } {
    return { lines: this.#lines, at: this.#at };
  }

  /** Goes on behind `offset`. */
  skipTo(offset: number): void {
    while (this.#at < this.#lines.length && this.peek().start < offset) this.#at += 1;
  }

  get #end(): number {
    const last = this.#lines.at(-1);
    return last === undefined ? 0 : lineEnd(last);
  }
}
