import { isCatalogName, looksLikeCatalog } from "../catalog/looks-like-catalog.ts";
import type { Catalog } from "../catalog/model.ts";
import { preparedCatalog } from "../catalog/prepared-catalog.ts";
import { readCatalog } from "../catalog/read-catalog.ts";
import type { CatalogReference, Configuration } from "../facts/configuration.ts";
import { isReferenceName } from "../references/read-reference.ts";
import { dataFormatOf } from "../text/data-format.ts";
import { once } from "../text/once.ts";
import type { Problem } from "../text/problem.ts";
import { baseName, parentUri, pathBelow, resolveUri } from "../text/uri.ts";
import { DerivedCache } from "./derived-cache.ts";
import type { BuiltinCatalog, FileContent, Root } from "./file-system.ts";
import { FoundReferences } from "./found-references.ts";
import type { ReferenceStore } from "./reference-store.ts";
import type { SourceView } from "./source-view.ts";

/** What reading a catalog's file gave: the catalog that serves, and what is wrong with the present text. */
export interface LoadedCatalog {
  readonly uri: string;
  /** The last good catalog where the present text is broken; undefined when there never was one. */
  readonly catalog: Catalog | undefined;
  /** Whether `catalog` was read from the present text, so that its spans lie in it. */
  readonly isPresent: boolean;
  /** Whether the file is written in the format of catalogs; false for what was read from other documents. */
  readonly isOwnFormat: boolean;
  readonly problems: readonly Problem[];
}

/** A reference that leads to a catalog, to nothing (with the reason for people), or to a file still on its way. */
export type CatalogLookup =
  | { readonly kind: "found"; readonly loaded: LoadedCatalog }
  | { readonly kind: "missing"; readonly reason: string }
  | { readonly kind: "pending" };

export class CatalogStore {
  readonly builtins: readonly BuiltinCatalog[];
  readonly #loaded = new DerivedCache<LoadedCatalog | undefined>(loadCatalog);
  /** Files that were once read as catalogs: broken for a while, they are no documents of another kind. */
  readonly #ownFormat = new Set<string>();
  readonly #prepared: ReadonlyMap<string, () => LoadedCatalog>;

  /** Catalogs composed of documents in other formats. */
  readonly references: ReferenceStore;
  /** Those of them that lie around unnamed. */
  readonly found: FoundReferences;

