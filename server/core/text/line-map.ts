/** A zero-based line and a zero-based column in UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Line starts of one text. Lines end at LF, CRLF or a lone CR, as in LSP. */
export class LineMap {
  readonly length: number;
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit === 13 && text.charCodeAt(index + 1) === 10) continue;
      if (unit === 10 || unit === 13) starts.push(index + 1);
    }
    this.#starts = starts;
    this.length = text.length;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The offset at which `line` starts; past the last line, the length of the text. */
  lineStart(line: number): number {
    if (line < 0) return 0;
    return this.#starts[line] ?? this.length;
  }

  /** The place of `offset`; offsets outside the text are moved to its nearest end. */
  toLineColumn(offset: number): LineColumn {
    const bounded = Math.max(0, Math.min(offset, this.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStart(middle) <= bounded) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: bounded - this.lineStart(low) };
  }

  /** The offset of a place; a column past the end of its line is moved to the end of that line (its break included). */
  toOffset(place: LineColumn): number {
    if (place.line < 0) return 0;
    const start = this.lineStart(place.line);
    const next = this.lineStart(place.line + 1);
    return Math.max(start, Math.min(start + place.column, next));
  }
}
