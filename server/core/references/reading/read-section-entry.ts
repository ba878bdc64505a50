import type { StatusRange } from "../../catalog/model.ts";
import type { DraftCode, Drafted, DraftSample } from "../draft.ts";
import { joinInlines, sliceInline } from "../page/inline.ts";
import { type Inline, textOfInline } from "../page/page.ts";
import { draftedMessages, draftedText, isQuoted } from "./clean-text.ts";
import { readRetry } from "./draft-entry.ts";
import { type CodeToken, readCodes } from "./read-codes.ts";
import type { Labelled } from "./read-labels.ts";
import { exactStatuses, readStatuses } from "./read-statuses.ts";
import type { WordRole } from "./words/vocabulary.ts";

/** What the text beneath a heading or a list item tells of the error. */
export interface EntryTexts
  extends Pick<DraftCode, "messages" | "title" | "summary" | "cause" | "fix" | "retry" | "methods"> {
  readonly statuses: readonly Drafted<number>[];
  readonly ranges: readonly Drafted<StatusRange>[];
  readonly codes: readonly CodeToken[];
  /** How many labels were found. */
  readonly labels: number;
}

/** What `labelled` texts tell. `lead` is the text beside the code itself. */
export function entryTexts(labelled: readonly Labelled[], lead: Inline | undefined): EntryTexts {
  const of = (role: WordRole): Inline | undefined =>
    joinInlines(
      labelled.filter((each) => each.role === role).map(({ text }) => text),
      "\n",
    );
  const loose = labelled.filter(({ role }) => role === undefined).map(({ text }) => text);
  const statusText = of("status");
  const codeText = of("code");
  const ranges = statusText === undefined ? [] : readStatuses(statusText).statuses;
  const message = of("message");
  const leadIsMessage = message === undefined && lead !== undefined && isQuoted(lead);
  const method = draftedText(of("method"));
  const retry = of("retry");
  return {
    messages: message !== undefined ? draftedMessages(message) : leadIsMessage ? draftedMessages(lead) : [],
    title: leadIsMessage ? undefined : (draftedText(unbracketed(lead)) ?? draftedText(of("title"))),
    summary: draftedText(of("summary") ?? of("error")) ?? draftedText(loose[0]),
    cause: draftedText(of("cause")),
    fix: draftedText(of("fix")),
    retry: retry === undefined ? undefined : readRetry(retry),
    methods: method === undefined ? [] : [method],
    statuses: exactStatuses(ranges),
    ranges,
    codes: codeText === undefined ? [] : readCodes(codeText).codes,
    labels: labelled.filter(({ role }) => role !== undefined).length,
  };
}

/** A text that stands in brackets as a whole, without them. */
function unbracketed(inline: Inline | undefined): Inline | undefined {
  const text = inline === undefined ? "" : textOfInline(inline);
  const isBracketed = /^[（(][^()（）]*[)）]$/.test(text);
  return inline !== undefined && isBracketed ? sliceInline(inline, 1, text.length - 1) : inline;
}

/** What the samples beneath a code add: its message and its status, where the text names none. */
export function completedBySamples(entry: DraftCode, samples: readonly DraftSample[]): DraftCode {
  const own = samples.filter(({ code }) => code !== undefined && String(code.value) === String(entry.code.value));
  const messages = entry.messages.length > 0 ? entry.messages : own.flatMap(({ message }) => message ?? []).slice(0, 1);
  if (entry.statuses.length > 0 || own.length === 0) return { ...entry, messages };
  const statuses = own
    .flatMap(({ status, span }) => (status === undefined ? [] : [{ value: status, span }]))
    .slice(0, 1);
  return { ...entry, messages, statuses };
}
