/** What a code means at a place, and what to do: one meaning, one of several that the message tells, or all of them. */
import { matchMessage } from "../../catalog/message-template.ts";
import type { Meaning, WireMessage } from "../../catalog/model.ts";
import { statusesOfCode } from "../../facts/verdicts.ts";
import { messagesFitting } from "../lookup.ts";
import { joined, type Line, text } from "../prose/document.ts";
import type { ToldCode } from "./describe-code.ts";
import { retryLine } from "./retry-line.ts";
import { chosen, labelled, quoted, sentence, type Telling } from "./telling.ts";

const listedMessages = 5;

export interface CodeMeaning {
  readonly lines: readonly Line[];
  readonly list: readonly Line[];
  readonly after: readonly Line[];
  /** Templates of the wire messages shown. */
  readonly messages: readonly string[];
}

/** The lines below the headline. */
export function meaningOf(telling: Telling, told: ToldCode): CodeMeaning {
  const { catalog, entry } = told;
  const fitting = told.shown.flatMap((shown) => messagesFitting(entry, shown)).filter(saysMore);
  const fit = fitting[0];
  if (entry.meanings.length > 1) {
    const meant = meaningShown(told);
    return meant === undefined ? severalMeanings(telling, told) : shownMeaning(telling, told, meant);
  }
  if (fit !== undefined) return oneMeaning(telling, told, fit);
  const explained = entry.messages.filter(saysMore);
  if (explained.length > 1 && entry.summary === undefined && entry.cause === undefined) {
    return {
      lines: [],
      list: explained.slice(0, listedMessages).map((message) => messageItem(telling, told, message)),
      after: adviceLines(telling, told, chosen(telling, catalog, entry.fix)),
      messages: explained.slice(0, listedMessages).map(({ template }) => template),
    };
  }
  return oneMeaning(telling, told, explained.length === 1 ? explained[0] : undefined);
}

function oneMeaning(telling: Telling, told: ToldCode, message: WireMessage | undefined): CodeMeaning {
  const { catalog, entry } = told;
  const summary =
    chosen(telling, catalog, message?.summary) ??
    chosen(telling, catalog, entry.summary) ??
    chosen(telling, catalog, entry.meanings[0]?.summary) ??
    chosen(telling, catalog, entry.title);
  const cause = chosen(telling, catalog, message?.cause) ?? chosen(telling, catalog, entry.cause);
  const fix =
    chosen(telling, catalog, message?.fix) ??
    chosen(telling, catalog, entry.fix) ??
    chosen(telling, catalog, entry.meanings[0]?.fix);
  const lines: Line[] = [];
  const wire = entry.messages[0];
  if (summary !== undefined) lines.push([sentence(telling, summary)]);
  if (cause !== undefined && cause !== summary) {
    lines.push(
      summary === undefined ? [sentence(telling, cause)] : labelled(telling.words.cause, sentence(telling, cause)),
    );
  }
  const alone = lines.length === 0 && wire !== undefined ? [wire.template] : [];
  return {
    lines: [...lines, ...alone.map((template): Line => [quoted(template)]), ...adviceLines(telling, told, fix)],
    list: [],
    after: [],
    messages: wire !== undefined && summary === wire.template.trim() ? [wire.template] : alone,
  };
}

// The message at the place tells which of several meanings it is.
function meaningShown({ entry, shown }: ToldCode): Meaning | undefined {
  const fitting = entry.meanings.filter(
    ({ message }) => message !== undefined && shown.some((text) => matchMessage(message, text).kind !== "differs"),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function shownMeaning(telling: Telling, told: ToldCode, meaning: Meaning): CodeMeaning {
  const { catalog, entry } = told;
  const fix = chosen(telling, catalog, meaning.fix) ?? chosen(telling, catalog, entry.fix);
  return {
    lines: [meaningLine(telling, told, meaning), ...adviceLines(telling, told, fix)],
    list: [],
    after: [],
    messages: meaning.message === undefined ? [] : [meaning.message],
  };
}

function meaningLine(telling: Telling, { catalog }: ToldCode, { message, summary }: Meaning): Line {
  const words = chosen(telling, catalog, summary);
  return joined(
    [
      message === undefined ? [] : [quoted(message)],
      words === undefined || words === message ? [] : [sentence(telling, words)],
    ],
    ": ",
  );
}

function severalMeanings(telling: Telling, told: ToldCode): CodeMeaning {
  const { catalog, entry } = told;
  const list = entry.meanings.map((meaning): Line => {
    const fix = chosen(telling, catalog, meaning.fix);
    return joined(
      [
        meaningLine(telling, told, meaning),
        fix === undefined ? [] : labelled(telling.words.fix, sentence(telling, fix)),
      ],
      " ",
    );
  });
  return {
    lines: [],
    list,
    after: [[text(telling.words.readMessage)], ...adviceLines(telling, told, chosen(telling, catalog, entry.fix))],
    messages: entry.meanings.flatMap(({ message }) => message ?? []),
  };
}

function messageItem(telling: Telling, { catalog, entry }: ToldCode, message: WireMessage): Line {
  const meaning = chosen(telling, catalog, message.summary) ?? chosen(telling, catalog, message.cause);
  const fix = chosen(telling, catalog, message.fix);
  const statuses =
    message.statuses.length === 0 || statusesOfCode(entry).length < 2
      ? []
      : [text(` (${message.statuses.join(telling.words.separators.items)})`)];
  return joined(
    [
      joined(
        [[quoted(message.template), ...statuses], meaning === undefined ? [] : [sentence(telling, meaning)]],
        ": ",
      ),
      fix === undefined ? [] : labelled(telling.words.fix, sentence(telling, fix)),
    ],
    " ",
  );
}

function adviceLines(telling: Telling, { catalog, entry }: ToldCode, fix: string | undefined): readonly Line[] {
  const line = joined(
    [
      fix === undefined ? [] : labelled(telling.words.fix, sentence(telling, fix)),
      retryLine(telling, catalog, entry.retry),
    ],
    " ",
  );
  return line.length === 0 ? [] : [line];
}

function saysMore(message: WireMessage): boolean {
  return message.summary !== undefined || message.cause !== undefined || message.fix !== undefined;
}
