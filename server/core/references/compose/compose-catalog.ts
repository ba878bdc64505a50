/** One catalog from one or several documents: the page has the texts, the program the statuses, the translations the messages. */
import type { Catalog, Code, CodeEntry, Sample, StatusEntry } from "../../catalog/model.ts";
import { conflictsBetween } from "./conflicts.ts";
import { complement, joinWithinDocument } from "./join-entries.ts";
import { type DraftSource, toCodeEntry, toStatusEntry } from "./to-entry.ts";

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
 * Wire messages are never compared exactly: documents show them as people retell them.
 */
export function composeCatalog(sources: readonly DraftSource[], identity: CatalogIdentity): Catalog {
  const language = identity.language ?? sources.find(({ draft }) => draft.language)?.draft.language ?? "en";
  const bySource = sources.map((source) => entriesOf(source, source.draft.language ?? language));
  const groups = grouped(sources, bySource);
  const codes = groups.map((entries) => entries.reduce(complement));
  const title = identity.title ?? sources.find(({ draft }) => draft.title)?.draft.title?.value ?? identity.id;
  return {
    id: identity.id,
    uri: identity.uri,
    title: new Map([[language, title]]),
    summary: undefined,
    language,
    homepage: undefined,
    provenance: undefined,
    envelopes: sources.flatMap(({ draft }) => draft.envelopes).map(toEnvelope),
    statuses: statusesOf(sources, language),
    codes: codes.map((entry) => (entry.origin === identity.uri ? { ...entry, origin: undefined } : entry)),
    policies: [],
    evidence: { hosts: [], dependencies: [], codes: true },
    samples: sources.filter(({ uri }) => uri === identity.uri).flatMap(({ draft }) => draft.samples.map(toSample)),
    complete: codes.length > 0,
    general: false,
    messages: "varies",
    conflicts: groups.flatMap((entries) => conflictsBetween(entries, identity.uri)),
    problems: sources.filter(({ uri }) => uri === identity.uri).flatMap(({ draft }) => draft.problems),
  };
}

/** The entries of one document, one a code. */
function entriesOf({ uri, draft }: DraftSource, language: string): readonly CodeEntry[] {
  const definitions = new Map<Code, CodeEntry[]>();
  for (const drafted of draft.codes) {
    const list = definitions.get(drafted.code.value) ?? [];
    list.push(toCodeEntry(drafted, uri, language));
    definitions.set(drafted.code.value, list);
  }
  const lists = [...definitions.values()];
  const repeated = lists.filter((list) => list.length > 1).length;
  // Where many codes stand several times, that is how the document tells of their messages.
  const isHabit = repeated >= 3 && repeated * 10 > lists.length;
  return lists.flatMap((list) => {
    const entry = joinWithinDocument(language, list);
    if (entry === undefined) return [];
    return [isHabit ? { ...entry, duplicates: [] } : entry];
  });
}

/**
 * The entries of all sources that are about one code. A page cannot show whether a code is a number or a text, so that
 * what another source writes of the same characters decides.
 */
function grouped(
  sources: readonly DraftSource[],
  bySource: readonly (readonly CodeEntry[])[],
): readonly (readonly CodeEntry[])[] {
  const typed = new Map<string, Code>();
  for (const [index, { kind }] of sources.entries()) {
    if (kind === "page") continue;
    for (const { code } of bySource[index] ?? []) if (!typed.has(String(code))) typed.set(String(code), code);
  }
  const groups = new Map<Code, CodeEntry[]>();
  for (const [index, { kind }] of sources.entries()) {
    for (const entry of bySource[index] ?? []) {
      const code = kind === "page" ? (typed.get(String(entry.code)) ?? entry.code) : entry.code;
      const group = groups.get(code) ?? [];
      group.push({ ...entry, code });
      groups.set(code, group);
    }
  }
  return [...groups.values()];
}

function statusesOf(sources: readonly DraftSource[], language: string): readonly StatusEntry[] {
  const entries = new Map<string, StatusEntry>();
  for (const { uri, draft } of sources) {
    for (const drafted of draft.statuses) {
      const { from, to } = drafted.status.value;
      const key = `${from}-${to}`;
      if (!entries.has(key)) entries.set(key, toStatusEntry(drafted, uri, draft.language ?? language));
    }
  }
  return [...entries.values()];
}

function toSample({ status, code, message, span }: DraftSource["draft"]["samples"][number]): Sample {
  return { status, code: code?.value, message: message?.value, span: code?.span ?? span };
}

function toEnvelope(
  { code, message, status, failure, required, codeHolds, span }: DraftSource["draft"]["envelopes"][number],
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
    distinctive: false,
    summary: undefined,
    span,
  };
}
