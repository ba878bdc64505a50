/**
 * Places in a text in the unit that client and server agreed on. Inside the program offsets are UTF-16 units; LSP
 * characters are UTF-8 bytes, UTF-16 units or code points of one line (LSP 3.17, Position Encoding Kinds).
 */
import { LineMap } from "../core/index.ts";

export type PositionEncoding = "utf-8" | "utf-16" | "utf-32";

/** The structure of an LSP position; its meaning depends on the encoding. */
export interface EncodedPosition {
  readonly line: number;
  readonly character: number;
}

/** The best encoding that a client offers: ours is UTF-16, which is also what silence means. */
export function chooseEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (!offered || offered.includes("utf-16")) return "utf-16";
  if (offered.includes("utf-32")) return "utf-32";
  return offered.includes("utf-8") ? "utf-8" : "utf-16";
}

/** Converts between offsets of one text and positions in one encoding. Places outside the text move to its edge. */
export class PositionMap {
  readonly #text: string;
  readonly #lines: LineMap;
  readonly #encoding: PositionEncoding;

  constructor(text: string, encoding: PositionEncoding) {
    this.#text = text;
    this.#lines = new LineMap(text);
    this.#encoding = encoding;
  }

  toPosition(offset: number): EncodedPosition {
    const { line, column } = this.#lines.toLineColumn(offset);
    if (this.#encoding === "utf-16") return { line, character: column };
    const start = this.#lines.lineStart(line);
    let character = 0;
    for (let index = start; index < start + column; ) {
      const point = this.#text.codePointAt(index) ?? 0;
      character += unitsOf(point, this.#encoding);
      index += point > 0xffff ? 2 : 1;
    }
    return { line, character };
  }

  toOffset(position: EncodedPosition): number {
    const line = Number.isInteger(position.line) ? position.line : Math.floor(Number(position.line) || 0);
    const wanted = Math.max(0, Number.isFinite(position.character) ? position.character : 0);
    if (line < 0) return 0;
    const start = this.#lines.lineStart(line);
    const end = this.#endOfLine(line);
    if (this.#encoding === "utf-16") return Math.min(start + Math.floor(wanted), end);
    let index = start;
    for (let character = 0; index < end; ) {
      const point = this.#text.codePointAt(index) ?? 0;
      character += unitsOf(point, this.#encoding);
      if (character > wanted) break;
      index += point > 0xffff ? 2 : 1;
    }
    return index;
  }

  /** The end of a line's text, its line break left out. */
  #endOfLine(line: number): number {
    const start = this.#lines.lineStart(line);
    let end = this.#lines.lineStart(line + 1);
    if (line >= this.#lines.lineCount) return start;
    while (end > start && (this.#text[end - 1] === "\n" || this.#text[end - 1] === "\r")) end -= 1;
    return end;
  }
}

function unitsOf(point: number, encoding: PositionEncoding): number {
  if (encoding === "utf-8") return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  return encoding === "utf-16" && point > 0xffff ? 2 : 1;
}
