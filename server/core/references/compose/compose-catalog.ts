/** One catalog from one or several documents: the page has the texts, the program the statuses, the translations the messages. */
import type { Catalog, Code, CodeEntry, Sample, StatusEntry } from "../../catalog/model.ts";
import type { Problem } from "../../text/problem.ts";
import { emptyCatalog } from "../empty.ts";
import { conflictsBetween } from "./conflicts.ts";
import { complement, joinWithinDocument } from "./join-entries.ts";
import { matchedTexts } from "./matched-texts.ts";
import { type DraftSource, type Speech, toCodeEntry, toStatusEntry } from "./to-entry.ts";
import { translationsAmong, withOwnSummary } from "./translations.ts";

/** What a catalog is called where its documents do not say. */
export interface CatalogIdentity {
  /** The first document: what links lead to. */
  readonly uri: string;
  readonly id: string;
  readonly title: string | undefined;
  readonly language: string | undefined;
}

/**
 * The catalog that `sources` tell together, the first one leading: where two say different things in one language, the
 * earlier holds; statuses and messages are joined, and statuses that contradict each other are kept as `conflicts`.
 * Wire messages are never compared exactly: documents show them as people retell them. `base`, a catalog in its own
 * format, goes before all of them.
 */
export function composeCatalog(sources: readonly DraftSource[], identity: CatalogIdentity, base?: Catalog): Catalog {
  const spoken = sources.find(({ draft }) => draft.language)?.draft.language;
  const language = identity.language ?? base?.language ?? spoken ?? "en";
  const isTranslation = translationsAmong(sources, language);
  const told = sources.map((source) => {
    const speech = { language: source.draft.language ?? language, isTranslation: isTranslation(source) };
    return { ...source, entries: entriesOf(source, speech) };
  });
  const groups = grouped(base === undefined ? told : [asSource(base), ...told]);
  const leading = sources.find(({ uri }) => uri === identity.uri)?.draft;
  const title = identity.title ?? sources.find(({ draft }) => draft.title)?.draft.title?.value;
  return {
    ...(base ?? emptyCatalog),
    id: identity.id,
    uri: identity.uri,
    title:
      identity.title === undefined && base !== undefined ? base.title : new Map([[language, title ?? identity.id]]),
    language,
    envelopes: [...(base?.envelopes ?? []), ...sources.flatMap(({ draft }) => draft.envelopes).map(toEnvelope)],
    statuses: statusesOf(base, sources, language).map((entry) => atHome(entry, identity.uri)),
    codes: groups.map((entries) => atHome(withOwnSummary(entries.reduce(complement), language), identity.uri)),
    samples: [...(base?.samples ?? []), ...(leading?.samples ?? []).map(toSample)],
    complete: base?.complete ?? groups.length > 0,
    conflicts: groups.flatMap((entries) => conflictsBetween(entries, identity.uri, sources)),
    problems: [...(base?.problems ?? []), ...(leading?.problems ?? []), ...doubtsAbout(sources, identity.uri)],
  };
}

/** What the leading page itself says against itself; doubts about programs are for whoever imports them. */
function doubtsAbout(sources: readonly DraftSource[], uri: string): readonly Problem[] {
  const page = sources.find((source) => source.uri === uri && source.kind === "page");
  return (page?.draft.codes ?? []).flatMap(({ code, doubts }) =>
    doubts.map((doubt) => ({
      code: "catalog-conflict",
      severity: "information" as const,
      message: `\`${code.value}\` has two statuses on this page: ${doubt}`,
      span: code.span,
    })),
  );
}

/** An entry of the catalog's own file says no origin. */
function atHome<Entry extends { readonly origin: string | undefined }>(entry: Entry, uri: string): Entry {
  return entry.origin === uri ? { ...entry, origin: undefined } : entry;
}

interface ToldSource {
  readonly uri: string;
  readonly kind: DraftSource["kind"];
  readonly entries: readonly CodeEntry[];
}

