import { maximumMarkedLength } from "./markdown-bounds.ts";
import type { Inline, TextRun } from "./page.ts";

/** A kind of marked text: what it looks like, with the visible text in group `text` and a link's target in `target`. */
export interface TextMark {
  readonly pattern: RegExp;
  readonly style: TextRun["style"];
}

/**
 * The text `[start, end)` of a source whose marks do not nest. Each pattern has a group named `text`; where several match,
 * the one that begins first wins, of those the one that stands first in `marks`. Overlong text is taken as it is.
 */
export function readMarkedText(source: string, start: number, end: number, marks: readonly TextMark[]): Inline {
  const whole = source.slice(start, end);
  const text = whole.trim();
  const from = start + (whole.length - whole.trimStart().length);
  const span = { start: from, end: from + text.length };
  const runs: TextRun[] = [];
  let at = 0;
  const plain = (until: number): void => {
    if (until <= at) return;
    const place = { start: from + at, end: from + until };
    runs.push({ text: flattened(text.slice(at, until)), span: place, style: "plain", target: undefined });
  };
  const finders = text.length > maximumMarkedLength ? [] : marks.map((mark) => new MarkFinder(text, mark));
  for (;;) {
    const found = nextMark(finders, at);
    if (found === undefined) break;
    const { match, style } = found;
    const shown = match.groups?.text ?? "";
    plain(match.index);
    const shownAt = from + match.index + Math.max(0, match[0].indexOf(shown));
    if (shown !== "") {
      const place = { start: shownAt, end: shownAt + shown.length };
      runs.push({ text: flattened(shown), span: place, style, target: match.groups?.target });
    }
    at = match.index + match[0].length;
  }
  plain(text.length);
  return { runs, span };
}

interface FoundMark {
  readonly match: RegExpExecArray;
  readonly style: TextRun["style"];
}

/** Finds one kind of mark; a match that lies ahead is not looked for again. */
class MarkFinder {
  readonly #text: string;
  readonly #pattern: RegExp;
  readonly #style: TextRun["style"];
  #match: RegExpExecArray | null | undefined;

  constructor(text: string, { pattern, style }: TextMark) {
    this.#text = text;
    this.#pattern = new RegExp(pattern, "g");
    this.#style = style;
  }

  from(at: number): FoundMark | undefined {
    if (this.#match === undefined || (this.#match !== null && this.#match.index < at)) {
      this.#pattern.lastIndex = at;
      this.#match = this.#pattern.exec(this.#text);
    }
    return this.#match === null || this.#match[0] === "" ? undefined : { match: this.#match, style: this.#style };
  }
}

function nextMark(finders: readonly MarkFinder[], at: number): FoundMark | undefined {
  let first: FoundMark | undefined;
  for (const finder of finders) {
    const found = finder.from(at);
    if (found !== undefined && (first === undefined || found.match.index < first.match.index)) first = found;
  }
  return first;
}

/** Every line break is one character that stands for itself. */
function flattened(text: string): string {
  return text.replace(/[\r\n\t]/g, " ");
}
