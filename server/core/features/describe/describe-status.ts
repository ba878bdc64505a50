/** What a catalog says of an HTTP status. */
import type { Catalog, CodeEntry, StatusEntry } from "../../catalog/model.ts";
import { statusesOfCode } from "../../facts/verdicts.ts";
import { statusEntryOf, statusTitleOf } from "../lookup.ts";
import { type Block, code, emphasis, joined, type Line, type Prose, phrase, strong, text } from "../prose/document.ts";
import { lineToText } from "../prose/plain.ts";
import { footer } from "./footer.ts";
import { headersLine, limitsLine } from "./requirements.ts";
import { retryLine } from "./retry-line.ts";
import { chosen, labelled, sentence, type Telling, type Told } from "./telling.ts";

export interface ToldStatus extends Told {
  readonly status: number;
  readonly entry: StatusEntry;
  /** Codes with this status in catalogs in scope that say nothing of the status itself. */
  readonly codesOf?: readonly { readonly catalog: Catalog; readonly codes: readonly CodeEntry[] }[];
}

const listedCodes = 8;

/** One catalog's entry as a section. `brief` leaves out the details, for several sections in one hover. */
export function describeStatus(telling: Telling, told: ToldStatus, options: { readonly brief: boolean }): Prose {
  const details = options.brief ? [] : statusDetails(telling, told);
  const last = footer(telling, told, told.entry.span);
  const tail = [...details, ...(last.length > 0 ? [last] : [])];
  const body = statusBody(telling, told);
  if (tail.length === 0) return body;
  const lines: Block = { kind: "lines", lines: tail };
  return options.brief ? [...body, lines] : [...body, { kind: "rule" }, lines];
}

/** The first lines alone: what it is, when to use it and when not, what to do. */
export function statusBody(telling: Telling, told: ToldStatus): Prose {
  const { catalog, entry } = told;
  const summary = chosen(telling, catalog, entry.summary);
  const use = chosen(telling, catalog, entry.use);
  const cause = chosen(telling, catalog, entry.cause);
  const fix = chosen(telling, catalog, entry.fix);
  const meaning = summary ?? use ?? cause;
  const lines: readonly Line[] = [
    headline(telling, told),
    joined(
      [
        meaning === undefined ? [] : [sentence(telling, meaning)],
        use === undefined || use === meaning ? [] : [sentence(telling, use)],
        avoidance(telling, told),
      ],
      " ",
    ),
    cause === undefined || cause === meaning ? [] : labelled(telling.words.cause, sentence(telling, cause)),
    joined(
      [
        fix === undefined ? [] : labelled(telling.words.fix, sentence(telling, fix)),
        retryLine(telling, catalog, entry.retry),
      ],
      " ",
    ),
    bodylessInClass(telling, told),
  ];
  return [{ kind: "lines", lines: lines.filter((line) => line.length > 0) }];
}

/** The meaning in a few words, for a row of a completion list. */
export function shortStatusMeaning(telling: Telling, { catalog, entry }: ToldStatus): string | undefined {
  const meaning =
    chosen(telling, catalog, entry.summary) ??
    chosen(telling, catalog, entry.use) ??
    chosen(telling, catalog, entry.cause);
  return meaning === undefined ? undefined : lineToText([phrase(meaning)]);
}

// What a catalog advises for 2xx may speak of a body that 204 does not have.
function bodylessInClass({ general, words }: Telling, { entry, status }: ToldStatus): Line {
  const isClass = entry.status.from < entry.status.to;
  const own = general === undefined ? undefined : statusEntryOf(general, status);
  return isClass && entry.body?.allowed !== false && own?.body?.allowed === false
    ? [text(words.statusWithoutBody(status))]
    : [];
}

function headline(telling: Telling, { catalog, entry, status }: ToldStatus): Line {
  const title = statusTitleOf(catalog, telling, status);
  const catalogTitle = chosen(telling, catalog, catalog.title) ?? catalog.id;
  const name = title === undefined ? String(status) : `${status} ${title}`;
  return joined(
    [[strong(text(name))], entry.deprecated ? [text(telling.words.deprecated)] : [], [emphasis(phrase(catalogTitle))]],
    " · ",
  );
}

// "Not for exhausted quota (429), not for unknown callers (401)."
function avoidance(telling: Telling, { catalog, entry }: ToldStatus): Line {
  const [first, next] = telling.words.notFor;
  const reasons = entry.avoid.flatMap((avoid): Line[] => {
    const when = chosen(telling, catalog, avoid.when);
    if (when === undefined) return [];
    const instead = avoid.instead === undefined ? "" : ` (${avoid.instead})`;
    return [[phrase(`${withoutStop(when)}${instead}`)]];
  });
  if (reasons.length === 0) return [];
  const worded = reasons.map((reason, index): Line => [text(`${index === 0 ? first : next} `), ...reason]);
  return [...joined(worded, telling.words.separators.clauses), text(telling.words.fullStop)];
}

function statusDetails(telling: Telling, { catalog, entry, status, codesOf = [] }: ToldStatus): readonly Line[] {
  const codes = catalog.codes.filter((candidate) => statusesOfCode(candidate).includes(status));
  const lines: readonly Line[] = [
    codesLine(telling, [text(telling.words.codes)], codes),
    ...codesOf.map((other) =>
      codesLine(
        telling,
        [emphasis(phrase(chosen(telling, other.catalog, other.catalog.title) ?? other.catalog.id))],
        other.codes,
      ),
    ),
    headersLine(telling, catalog, entry.headers),
    entry.body?.allowed === false ? [text(telling.words.noBody)] : [],
    limitsLine(telling, catalog, entry.limits),
    entry.authority === undefined ? [] : [text(entry.authority)],
  ];
  return lines.filter((line) => line.length > 0);
}

function codesLine(telling: Telling, label: Line, codes: readonly CodeEntry[]): Line {
  if (codes.length === 0) return [];
  const shown = codes.slice(0, listedCodes).map((candidate): Line => [code(candidate.code)]);
  const rest = codes.length - shown.length;
  return [
    ...label,
    text(": "),
    ...joined([...shown, rest > 0 ? [text(telling.words.more(rest))] : []], telling.words.separators.items),
  ];
}

function withoutStop(value: string): string {
  return value.replace(/[.。]$/u, "");
}
