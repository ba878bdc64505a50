import type { Catalog } from "../catalog/model.ts";
import type { ErrorSite } from "../sites/model.ts";
import type { Span } from "../text/span.ts";
import type { CatalogReference, Configuration } from "./configuration.ts";
import type { RuleLevels, Scope, ScopedCatalog, ScopeReason } from "./model.ts";
import { matchesGlobs } from "./path-globs.ts";
import { readScopeComments } from "./scope-comments.ts";
import { catalogsByEvidence, type Dependencies } from "./scope-evidence.ts";

export interface ScopeInput {
  readonly uri: string;
  readonly text: string;
  /** The spans of the file's comments, marks included. */
  readonly comments: readonly Span[];
  readonly sites: readonly ErrorSite[];
  /** The nearest configuration up the tree. */
  readonly configuration: Configuration | undefined;
  /** The catalogs that a reference leads to; none where the file is absent or broken. */
  readonly catalogsOf: (reference: CatalogReference) => readonly Catalog[];
  /** Built-in catalogs, silent until something speaks for them. The general one may be among them. */
  readonly builtins: readonly Catalog[];
  readonly general: Catalog | undefined;
  /** Catalogs in pages that lie near the file, named by nobody. */
  readonly found: readonly Catalog[];
  /** Packages that the nearest package.json names. */
  readonly dependencies: Dependencies | undefined;
}

/**
 * Which catalogs apply to a file, and why: the nearest configuration, refined by its overrides, refined by a comment in
 * the file; and only where none of these names a catalog, what the file itself shows.
 */
export function scopeFor(input: ScopeInput): Scope {
  const configured = configuredCatalogs(input);
  const vendors = input.builtins.filter((catalog) => catalog.id !== input.general?.id);
  const known = distinct([...configured.known, ...input.found, ...vendors]);
  const commented = readScopeComments(input.text, input.comments, known);
  const make = (catalogs: readonly ScopedCatalog[]): Scope => ({
    catalogs: catalogs.filter(({ catalog }) => catalog.id !== input.general?.id),
    general: input.general,
    rules: ruleLevels(input),
    problems: commented.kind === "none" ? [] : commented.problems,
  });
  if (commented.kind === "off") return make([]);
  if (commented.kind === "named" && commented.catalogs.length > 0) {
    return make(commented.catalogs.map(({ catalog, span }) => ({ catalog, reason: { kind: "comment", span } })));
  }
  if (configured.names) return make(configured.catalogs);
  const shown = catalogsByEvidence(vendors, input);
  const near = input.found.map((catalog): ScopedCatalog => ({ catalog, reason: { kind: "found", uri: catalog.uri } }));
  return make([...near, ...shown]);
}

interface Configured {
  /** Whether the configuration says which catalogs apply, be it none. */
  readonly names: boolean;
  readonly catalogs: readonly ScopedCatalog[];
  /** All catalogs that the configuration mentions anywhere, for comments to choose from. */
  readonly known: readonly Catalog[];
}

function configuredCatalogs({ configuration, uri, catalogsOf }: ScopeInput): Configured {
  if (configuration === undefined) return { names: false, catalogs: [], known: [] };
  let references = configuration.catalogs;
  let reason: ScopeReason = { kind: "configuration", uri: configuration.uri };
  let names = configuration.namesCatalogs;
  for (const override of configuration.overrides) {
    if (override.catalogs === undefined || !matchesGlobs(configuration.uri, override.files, uri)) continue;
    references = override.catalogs;
    reason = { kind: "override", uri: configuration.uri, files: override.files };
    names = true;
  }
  const mentioned = [configuration.catalogs, ...configuration.overrides.map(({ catalogs }) => catalogs ?? [])].flat();
  return {
    names,
    catalogs: distinct(references.flatMap(catalogsOf)).map((catalog) => ({ catalog, reason })),
    known: distinct(mentioned.flatMap(catalogsOf)),
  };
}

/** Later overrides win over earlier ones, all of them over the configuration's own levels. */
function ruleLevels({ configuration, uri }: ScopeInput): RuleLevels {
  if (configuration === undefined) return new Map();
  const levels = new Map(configuration.rules);
  for (const override of configuration.overrides) {
    if (override.rules.size === 0 || !matchesGlobs(configuration.uri, override.files, uri)) continue;
    for (const [rule, level] of override.rules) levels.set(rule, level);
  }
  return levels;
}

function distinct(catalogs: readonly Catalog[]): readonly Catalog[] {
  const byId = new Map<string, Catalog>();
  for (const catalog of catalogs) if (!byId.has(catalog.id)) byId.set(catalog.id, catalog);
  return [...byId.values()];
}
