/** Which catalogs there are around a file. */
import type { Catalog } from "../../catalog/model.ts";
import type { CatalogReference } from "../../facts/configuration.ts";
import { matchesGlobs } from "../../facts/path-globs.ts";
import { isDocumentName } from "../../references/read-reference.ts";
import { baseName } from "../../text/uri.ts";
import type { CatalogLookup, LoadedCatalog } from "../catalog-store.ts";
import type { AnalysisContext } from "./analysis-context.ts";

/** The catalogs around a file: those that its configuration can name, and those that come with the product. */
export function catalogsFor(context: AnalysisContext) {
  const { view, configuration, roots } = context;
  const vendors = context.catalogs.vendors(view);
  const general = context.catalogs.general(view);
  const of = (reference: CatalogReference): readonly Catalog[] => {
    if (!configuration) return [];
    const found: CatalogLookup = context.catalogs.lookUp(view, reference, configuration, roots);
    return found.kind === "found" && found.loaded.catalog ? [found.loaded.catalog] : [];
  };
  const named = configuration
    ? [configuration.catalogs, ...configuration.overrides.map(({ catalogs }) => catalogs ?? [])].flat().flatMap(of)
    : [];
  const available = [...new Set([...named, ...vendors, ...(general ? [general] : [])])];
  return { of, vendors, general, available };
}

/** Catalogs in pages near the file, where no configuration says which there are. */
export function foundAround({ view, uri, configuration, catalogs, roots }: AnalysisContext): readonly LoadedCatalog[] {
  if (configuration?.namesCatalogs === true) return [];
  return catalogs.found
    .around(view, uri, roots)
    .filter((loaded) => !(configuration && matchesGlobs(configuration.uri, configuration.exclude, loaded.uri)));
}

/** The catalog that is composed of this file, alone or with others, because a configuration names it or it was found. */
export function referenceAt(context: AnalysisContext): LoadedCatalog | undefined {
  const { uri, view, configuration, catalogs, roots } = context;
  const reference = configuration && catalogs.referenceTo(uri, configuration);
  if (configuration === undefined || reference === undefined) {
    return isDocumentName(baseName(uri)) ? foundAround(context).find((loaded) => loaded.uri === uri) : undefined;
  }
  const found = catalogs.lookUp(view, reference, configuration, roots);
  const isOwnFormat = found.kind === "found" && found.loaded.isOwnFormat;
  return found.kind === "found" && !isOwnFormat ? found.loaded : undefined;
}
