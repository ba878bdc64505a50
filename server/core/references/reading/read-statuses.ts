import type { StatusRange } from "../../catalog/model.ts";
import type { Drafted } from "../draft.ts";
import { sliceInline } from "../page/inline.ts";
import { type Inline, spanInInline, textOfInline } from "../page/page.ts";
import { asciiText } from "./digits.ts";
import { isStatus, reasonPhrases } from "./known-statuses.ts";

/** What a text says that should tell HTTP statuses. */
export interface StatusesRead {
  readonly statuses: readonly Drafted<StatusRange>[];
  /** Whether the text is statuses, their reason phrases and words such as `HTTP`, and nothing else. */
  readonly isOnly: boolean;
}

/** Three digits or a class; no part of a longer number, name, or decimal. */
const mark = /(?<![\w.,$€£#-])([1-5])(\d\d|xx|\*\*|XX|хх)(?![\w%]|[.,:]\d|-\d{1,2}(?!\d))/g;

/** The statuses that `inline` names, with their places. A range `400–404` is its two ends. */
export function readStatuses(inline: Inline): StatusesRead {
  const text = asciiText(textOfInline(inline));
  const statuses: Drafted<StatusRange>[] = [];
  for (const match of text.matchAll(mark)) {
    const span = spanInInline(inline, match.index, match.index + match[0].length);
    statuses.push({ value: rangeOf(match[1] ?? "", match[2] ?? ""), span });
  }
  const rest = text
    .replace(mark, " ")
    .replace(
      /\b(?:https?|status|code|error|or|and|to|或|和|または)\b|[\s`'"*_~()[\]{}<>,;:/|&+.\-–—→、，；：（）]/gi,
      " ",
    );
  const words = rest.replace(/\s+/g, " ").trim().toLowerCase();
  return { statuses, isOnly: statuses.length > 0 && (words === "" || isPhrases(words, statuses.length)) };
}

function isPhrases(words: string, count: number): boolean {
  if (
    reasonPhrases.has(words) ||
    /^(?:ok|created|accepted|no content|found|client error|server error|success)$/.test(words)
  )
    return true;
  // A phrase of its own choosing or in another language beside the number: a few words, no code among them.
  return count === 1 && words.split(" ").length <= 4 && !/[\d_]/.test(words);
}

function rangeOf(first: string, rest: string): StatusRange {
  const from = Number(first) * 100;
  return /\d/.test(rest) ? { from: from + Number(rest), to: from + Number(rest) } : { from, to: from + 99 };
}

/** The exact statuses among ranges. */
export function exactStatuses(statuses: readonly Drafted<StatusRange>[]): readonly Drafted<number>[] {
  return statuses.flatMap(({ value, span }) =>
    value.from === value.to && isStatus(value.from) ? [{ value: value.from, span }] : [],
  );
}

/** The one status whose reason phrase a text is: `Not Found` alone says 404. */
export function statusOfPhrase(inline: Inline): Drafted<number> | undefined {
  const status = reasonPhrases.get(textOfInline(inline).replace(/[`*"]/g, "").trim().toLowerCase());
  return status === undefined ? undefined : { value: status, span: inline.span };
}

/** A status that a sentence names in brackets or after `HTTP`. */
export function mentionedStatuses(inline: Inline): readonly Drafted<number>[] {
  const match = /[(（[]\s*(?:HTTP\s*)?([45]\d\d)\b[^)\d]{0,30}[)）\]]|\bHTTP\s+(?:status\s+)?([45]\d\d)\b/.exec(
    textOfInline(inline),
  );
  if (match === null) return [];
  return exactStatuses(readStatuses(sliceInline(inline, match.index, match.index + match[0].length)).statuses);
}
