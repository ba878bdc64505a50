import type { Configuration } from "../facts/configuration.ts";
import { matchesGlobs } from "../facts/path-globs.ts";
import { isTestFile } from "../references/observe/test-files.ts";
import { pathBelow } from "../text/uri.ts";
import type { CatalogStore } from "./catalog-store.ts";
import type { Root } from "./file-system.ts";
import type { NearReference } from "./found-references.ts";
import { promiseOf } from "./reference-names.ts";
import type { SourceView } from "./source-view.ts";

/** How many documents are read to see whether they could serve. */
const mostRead = 200;

/** How many are offered: a longer list nobody reads. */
const mostOffered = 20;

export interface NearContext {
  readonly view: SourceView;
  readonly catalogs: CatalogStore;
  readonly roots: readonly Root[];
  readonly configurationFor: (uri: string) => Configuration | undefined;
}

/**
 * What is asked: which documents serve although nobody named them (`found`), which of those and others could (`offered`),
 * or which a configuration may name, whatever it names already (`nameable`).
 */
export type NearQuestion = "found" | "offered" | "nameable";

/** The files among `uris` that are worth reading for an answer, the most promising first. */
export function promisingDocuments(
  uris: readonly string[],
  roots: readonly Root[],
  asked: NearQuestion,
): readonly string[] {
  const promised = [...new Set(uris)].flatMap((uri) => {
    const root = roots.find(({ boundary }) => pathBelow(boundary, uri) !== undefined);
    const path = root && pathBelow(root.boundary, uri);
    const promise = path === undefined || isTestFile(uri) ? undefined : promiseOf(path);
    return promise === undefined || (asked === "found" && promise > 0) ? [] : [{ uri, promise }];
  });
  return promised
    .toSorted((left, right) => left.promise - right.promise)
    .slice(0, mostRead)
    .map(({ uri }) => uri);
}

/**
 * The documents among `uris` that serve without being named, and those that could serve; the surest first. Left out is
 * what a configuration names already, what it excludes, and everything below one that wants no catalogs.
 */
export function nearReferences(
  context: NearContext,
  uris: readonly string[],
  asked: NearQuestion,
): readonly NearReference[] {
  const { view, catalogs, roots, configurationFor } = context;
  const near = uris.flatMap((uri): readonly NearReference[] => {
    const configuration = configurationFor(uri);
    if (configuration !== undefined && isExcluded(uri, configuration)) return [];
    if (configuration !== undefined && asked !== "nameable" && isDecided(uri, configuration, catalogs)) return [];
    const judged = catalogs.found.judge(view, uri, roots);
    if (judged === undefined) return [];
    return [configuration?.namesCatalogs === true ? { ...judged, use: "offered" } : judged];
  });
  const bySureness = near.toSorted((left, right) => right.confidence - left.confidence);
  const offered = bySureness.filter(({ use }) => use === "offered");
  return [...bySureness.filter(({ use }) => use === "found"), ...offered.slice(0, mostOffered)];
}

function isDecided(uri: string, configuration: Configuration, catalogs: CatalogStore): boolean {
  const wantsNone = configuration.namesCatalogs && configuration.catalogs.length === 0;
  return wantsNone || catalogs.documentsOf(configuration).includes(uri);
}

function isExcluded(uri: string, configuration: Configuration): boolean {
  return matchesGlobs(configuration.uri, configuration.exclude, uri);
}
