import type { Drafted } from "../draft.ts";
import { sliceInline } from "../page/inline.ts";
import { type Inline, textOfInline } from "../page/page.ts";
import { draftedText } from "./clean-text.ts";
import { reasonPhrases } from "./known-statuses.ts";

/** What a text beside a status says: the phrase that the status is called by, and the explanation. */
export interface StatusTexts {
  readonly title: Drafted<string> | undefined;
  readonly summary: Drafted<string> | undefined;
}

/** The reason phrase in front of a text (`Bad Request -- the body is missing`), and what stands behind it. */
export function statusTexts(inline: Inline | undefined): StatusTexts {
  if (inline === undefined) return { title: undefined, summary: undefined };
  const text = textOfInline(inline);
  const match = /^([A-Z][A-Za-z'-]*(?: [A-Za-z][A-Za-z'-]*){0,4}?)(\s*(?:--|[-—–:|]|$)\s*)/.exec(text);
  const phrase = match?.[1] ?? "";
  if (match === null || !(reasonPhrases.has(phrase.toLowerCase()) || successes.has(phrase.toLowerCase()))) {
    return { title: undefined, summary: draftedText(inline) };
  }
  return {
    title: draftedText(sliceInline(inline, 0, phrase.length)),
    summary: draftedText(sliceInline(inline, match[0].length, text.length)),
  };
}

const successes: ReadonlySet<string> = new Set([
  "ok",
  "created",
  "accepted",
  "no content",
  "moved permanently",
  "found",
  "not modified",
]);