  constructor(builtins: readonly BuiltinCatalog[], references: ReferenceStore) {
    this.builtins = builtins;
    this.references = references;
    this.found = new FoundReferences(references);
    this.#prepared = new Map(
      builtins.flatMap(({ uri, prepared }) =>
        prepared === undefined ? [] : [[uri, once(() => ready(uri, prepared))]],
      ),
    );
  }

  /** Whether the file `uri` comes with the product. */
  isBuiltIn(uri: string): boolean {
    return this.builtins.some((builtin) => builtin.uri === uri);
  }

  /** The catalog in the file `uri`, a built-in one as it was prepared; undefined when the file is absent or not loaded yet. */
  at(view: SourceView, uri: string): LoadedCatalog | undefined {
    return this.#preparedAt(view, uri) ?? this.written(view, uri);
  }

  /** As `at`, always from the present text: for whoever looks at the file itself. */
  written(view: SourceView, uri: string): LoadedCatalog | undefined {
    const loaded = this.#loaded.get(view, uri);
    if (loaded?.catalog !== undefined) this.#ownFormat.add(uri);
    return loaded;
  }

  #preparedAt(view: SourceView, uri: string): LoadedCatalog | undefined {
    // Whoever has a built-in catalog open works with what stands there.
    return view.isOpen(uri) ? undefined : this.#prepared.get(uri)?.();
  }

  /** The general catalog of HTTP, in force without being named. */
  general(view: SourceView): Catalog | undefined {
    return this.#builtIn(view).find((catalog) => catalog.general);
  }

  /** All built-in catalogs but the general one: silent until something speaks for them. */
  vendors(view: SourceView): readonly Catalog[] {
    return this.#builtIn(view).filter((catalog) => !catalog.general);
  }

  #builtIn(view: SourceView): readonly Catalog[] {
    return this.builtins.flatMap(({ uri }) => this.at(view, uri)?.catalog ?? []);
  }

  /** What a configuration's reference leads to. Files outside the roots are not read. */
  lookUp(
    view: SourceView,
    reference: CatalogReference,
    configuration: Configuration,
    roots: readonly Root[],
  ): CatalogLookup {
    const target = this.#target(reference, configuration, roots);
    if (target.kind === "missing") return target;
    const { uris } = target;
    const [uri = ""] = uris;
    const prepared = this.#preparedAt(view, uri);
    const content = prepared === undefined ? view.content(uri) : undefined;
    if (content?.kind === "absent")
      return { kind: "missing", reason: `There is no file \`${target.name}\` beside this configuration.` };
    if (content?.kind === "refused") return { kind: "missing", reason: content.reason };
    if (!prepared && !content) return { kind: "pending" };
    if (uris.length > 1 || (content && !this.#isOwnFormat(uri, content)))
      return this.references.lookUp(view, { ...reference, uris });
    const loaded = prepared ?? this.written(view, uri);
    if (!loaded?.catalog)
      return {
        kind: "missing",
        reason: `\`${target.name}\` holds no catalog: \`id\`, \`title\` and \`language\` are needed.`,
      };
    if (reference.id === undefined || reference.id === loaded.catalog.id) return { kind: "found", loaded };
    return { kind: "found", loaded: { ...loaded, catalog: this.#renamed(loaded.catalog, reference.id) } };
  }

  /** Whether a file is written in the format of catalogs, or was while it could be read. */
  #isOwnFormat(uri: string, content: FileContent): boolean {
    const name = baseName(uri);
    if (!/\.(?:ya?ml|jsonc?)$/i.test(name) || content.kind !== "text") return false;
    return isCatalogName(name) || looksLikeCatalog(content.text, dataFormatOf(uri)) || this.#ownFormat.has(uri);
  }

  readonly #namedFiles = new WeakMap<Configuration, ReadonlyMap<string, CatalogReference>>();

  /** The reference of a configuration that names the file `uri` as one of its documents. */
  referenceTo(uri: string, configuration: Configuration): CatalogReference | undefined {
    return this.#filesNamedBy(configuration).get(uri);
  }

  /** The files that a configuration names as catalogs. */
  documentsOf(configuration: Configuration): readonly string[] {
    return [...this.#filesNamedBy(configuration).keys()];
  }

  #filesNamedBy(configuration: Configuration): ReadonlyMap<string, CatalogReference> {
    const known = this.#namedFiles.get(configuration);
    if (known !== undefined) return known;
    const references = [
      ...configuration.catalogs,
      ...configuration.overrides.flatMap(({ catalogs }) => catalogs ?? []),
    ];
    const named = new Map(
      references.flatMap((reference) => urisOf(reference, configuration).map((file) => [file, reference] as const)),
    );
    this.#namedFiles.set(configuration, named);
    return named;
  }

  readonly #renamedCatalogs = new WeakMap<Catalog, Map<string, Catalog>>();

  /** One and the same object for one catalog and id, so that indexes and comparisons by identity hold. */
  #renamed(catalog: Catalog, id: string): Catalog {
    const names = this.#renamedCatalogs.get(catalog) ?? new Map<string, Catalog>();
    this.#renamedCatalogs.set(catalog, names);
    const renamed = names.get(id) ?? { ...catalog, id };
    names.set(id, renamed);
    return renamed;
  }

  #target(
    reference: CatalogReference,
    configuration: Configuration,
    roots: readonly Root[],
  ):
    | { readonly kind: "files"; readonly uris: readonly string[]; readonly name: string }
    | { readonly kind: "missing"; readonly reason: string } {
    const { target } = reference;
    if (target.kind === "builtin") {
      const builtin = this.builtins.find(({ id }) => id === target.id);
      if (builtin) return { kind: "files", uris: [builtin.uri], name: `builtin:${builtin.id}` };
      const known = this.builtins.map(({ id }) => `\`${id}\``).join(", ");
      return { kind: "missing", reason: `There is no built-in catalog \`${target.id}\`; there are ${known}.` };
    }
    const uris = urisOf(reference, configuration);
    for (const [index, uri] of uris.entries()) {
      const path = target.paths[index];
      if (!roots.some((root) => pathBelow(root.boundary, uri) !== undefined))
        return { kind: "missing", reason: `\`${path}\` lies outside the workspace and is not read.` };
      if (!isReferenceName(baseName(uri)))
        return { kind: "missing", reason: `\`${path}\` is of no kind that can be read as a catalog.` };
    }
    return { kind: "files", uris, name: target.paths[0] ?? "" };
  }
}

function ready(uri: string, prepared: string): LoadedCatalog {
  const catalog = preparedCatalog(prepared, uri);
  return { uri, catalog, isPresent: true, isOwnFormat: true, problems: catalog.problems };
}

/** The files that a reference names; none for a built-in catalog. */
function urisOf({ target }: CatalogReference, configuration: Configuration): readonly string[] {
  if (target.kind === "builtin") return [];
  return target.paths.map((path) => resolveUri(parentUri(configuration.uri), path));
}

function loadCatalog(
  content: FileContent,
  uri: string,
  previous: LoadedCatalog | undefined,
): LoadedCatalog | undefined {
  if (content.kind === "absent") return undefined;
  if (content.kind === "refused") {
    const problem: Problem = {
      code: "catalog-syntax",
      severity: "error",
      message: content.reason,
      span: { start: 0, end: 0 },
    };
    return { uri, catalog: previous?.catalog, isPresent: false, isOwnFormat: true, problems: [problem] };
  }
  const { catalog, problems } = readCatalog(content.text, { uri, format: dataFormatOf(uri) });
  const broken = catalog === undefined || problems.some(({ severity }) => severity === "error");
  const kept = broken ? previous?.catalog : undefined;
  return { uri, catalog: kept ?? catalog, isPresent: kept === undefined, isOwnFormat: true, problems };
}
