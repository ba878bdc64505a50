/** What configurations name: catalogs, and the documents of which they are composed. */
import type { CatalogStore, LoadedCatalog } from "./catalog-store.ts";
import type { ConfigurationStore } from "./configuration-store.ts";
import type { Root } from "./file-system.ts";
import type { SourceView } from "./source-view.ts";

export interface NamedContext {
  readonly view: SourceView;
  readonly catalogs: CatalogStore;
  readonly configurations: ConfigurationStore;
  readonly roots: readonly Root[];
}

/** All catalogs: those that the configurations at `configurationUris` name, then the built-in ones; each once. */
export function allCatalogs(
  { view, catalogs, configurations, roots }: NamedContext,
  configurationUris: readonly string[],
): readonly LoadedCatalog[] {
  const all = new Map<string, LoadedCatalog>();
  const add = (loaded: LoadedCatalog) => all.set(`${loaded.uri} ${loaded.catalog?.id}`, loaded);
  for (const uri of configurationUris) {
    const configuration = configurations.at(view, uri);
    if (!configuration) continue;
    const inOverrides = configuration.overrides.flatMap((override) => override.catalogs ?? []);
    for (const reference of [...configuration.catalogs, ...inOverrides]) {
      const found = catalogs.lookUp(view, reference, configuration, roots);
      if (found.kind === "found") add(found.loaded);
    }
  }
  for (const { uri } of catalogs.builtins) {
    const builtin = catalogs.at(view, uri);
    if (builtin) add(builtin);
  }
  return [...all.values()];
}

/** The files of which the configurations compose catalogs, in the order of the configurations. */
export function composingDocuments(
  { view, catalogs, configurations }: NamedContext,
  configurationUris: readonly string[],
): readonly string[] {
  const uris = configurationUris.flatMap((uri) => {
    const configuration = configurations.at(view, uri);
    return configuration ? catalogs.documentsOf(configuration) : [];
  });
  return [...new Set(uris)];
}
