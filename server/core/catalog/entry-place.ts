/** In which file an entry stands: a catalog may be composed of several. */
import type { Catalog } from "./model.ts";

/** The file in which `entry` stands. */
export function entryUri(catalog: Catalog, { origin }: { readonly origin: string | undefined }): string {
  return origin ?? catalog.uri;
}

/** The part of `catalog` that stands in the file `uri`: what can be pointed at there. */
export function partInFile(catalog: Catalog, uri: string): Catalog {
  const isHere = (entry: { readonly origin: string | undefined }): boolean => entryUri(catalog, entry) === uri;
  if (catalog.uri === uri && catalog.codes.every(isHere) && catalog.statuses.every(isHere)) return catalog;
  return {
    ...catalog,
    codes: catalog.codes.filter(isHere),
    statuses: catalog.statuses.filter(isHere),
    envelopes: catalog.uri === uri ? catalog.envelopes : [],
    policies: catalog.uri === uri ? catalog.policies : [],
    samples: catalog.uri === uri ? catalog.samples : [],
  };
}
