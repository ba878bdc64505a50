import type { StatusRange } from "../../catalog/model.ts";
import type { Drafted } from "../draft.ts";
import { joinInlines, sliceInline, trimInline } from "../page/inline.ts";
import { type Inline, textOfInline } from "../page/page.ts";
import { isErrorClass, soundsLikeError } from "./code-shape.ts";
import { asciiText } from "./digits.ts";
import { isKnownStatus } from "./known-statuses.ts";
import { type CodesRead, type CodeToken, readCodes } from "./read-codes.ts";
import { readStatuses } from "./read-statuses.ts";
import { areBodyFields } from "./table-evidence.ts";
import { roleOfWords } from "./words/roles.ts";

/** What a heading, a list item or a line begins with: codes, statuses, and the text that remains. */
export interface Lead {
  readonly codes: readonly CodeToken[];
  readonly statuses: readonly Drafted<StatusRange>[];
  /** The text without codes and statuses. */
  readonly rest: Inline;
  /** How likely the codes are codes by their form alone: 3 can hardly be else, 2 a name, 1 a plain word, 0 none. */
  readonly strength: 0 | 1 | 2 | 3;
}

export interface LeadOptions {
  /** Whether a number in front is a code, even where it looks like a status. */
  readonly numbersAreCodes?: boolean;
}

/** What `inline` begins with. Numbering and words such as "Error code" in front are passed over. */
export function readLead(inline: Inline, options: LeadOptions = {}): Lead {
  const text = asciiText(textOfInline(inline));
  const from = numbering(text);
  const start = from + introduction(text.slice(from));
  const head = trimInline(sliceInline(inline, start, text.length));
  const status = leadingStatus(head);
  if (status !== undefined && (options.numbersAreCodes !== true || /^\W*HTTP/i.test(textOfInline(head))))
    return afterStatus(status.statuses, status.rest);
  const read = readCodes(head);
  if (read.codes.length === 0 || !isLead(read)) {
    return bracketedCode(head) ?? { codes: [], statuses: trailingStatuses(head).statuses, rest: head, strength: 0 };
  }
  const { statuses, rest } = trailingStatuses(read.rest);
  return { codes: read.codes, statuses, rest, strength: strengthOf(read) };
}

/** `Token expired (TOKEN_EXPIRED, 401)`: a code that can hardly be else, in brackets behind its name. */
function bracketedCode(head: Inline): Lead | undefined {
  const text = asciiText(textOfInline(head));
  if (text.length > headLength) return undefined;
  const match = /[([]\s*([A-Za-z][^()[\]]*)[)\]]\s*$/d.exec(text);
  const place = match?.indices?.[1];
  if (match === null || place === undefined || match.index === 0) return undefined;
  const read = readCodes(sliceInline(head, place[0], place[1]));
  const isPlain = read.codes.every(
    ({ text: code }) => isConstant(code) || (/^[A-Z]{4,}$/.test(code) && soundsLikeError(code)),
  );
  if (read.codes.length === 0 || !isPlain) return undefined;
  const { statuses } = readStatuses(read.rest);
  return { codes: read.codes, statuses, rest: trimInline(sliceInline(head, 0, match.index)), strength: 3 };
}

/** `1.`, `2.3`, `(4)`, an emoji in front of a heading: none of it is text. */
function numbering(text: string): number {
  return (
    /^(?:\p{Extended_Pictographic}|\uFE0F|[✓✔✗✘•▪►▶]|\s|(?:\d{1,2}\.)+(?:\d{1,2})?(?=\s)|\d{1,2}\)(?=\s)|\(\d{1,2}\)(?=\s))*/u.exec(
      text,
    )?.[0].length ?? 0
  );
}