function asSource(base: Catalog): ToldSource {
  return {
    uri: base.uri,
    kind: "data",
    entries: base.codes.map((entry) => ({ ...entry, origin: entry.origin ?? base.uri })),
  };
}

/** The entries of one document, one a code. */
function entriesOf({ uri, kind, draft }: DraftSource, speech: Speech): readonly CodeEntry[] {
  const definitions = new Map<Code, CodeEntry[]>();
  for (const drafted of draft.codes) {
    const list = definitions.get(drafted.code.value) ?? [];
    list.push(toCodeEntry(drafted, uri, speech));
    definitions.set(drafted.code.value, list);
  }
  const lists = [...definitions.values()];
  const repeated = lists.filter((list) => list.length > 1).length;
  // Where many codes stand several times, that is how the document tells of their messages.
  const isHabit = repeated >= 3 && repeated * 10 > lists.length;
  return lists.flatMap((list) => {
    const entry = joinWithinDocument(speech.language, list, { isProgram: kind === "program" });
    if (entry === undefined) return [];
    return [isHabit ? { ...entry, duplicates: [] } : entry];
  });
}

/**
 * The entries of all sources that are about one code. A page cannot show whether a code is a number or a text, so that
 * what another source writes of the same characters decides. Texts alone define no code where something else does.
 */
function grouped(sources: readonly ToldSource[]): readonly (readonly CodeEntry[])[] {
  const typed = new Map<string, Code>();
  for (const { kind, entries } of sources) {
    if (kind === "page" || kind === "texts") continue;
    for (const { code } of entries) if (!typed.has(String(code))) typed.set(String(code), code);
  }
  const groups = new Map<Code, CodeEntry[]>();
  const areTextsAlone = sources.every(({ kind }) => kind === "texts");
  const ranked = sources.toSorted((left, right) => rankOf(left) - rankOf(right));
  const known = ranked.flatMap(({ kind, entries }) => (kind === "texts" ? [] : entries.map(({ code }) => code)));
  const matched = matchedTexts(known);
  for (const { kind, uri, entries } of ranked) {
    for (const entry of entries) {
      const written = kind === "texts" ? (matched(String(entry.code), uri) ?? entry.code) : entry.code;
      const code = kind === "page" || kind === "texts" ? (typed.get(String(written)) ?? written) : written;
      const group = groups.get(code);
      if (group !== undefined) group.push({ ...entry, code });
      else if (kind !== "texts" || areTextsAlone) groups.set(code, [{ ...entry, code }]);
    }
  }
  return [...groups.values()];
}

/** Texts come last, whatever the order in which documents are named. */
function rankOf({ kind }: ToldSource): number {
  return kind === "texts" ? 1 : 0;
}

function statusesOf(
  base: Catalog | undefined,
  sources: readonly DraftSource[],
  language: string,
): readonly StatusEntry[] {
  const entries = new Map<string, StatusEntry>();
  const add = (entry: StatusEntry): void => {
    const key = `${entry.status.from}-${entry.status.to}`;
    if (!entries.has(key)) entries.set(key, entry);
  };
  for (const entry of base?.statuses ?? []) add({ ...entry, origin: entry.origin ?? base?.uri });
  for (const { uri, draft } of sources)
    for (const drafted of draft.statuses) add(toStatusEntry(drafted, uri, draft.language ?? language));
  return [...entries.values()];
}

function toSample({ status, code, message, span }: DraftSource["draft"]["samples"][number]): Sample {
  return { status, code: code?.value, message: message?.value, span: code?.span ?? span };
}

function toEnvelope(
  { code, message, status, failure, required, codeHolds, statusType, span }: DraftSource["draft"]["envelopes"][number],
  index: number,
): Catalog["envelopes"][number] {
  return {
    id: index === 0 ? "error" : `error-${index + 1}`,
    code,
    message,
    status,
    details: undefined,
    failure,
    required,
    codeHolds,
    statusType,
    distinctive: false,
    summary: undefined,
    span,
  };
}
