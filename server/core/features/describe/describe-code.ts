/** What a catalog says of a code: first what it is, then what to do, details last. */
import type { CodeEntry } from "../../catalog/model.ts";
import { statusesOfCode } from "../../facts/verdicts.ts";
import { statusTitleOf } from "../lookup.ts";
import { type Block, code, emphasis, joined, type Line, type Prose, phrase, strong, text } from "../prose/document.ts";
import { lineToText } from "../prose/plain.ts";
import { codeDetails } from "./code-details.ts";
import { meaningOf } from "./code-meaning.ts";
import { footer } from "./footer.ts";
import { chosen, type Telling, type Told } from "./telling.ts";

export interface ToldCode extends Told {
  readonly entry: CodeEntry;
  /** Messages shown at the place: they tell which of several meanings is meant. */
  readonly shown: readonly string[];
}

/** One catalog's entry as a section. `brief` leaves out the details, for several sections in one hover. */
export function describeCode(telling: Telling, told: ToldCode, options: { readonly brief: boolean }): Prose {
  const details = options.brief ? [] : codeDetails(telling, told, toldMessages(telling, told));
  const last = footer(telling, told, told.entry.codeSpan);
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
    const title = statuses.length > 3 ? undefined : statusTitleOf(catalog, telling, status);
    return title === undefined ? String(status) : `${status} ${title}`;
  });
  const title = chosen(telling, catalog, catalog.title) ?? catalog.id;
  return joined(
    [
      [strong(code(entry.code))],
      named.length === 0 ? [] : [text(named.join(telling.words.separators.items))],
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
