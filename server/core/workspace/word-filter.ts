/** Which words a text has, in two kilobytes: what it says no to is surely not there, a yes may be wrong. */
export class WordFilter {
  readonly #bits = new Uint32Array(size / 32);

  constructor(text: string) {
    let hash = start;
    for (let index = 0; index <= text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (isOfWord(unit)) hash = Math.imul(hash ^ unit, prime);
      else if (hash !== start) {
        this.#add(hash);
        hash = start;
      }
    }
  }

  /** False only where the text does not have the word. */
  mayHave(word: string): boolean {
    let hash = start;
    for (let index = 0; index < word.length; index += 1) {
      const unit = word.charCodeAt(index);
      // What is no such word may be anywhere.
      if (!isOfWord(unit)) return true;
      hash = Math.imul(hash ^ unit, prime);
    }
    const bit = bitOf(hash);
    return ((this.#bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }

  #add(hash: number): void {
    const bit = bitOf(hash);
    this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
}

const size = 1 << 14;
/** The start and the factor of the FNV hash of 32 bits. */
const start = 0x811c9dc5 | 0;
const prime = 0x01000193;

function bitOf(hash: number): number {
  return (hash ^ (hash >>> 14)) & (size - 1);
}

/** Letters of ASCII, digits, `_` and `$`; other letters are told from no white space, so that they part words. */
function isOfWord(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    unit === 0x5f ||
    unit === 0x24
  );
}
