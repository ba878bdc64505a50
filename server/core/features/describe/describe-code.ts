/** What a catalog says of a code: first what it is, then what to do, details last. */
import type { CodeEntry, WireMessage } from "../../catalog/model.ts";
import { statusesOfCode } from "../../facts/verdicts.ts";
import { messagesFitting, statusTitleOf } from "../lookup.ts";
import { type Block, code, emphasis, joined, type Line, type Prose, phrase, strong, text } from "../prose/document.ts";
import { lineToText } from "../prose/plain.ts";
import { codeDetails } from "./code-details.ts";
import { footer } from "./footer.ts";
import { retryLine } from "./retry-line.ts";
import { chosen, labelled, quoted, sentence, type Telling, type Told } from "./telling.ts";

export interface ToldCode extends Told {
  readonly entry: CodeEntry;
  /** Messages shown at the place: they tell which of several meanings is meant. */
  readonly shown: readonly string[];
}

const listedMessages = 5;

/** One catalog's entry as a section. `brief` leaves out the details, for several sections in one hover. */
export function describeCode(telling: Telling, told: ToldCode, options: { readonly brief: boolean }): Prose {
  const details = options.brief ? [] : codeDetails(telling, told, toldMessages(telling, told));
  const last = footer(telling, told, told.entry.codeSpan, told.entry.link);
  const tail = [...details, ...(last.length > 0 ? [last] : [])];
  const body = codeBody(telling, told);
  if (tail.length === 0) return body;
  return options.brief
    ? [...body, { kind: "lines", lines: tail }]
    : [...body, { kind: "rule" }, { kind: "lines", lines: tail }];
}

/** The first lines alone: what it is, what it means, what to do. */
export function codeBody(telling: Telling, told: ToldCode): Prose {
  const lines: Line[] = [headline(telling, told)];
  if (told.entry.deprecated) lines.push(deprecation(telling, told.entry));
  const main = meaningOf(telling, told);
  const blocks: Block[] = [{ kind: "lines", lines: [...lines, ...main.lines] }];
  if (main.list.length > 0) blocks.push({ kind: "list", items: main.list });
  if (main.after.length > 0) blocks.push({ kind: "lines", lines: main.after });
  return blocks;
}

/** The wire messages that the first lines show already. */
function toldMessages(telling: Telling, told: ToldCode): ReadonlySet<string> {
  return new Set(meaningOf(telling, told).messages);
}

/** The meaning in a few words, for a row of a completion list. */
export function shortMeaning(telling: Telling, told: ToldCode): string | undefined {
  const { catalog, entry } = told;
  const text =
    chosen(telling, catalog, entry.title) ??
    chosen(telling, catalog, entry.summary) ??
    (entry.meanings.length > 1 ? telling.words.meanings(entry.meanings.length) : undefined) ??
    chosen(telling, catalog, entry.cause);
  return text === undefined ? entry.messages[0]?.template : lineToText([phrase(text)]);
}

function headline(telling: Telling, { catalog, entry }: ToldCode): Line {
  const statuses = statusesOfCode(entry);
  const named = statuses.map((status) => {
    const title = statuses.length > 3 ? undefined : statusTitleOf(catalog, telling.general, status);
    return title === undefined ? String(status) : `${status} ${title}`;
  });
  const title = chosen(telling, catalog, catalog.title) ?? catalog.id;
  return joined(
    [
      [strong(code(entry.code))],
      named.length === 0 ? [] : [text(named.join(", "))],
      entry.meanings.length > 1 ? [text(telling.words.meanings(entry.meanings.length))] : [],
      [emphasis(phrase(title))],
    ],
    " · ",
  );
}

function deprecation(telling: Telling, entry: CodeEntry): Line {
  if (entry.replacement === undefined) return [strong(text(telling.words.deprecated))];
  return [strong(text(telling.words.deprecated)), text(` · ${telling.words.replacedBy} `), code(entry.replacement)];
}

interface MainPart {
  readonly lines: readonly Line[];
  readonly list: readonly Line[];
  readonly after: readonly Line[];
  /** Templates of the wire messages shown. */
  readonly messages: readonly string[];
}

function meaningOf(telling: Telling, told: ToldCode): MainPart {
  const { catalog, entry } = told;
  const fitting = told.shown.flatMap((shown) => messagesFitting(entry, shown)).filter(saysMore);
  const fit = fitting[0];
  if (entry.meanings.length > 1) return severalMeanings(telling, told);
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

function oneMeaning(telling: Telling, told: ToldCode, message: WireMessage | undefined): MainPart {
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
    messages: alone,
  };
}

function severalMeanings(telling: Telling, told: ToldCode): MainPart {
  const { catalog, entry } = told;
  const list = entry.meanings.map((meaning): Line => {
    const summary = chosen(telling, catalog, meaning.summary);
    const fix = chosen(telling, catalog, meaning.fix);
    return joined(
      [
        joined(
          [
            meaning.message === undefined ? [] : [quoted(meaning.message)],
            summary === undefined || summary === meaning.message ? [] : [sentence(telling, summary)],
          ],
          ": ",
        ),
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
      : [text(` (${message.statuses.join(", ")})`)];
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
