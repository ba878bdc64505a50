import type { Catalog } from "../catalog/model.ts";
import { preparedCatalog } from "../catalog/prepared-catalog.ts";
import { readCatalog } from "../catalog/read-catalog.ts";
import type { CatalogReference, Configuration } from "../facts/configuration.ts";
import type { Problem } from "../text/problem.ts";
import { parentUri, pathBelow, resolveUri } from "../text/uri.ts";
import { formatOf } from "./configuration-store.ts";
import { DerivedCache } from "./derived-cache.ts";
import type { BuiltinCatalog, FileContent, Root } from "./file-system.ts";
import type { SourceView } from "./source-view.ts";

/** What reading a catalog's file gave: the catalog that serves, and what is wrong with the present text. */
export interface LoadedCatalog {
  readonly uri: string;
  /** The last good catalog where the present text is broken; undefined when there never was one. */
  readonly catalog: Catalog | undefined;
  /** Whether `catalog` was read from the present text, so that its spans lie in it. */
  readonly isPresent: boolean;
  readonly problems: readonly Problem[];
}

/** A reference that leads to a catalog, to nothing (with the reason for people), or to a file still on its way. */
export type CatalogLookup =
  | { readonly kind: "found"; readonly loaded: LoadedCatalog }
  | { readonly kind: "missing"; readonly reason: string }
  | { readonly kind: "pending" };

const readableEndings = /\.(ya?ml|jsonc?)$/i;

export class CatalogStore {
  readonly builtins: readonly BuiltinCatalog[];
  readonly #loaded = new DerivedCache<LoadedCatalog | undefined>(loadCatalog);
  readonly #prepared: ReadonlyMap<string, () => LoadedCatalog>;

  constructor(builtins: readonly BuiltinCatalog[]) {
    this.builtins = builtins;
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
    return this.#loaded.get(view, uri);
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
    const prepared = this.#preparedAt(view, target.uri);
    const content = prepared === undefined ? view.content(target.uri) : undefined;
    if (content?.kind === "absent")
      return { kind: "missing", reason: `There is no file \`${target.name}\` beside this configuration.` };
    if (content?.kind === "refused") return { kind: "missing", reason: content.reason };
    if (!prepared && !content) return { kind: "pending" };
    const loaded = prepared ?? this.written(view, target.uri);
    if (!loaded?.catalog)
      return {
        kind: "missing",
        reason: `\`${target.name}\` holds no catalog: \`id\`, \`title\` and \`language\` are needed.`,
      };
    if (reference.id === undefined || reference.id === loaded.catalog.id) return { kind: "found", loaded };
    return { kind: "found", loaded: { ...loaded, catalog: this.#renamed(loaded.catalog, reference.id) } };
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
    | { readonly kind: "file"; readonly uri: string; readonly name: string }
    | { readonly kind: "missing"; readonly reason: string } {
    const { target } = reference;
    if (target.kind === "builtin") {
      const builtin = this.builtins.find(({ id }) => id === target.id);
      if (builtin) return { kind: "file", uri: builtin.uri, name: `builtin:${builtin.id}` };
      const known = this.builtins.map(({ id }) => `\`${id}\``).join(", ");
      return { kind: "missing", reason: `There is no built-in catalog \`${target.id}\`; there are ${known}.` };
    }
    const uri = resolveUri(parentUri(configuration.uri), target.path);
    if (!roots.some((root) => pathBelow(root.boundary, uri) !== undefined)) {
      return { kind: "missing", reason: `\`${target.path}\` lies outside the workspace and is not read.` };
    }
    if (!readableEndings.test(target.path)) {
      return { kind: "missing", reason: `\`${target.path}\` cannot be read as a catalog: YAML and JSON files can.` };
    }
    return { kind: "file", uri, name: target.path };
  }
}

function ready(uri: string, prepared: string): LoadedCatalog {
  const catalog = preparedCatalog(prepared, uri);
  return { uri, catalog, isPresent: true, problems: catalog.problems };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
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
    return { uri, catalog: previous?.catalog, isPresent: false, problems: [problem] };
  }
  const { catalog, problems } = readCatalog(content.text, { uri, format: formatOf(uri) });
  const broken = catalog === undefined || problems.some(({ severity }) => severity === "error");
  const kept = broken ? previous?.catalog : undefined;
  return { uri, catalog: kept ?? catalog, isPresent: kept === undefined, problems };
}
