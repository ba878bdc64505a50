import { entryUri } from "../../catalog/entry-place.ts";
import type { Catalog, CodeEntry } from "../../catalog/model.ts";
import type { RelatedPlace } from "../model.ts";
import { catalogName, codeName } from "./phrases.ts";

/** Where a catalog defines codes. */
export function entryPlaces(entries: readonly CodeEntry[], catalog: Catalog | undefined): readonly RelatedPlace[] {
  if (catalog === undefined) return [];
  return entries
    .filter((entry) => catalog.codes.includes(entry))
    .map((entry) => ({
      message: `${codeName(entry.code)} in ${catalogName(catalog)}`,
      uri: entryUri(catalog, entry),
      span: entry.codeSpan,
    }));
}