/** "Error code:" and the like in front of a code, in any language. */
function introduction(text: string): number {
  const match = /^(\p{L}[\p{L}\p{M}'’ -]{1,30}?)(?:\s*[:#：]\s*|\s+)(?=[-\d`"'[(*]|[A-Z]+[_-]?\d|[A-Z]+_)/u.exec(text);
  const role = match === null ? undefined : roleOfWords(match[1] ?? "");
  const isSaid = role !== undefined && role.weight >= 2.5 && (role.role === "code" || role.role === "error");
  return isSaid ? (match?.[0].length ?? 0) : 0;
}

/** `404`, `404 Not Found`, `HTTP 404:`, `Status 404` at the start, with what follows. */
function leadingStatus(
  head: Inline,
): { readonly statuses: readonly Drafted<StatusRange>[]; readonly rest: Inline } | undefined {
  const whole = asciiText(textOfInline(head));
  const text = whole.slice(0, headLength);
  const match =
    /^[\s`"'*([]*(?:(?:HTTP(?:\/[\d.]+)?|status|code|статус|状态码|ステータス)\s*(?:status\s*)?(?:code)?\s*[:#]?\s*)?([1-5](?:\d\d|xx|XX|\*\*))(?:\s*(?:[,/|]|or|and|и|и|або|或|、)\s*([1-5]\d\d))*(?![\w%]|[.,]\d|-\d)/i.exec(
      text,
    );
  if (match === null) return undefined;
  const { statuses } = readStatuses(sliceInline(head, 0, match[0].length));
  const isUsual = statuses.every(({ value: { from, to } }) => from !== to || isKnownStatus(from) || from >= 400);
  if (statuses.length === 0 || !isUsual) return undefined;
  const after = /^[\s`"'*)\]]*[:=,.;|·•—–→>~-]*[\s]*/.exec(text.slice(match[0].length))?.[0].length ?? 0;
  return { statuses, rest: trimInline(sliceInline(head, match[0].length + after, whole.length)) };
}

/** After a status, a code must be plainly one: `401 — AUTH_REQUIRED`, not `401 Unauthorized`. */
function afterStatus(statuses: readonly Drafted<StatusRange>[], rest: Inline): Lead {
  const read = readCodes(rest);
  const strength = read.codes.length === 0 || !isLead(read) ? 0 : strengthOf(read);
  const isPlain = strength === 3 && read.codes.every(({ shape }) => shape === "name");
  if (!isPlain || areBodyFields(read.codes.map(({ text }) => text))) return { codes: [], statuses, rest, strength: 0 };
  return { codes: read.codes, statuses, rest: read.rest, strength };
}

/** How much of a text can tell what it begins with. */
const headLength = 400;

const number = "[1-5](?:\\d\\d|xx)";
const several = `${number}(?:\\s*(?:[,/|]|or|and)\\s*${number})*`;
const httpWords = "(?:HTTP|status|code|статус|状态码|ステータス|상태|\\s|[:：])*";

/** Where statuses stand behind a code: at once, in brackets, behind a dash, behind a mark at the end of the line. */
const behindCode: readonly RegExp[] = [
  new RegExp(`^\\s*[([{]\\s*${httpWords}(${several})(?![\\w%])[^)\\]}\\n]{0,40}[)\\]}]`, "i"),
  new RegExp(
    `^[\\s–—·|,:-]*(?:HTTP|status)${httpWords}(${several})(?![\\w%.]\\d)(?:\\s+[A-Z][A-Za-z ]{2,30}(?=\\s*[-–—:|(]|$))?`,
    "i",
  ),
  new RegExp(`^[\\s–—·|,:-]*(${several})(?![\\w%]|\\.\\d)(?=\\s*(?:[-–—:|]|$))`, "i"),
  new RegExp(`[([]\\s*${httpWords}(${several})(?![\\w%])[^)\\]\\n]{0,40}[)\\]]`, "i"),
  new RegExp(`\\s[-–—|·#→>]\\s*(?:HTTP\\s*)?(${number})(?:\\s+[A-Z][A-Za-z ]*)?$`),
];

/** Statuses in brackets or behind a dash, and the text without them. */
function trailingStatuses(rest: Inline): { readonly statuses: readonly Drafted<StatusRange>[]; readonly rest: Inline } {
  const whole = asciiText(textOfInline(rest));
  // Far behind the code nothing belongs to it; and the patterns are not made for texts without end.
  const text = whole.length > headLength ? `${whole.slice(0, headLength)}…` : whole;
  const nothing = { statuses: [], rest };
  const match = behindCode.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  if (match === undefined || match === null) return nothing;
  const end = match.index + match[0].length;
  const from = match.index + match[0].indexOf(match[1] ?? "");
  const { statuses } = readStatuses(sliceInline(rest, from, end));
  // In brackets right behind a code, even a status of one's own making is meant.
  const isBracketed = match.index === 0 && /^\s*[([{]/.test(match[0]);
  const isUsual = statuses.every(
    ({ value: { from, to } }) => from !== to || isKnownStatus(from) || (isBracketed && from >= 400),
  );
  if (statuses.length === 0 || !isUsual) return nothing;
  const lead = /^[\s)\]}:=,.;|·•—–→>-]*/.exec(whole.slice(end))?.[0].length ?? 0;
  const before = trimInline(sliceInline(rest, 0, match.index));
  const after = trimInline(sliceInline(rest, end + lead, whole.length));
  const parts = [before, after].filter(({ runs }) => runs.length > 0);
  return { statuses, rest: joinInlines(parts, " ") ?? after };
}

/** Whether codes at the start of a text stand apart from the rest of it. */
function isLead({ codes, rest, isSetOff }: CodesRead): boolean {
  if (rest.runs.length === 0 || isSetOff) return true;
  return codes.every(
    ({ isMarked, shape, text }) =>
      isMarked || shape === "number" || (shape === "name" && /_|[A-Za-z]+-?\d{2,}/.test(text)),
  );
}

/** Whether a text begins with a number that cannot be an HTTP status; undefined where it begins with no number. */
export function leadsWithForeignNumber(inline: Inline): boolean | undefined {
  const text = asciiText(textOfInline(inline)).trim();
  const match = /^[`"'*([]*(-?\d{1,9})[`"'*)\]]*(?=\s*$|\s*[:–—=|-]|\s+[-–—]\s)(?!\s*[-.]\d)/.exec(text);
  if (match === null) return undefined;
  const value = Number(match[1]);
  if (!isKnownStatus(value)) return true;
  const phrase = text
    .slice(match[0].length)
    .replace(/^[^\p{L}]+/u, "")
    .toLowerCase();
  return (
    value < 400 &&
    phrase !== "" &&
    !/^(?:ok|created|accepted|no content|success|continue|switching|moved|found|see other|not modified|temporary|permanent)/.test(
      phrase,
    ) &&
    /^[a-z]/.test(phrase)
  );
}

/** `NOT_FOUND`, `AUTH-001`, `E1001`: what is hardly anything but a constant or a code. */
function isConstant(text: string): boolean {
  return /^[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+$|^[A-Z]{1,8}[-_.]?\d{2,}$/.test(text);
}

function strengthOf({ codes }: CodesRead): Lead["strength"] {
  const strengths = codes.map(({ text, shape, isMarked }): Lead["strength"] => {
    if (shape === "word" || (/^[A-Z]{2,}$/.test(text) && !soundsLikeError(text))) return 1;
    if (shape === "number") return Math.abs(Number(text)) >= 100 || Number(text) < 0 ? 2 : 1;
    if (isConstant(text)) return 3;
    return isMarked && ((soundsLikeError(text) && !isErrorClass(text)) || /[_\d]/.test(text)) ? 3 : 2;
  });
  return strengths.reduce((least, strength) => (strength < least ? strength : least), 3 as Lead["strength"]);
}
