import type { Code } from "../../catalog/model.ts";
import type { Drafted } from "../draft.ts";
import { sliceInline, trimInline } from "../page/inline.ts";
import { type Inline, spanInInline, textOfInline } from "../page/page.ts";
import { type CodeShape, codeShape } from "./code-shape.ts";
import { asciiText } from "./digits.ts";

/** A token that may be a code. */
export interface CodeToken {
  readonly text: string;
  readonly shape: CodeShape;
  /** Whether it is set as code or as strong text: people mark names so. */
  readonly isMarked: boolean;
  /** Whether it is set as code. */
  readonly isCode: boolean;
  /** Whether quotes stand around it: a string on the wire. */
  readonly isQuoted: boolean;
  readonly isStruck: boolean;
  readonly span: Drafted<string>["span"];
}

export interface CodesRead {
  /** The codes that the text begins with: one, or several with commas or the like between them. */
  readonly codes: readonly CodeToken[];
  /** What follows them, separators taken off. */
  readonly rest: Inline;
  /** Whether a colon, dash, bracket or line break sets the rest off, or there is none. */
  readonly isSetOff: boolean;
}

const opening = /[\s`'"“”‘’*[({<「『【（]*/y;
const token = /[-+]?[\w$]+(?:(?:[-.:/\\]|::|['’](?=[a-z]+_))[\w$]+)*(?![@#])/y;
const closing = /[`'"“”‘’*\])}>」』】）]*(?:\^?\[?\d?\]?[*†‡])?/y;
const separator = /\s*(?:[,|;、\n]|\/|(?:\s(?:or|and|ou|oder|und|или|и|або|та|y|o|e|et|ve|veya)\s)|[或和与及])\s*/y;

/** The codes at the start of `inline`. */
export function readCodes(inline: Inline): CodesRead {
  const text = asciiText(textOfInline(inline));
  const codes: CodeToken[] = [];
  let end = 0;
  let at = 0;
  while (at < text.length) {
    const [, start] = take(opening, text, at);
    const [found, stop] = take(token, text, start);
    const written = cutAtSeparators((found ?? "").slice(0, sameStyleEnd(inline, start) - start));
    const shape = codeShape(written);
    if (shape !== "number" && isCall(textOfInline(inline).slice(start + written.length))) break;
    if (written === "" || shape === "text" || isInCodeSentence(inline, start, start + written.length, shape)) break;
    const tokenEnd = start + written.length;
    codes.push(tokenAt(inline, text, { start, end: tokenEnd, shape }));
    [, end] = take(closing, text, tokenEnd);
    if (tokenEnd < stop && text.charAt(tokenEnd) !== "/") break;
    const [between, next] = take(separator, text, end);
    if (between === undefined || between === "") break;
    at = next;
  }
  return { codes, ...restOf(inline, text, end) };
}

function take(pattern: RegExp, text: string, at: number): readonly [string | undefined, number] {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return [match?.[0], match === null ? at : pattern.lastIndex];
}

/** Whether what follows a name makes it a call of a function. */
function isCall(after: string): boolean {
  return /^\((?:[\w[{)'"]|\.\.\.)(?!\d\d)/.test(after);
}

/** Where the style ends in which the text at `at` is set: a code does not go on in another. */
function sameStyleEnd({ runs }: Inline, at: number): number {
  let end = 0;
  let style: string | undefined;
  for (const run of runs) {
    if (style !== undefined && run.style !== style) return end;
    end += run.text.length;
    if (style === undefined && at < end) style = run.style;
  }
  return end;
}

/** Whether a token begins a sentence that is set as code as a whole: a message, of which no word is the code. */
function isInCodeSentence(inline: Inline, start: number, end: number, shape: CodeShape): boolean {
  if (shape === "number") return false;
  let at = 0;
  for (const { text, style } of inline.runs) {
    const stop = at + text.length;
    if (start < stop) return style === "code" && end < stop && /^\s+\p{L}/u.test(text.slice(end - at));
    at = stop;
  }
  return false;
}

/** `A_B/C_D` and `400/404` are two codes, `1001:text` is one with what follows; `auth/expired` is one. */
function cutAtSeparators(written: string): string {
  const parts = written.split("/");
  const [first = ""] = parts;
  if (parts.length > 1 && parts.every((part) => /^-?\d+$|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(part))) return first;
  return /^[-+]?\d+(?=:)/.exec(written)?.[0] ?? written;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly shape: CodeShape;
}

function tokenAt(inline: Inline, text: string, { start, end, shape }: Place): CodeToken {
  const { runs } = sliceInline(inline, start, end);
  const endsItsRun = /^[\s)\]:.,;/|]*$|^\s*[,;/|]/.test(restOfRun(inline, end));
  return {
    text: text.slice(start, end),
    shape,
    isCode: runs.length > 0 && runs.every(({ style }) => style === "code"),
    isMarked: endsItsRun && runs.length > 0 && runs.every(({ style }) => style === "code" || style === "strong"),
    isQuoted: /["“'‘「]/.test(text.charAt(start - 1)) && /["”'’」]/.test(text.charAt(end)),
    isStruck: runs.length > 0 && runs.every(({ style }) => style === "struck"),
    span: spanInInline(inline, start, end),
  };
}

/** What follows `at` in the run that ends or goes on there. */
function restOfRun({ runs }: Inline, at: number): string {
  let start = 0;
  for (const { text } of runs) {
    if (at <= start + text.length) return text.slice(at - start);
    start += text.length;
  }
  return "";
}

function restOf(inline: Inline, text: string, end: number): { readonly rest: Inline; readonly isSetOff: boolean } {
  const after = text.slice(end);
  const lead = /^[\s:=,.;|·•—–→>~-]*/.exec(after)?.[0] ?? "";
  const isSetOff = after.trim() === "" || /[:=|·•—→>~\n\t-]/.test(lead) || /^\s*[([{（【]/.test(after);
  const rest = trimInline(sliceInline(inline, end + lead.length, text.length));
  return { rest, isSetOff };
}

/** How the codes of one table or list are typed. */
export interface CodeTyping {
  /** Whether codes made of digits are strings on the wire. */
  readonly digitsAreText: boolean;
}

/** The code as on the wire; digits that no number writes the same way (`007`, `+5`, `-0`) are a text. */
export function codeOf({ text, shape, isQuoted }: CodeToken, { digitsAreText }: CodeTyping): Code {
  const number = Number(text);
  return shape !== "number" || isQuoted || digitsAreText || String(number) !== text ? text : number;
}
