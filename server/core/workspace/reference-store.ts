import { looksLikeCatalog } from "../catalog/looks-like-catalog.ts";
import type { Catalog } from "../catalog/model.ts";
import { readCatalog } from "../catalog/read-catalog.ts";
import { composeCatalog } from "../references/compose/compose-catalog.ts";
import type { DraftSource } from "../references/compose/to-entry.ts";
import { lostCodes } from "../references/lost-codes.ts";
import { readReference } from "../references/read-reference.ts";
import type { ModuleProvider } from "../sites/values/value-service.ts";
import { dataFormatOf } from "../text/data-format.ts";
import type { Problem } from "../text/problem.ts";
import { baseName } from "../text/uri.ts";
import type { CatalogLookup, LoadedCatalog } from "./catalog-store.ts";
import { JointCache } from "./joint-cache.ts";
import type { SourceView } from "./source-view.ts";

/** Documents that make one catalog together, and what it is called where they do not say. */
export interface ComposedReference {
  /** The first one leads. */
  readonly uris: readonly string[];
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly language: string | undefined;
}

/** A document that may serve as a catalog by itself. */
export interface JudgedReference {
  readonly loaded: LoadedCatalog;
  /** How surely it is an error reference, 0 to 1. */
  readonly confidence: number;
  /** Why, as a sentence for people. */
  readonly reason: string;
}

/** Catalogs that are composed of documents: pages, descriptions of APIs, programs, files of messages. */
export class ReferenceStore {
  readonly #modulesFor: (view: SourceView, uri: string) => ModuleProvider;
  readonly #mayRead: (uri: string) => boolean;
  readonly #composed = new JointCache<CatalogLookup>("composed");
  readonly #read = new JointCache<Source>("reference");
  /** What each document told last while it was whole. */
  readonly #good = new Map<string, DraftSource>();

  /** `modulesFor` gives programs the modules that they import; `mayRead` tells whether a file is the workspace's own. */
  constructor(modulesFor: (view: SourceView, uri: string) => ModuleProvider, mayRead: (uri: string) => boolean) {
    this.#modulesFor = modulesFor;
    this.#mayRead = mayRead;
  }

  /** How many documents were read so far. */
  reads = 0;

  /** The catalog that the documents tell together. */
  lookUp(view: SourceView, reference: ComposedReference): CatalogLookup {
    const { uris, id, title, language } = reference;
    const subject = JSON.stringify([uris, id, title, language]);
    return this.#composed.get(view, subject, (branch) => this.#compose(branch, reference));
  }

  /** The catalog of one document that nobody named, and how surely it is one; undefined where it cannot be. */
  judge(view: SourceView, uri: string): JudgedReference | undefined {
    const source = this.#read.get(view, uri, (branch) => this.#source(branch, uri));
    if (source.kind !== "draft" || source.isOff) return undefined;
    const found = this.lookUp(view, { uris: [uri], id: undefined, title: undefined, language: undefined });
    return found.kind === "found"
      ? { loaded: found.loaded, confidence: source.confidence, reason: source.reason }
      : undefined;
  }

  #compose(view: SourceView, { uris, id, title, language }: ComposedReference): CatalogLookup {
    const [first = ""] = uris;
    const sources = uris.map((uri) => this.#read.get(view, uri, (branch) => this.#source(branch, uri)));
    const missing = sources.find((source) => source.kind === "missing");
    if (missing !== undefined) return missing;
    if (sources.some(({ kind }) => kind === "pending")) return { kind: "pending" };
    const drafts = sources.flatMap((source) => (source.kind === "draft" ? [source.draft, ...source.elsewhere] : []));
    const base = sources.find((source) => source.kind === "catalog")?.catalog;
    const identity = { uri: first, id: id ?? base?.id ?? idOf(first), title, language };
    const catalog = composeCatalog(drafts, identity, base);
    if (catalog.codes.length === 0 && catalog.statuses.length === 0) {
      return {
        kind: "missing",
        reason: `\`${baseName(first)}\` tells of no error codes: nothing in it reads like a list of them.`,
      };
    }
    const problems = [
      ...catalog.problems,
      ...sources.flatMap((source) => (source.kind === "draft" && source.draft.uri === first ? source.problems : [])),
    ];
    const isPresent = sources.every((source) => source.kind !== "draft" || source.isPresent);
    return {
      kind: "found",
      loaded: { uri: first, catalog: { ...catalog, problems }, isPresent, isOwnFormat: false, problems },
    };
  }

  #source(view: SourceView, uri: string): Source {
    const content = view.content(uri);
    if (content === undefined) return { kind: "pending" };
    if (content.kind === "absent") return { kind: "missing", reason: `There is no file \`${baseName(uri)}\`.` };
    if (content.kind === "refused") return { kind: "missing", reason: content.reason };
    const { text } = content;
    if (/\.(?:ya?ml|jsonc?)$/i.test(uri) && looksLikeCatalog(text, dataFormatOf(uri))) {
      const { catalog } = readCatalog(text, { uri, format: dataFormatOf(uri) });
      return catalog === undefined
        ? { kind: "missing", reason: `\`${baseName(uri)}\` is broken.` }
        : { kind: "catalog", catalog };
    }
    this.reads += 1;
    const others = (other: string): string | undefined => this.#textOf(view, other);
    const reading = readReference({ uri, text }, this.#modulesFor(view, uri), others);
    if (reading === undefined)
      return { kind: "missing", reason: `\`${baseName(uri)}\` is of no kind that can be read as a catalog.` };
    const draft: DraftSource = { uri, kind: reading.kind, draft: reading.draft };
    const { confidence, reason } = reading;
    const elsewhere = (reading.elsewhere ?? []).map((part): DraftSource => ({ kind: reading.kind, ...part }));
    const isOff = /\berror-catalog:\s*off\b/.test(text);
    const former = this.#good.get(uri);
    const loss = former === undefined ? undefined : lostCodes(former.draft, draft.draft, text);
    if (former === undefined || loss === undefined) {
      this.#good.set(uri, draft);
      return { kind: "draft", draft, elsewhere, isPresent: true, problems: [], confidence, reason, isOff };
    }
    return {
      kind: "draft",
      draft: former,
      elsewhere,
      isPresent: false,
      problems: [loss],
      confidence: 1,
      reason,
      isOff,
    };
  }

  /** The text of another document that one refers to; nothing outside the workspace is read. */
  #textOf(view: SourceView, uri: string): string | undefined {
    if (!this.#mayRead(uri)) return undefined;
    const content = view.content(uri);
    return content?.kind === "text" ? content.text : undefined;
  }
}

/** What one document is worth. */
type Source =
  | {
      readonly kind: "draft";
      readonly draft: DraftSource;
      /** What it tells in other files. */
      readonly elsewhere: readonly DraftSource[];
      /** False where a former state of the document serves, because the present one is broken. */
      readonly isPresent: boolean;
      readonly problems: readonly Problem[];
      /** How surely the document is an error reference, 0 to 1. */
      readonly confidence: number;
      readonly reason: string;
      /** Whether the document itself says that it is none. */
      readonly isOff: boolean;
    }
  | { readonly kind: "catalog"; readonly catalog: Catalog }
  | { readonly kind: "missing"; readonly reason: string }
  | { readonly kind: "pending" };

/** `docs/Error Codes.md` as `error-codes`. */
function idOf(uri: string): string {
  const name = baseName(uri).replace(/\.[^.]*$/, "");
  const words = name.toLowerCase().match(/[a-z0-9]+/g);
  return words === null ? "catalog" : words.join("-");
}
