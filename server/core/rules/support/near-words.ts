import type { CodeEntry } from "../../catalog/model.ts";
import { wordsOf } from "../../facts/words-of.ts";
import type { ErrorSite } from "../../sites/model.ts";
import { seenValues } from "./settled.ts";

/** Words that stand in any error's name or sentence, and so bring no two of them near. */
const everywhere: ReadonlySet<string> = new Set(
  "a an the no not is are was be been of for to in on at by with this that it and or error code invalid failed".split(
    " ",
  ),
);

/** Whether a code of a catalog may be meant at a site: its name or one of its messages says much the same. */
export function soundsLike(entry: CodeEntry, site: ErrorSite): boolean {
  const names = seenValues(site.code).map((code) => telling(String(code)));
  if (names.some((name) => agreement(name, telling(String(entry.code))) >= 0.5)) return true;
  const known = [...entry.messages.map(({ template }) => template), ...(entry.summary?.values() ?? [])].map(telling);
  const shown = seenValues(site.message).map(telling);
  return shown.some((words) => known.some((other) => agreement(words, other) >= 0.6));
}

function telling(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).filter((word) => !everywhere.has(word) && !/^\d+$/.test(word)));
}

/** How much of the longer one both have. */
function agreement(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const longer = Math.max(left.size, right.size);
  return longer === 0 ? 0 : [...left].filter((word) => right.has(word)).length / longer;
}
