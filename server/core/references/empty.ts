/** Drafts, their entries and catalogs of which nothing is known yet: readers say what they know and no more. */
import type { Catalog } from "../catalog/model.ts";
import type { Draft, DraftCode } from "./draft.ts";

/** A document that tells nothing. */
export const emptyDraft: Draft = {
  title: undefined,
  language: undefined,
  codes: [],
  statuses: [],
  samples: [],
  envelopes: [],
  problems: [],
};

type Essentials = Pick<DraftCode, "code" | "statuses" | "span">;

/** An entry of which only the given parts are known. */
export function draftEntry(essentials: Essentials, parts: Partial<DraftCode> = {}): DraftCode {
  return {
    messages: [],
    title: undefined,
    summary: undefined,
    cause: undefined,
    fix: undefined,
    retry: undefined,
    translations: new Map(),
    methods: [],
    tags: [],
    parent: undefined,
    isDeprecated: false,
    replacement: undefined,
    link: undefined,
    doubts: [],
    ...essentials,
    ...parts,
  };
}

/** What a catalog of documents has where they say nothing: messages are retold there, never compared exactly. */
export const emptyCatalog: Omit<Catalog, "id" | "uri" | "title" | "language"> = {
  summary: undefined,
  homepage: undefined,
  provenance: undefined,
  envelopes: [],
  statuses: [],
  codes: [],
  policies: [],
  evidence: { hosts: [], dependencies: [], codes: true },
  samples: [],
  complete: false,
  general: false,
  messages: "varies",
  conflicts: [],
  problems: [],
};
