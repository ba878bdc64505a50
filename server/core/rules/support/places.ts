import type { Catalog, CodeEntry } from "../../catalog/model.ts";
import type { RelatedPlace } from "../model.ts";
import { catalogName, codeName } from "./phrases.ts";

/** Where a catalog defines codes. */
export function entryPlaces(entries: readonly CodeEntry[], catalog: Catalog | undefined): readonly RelatedPlace[] {
  if (catalog === undefined) return [];
  return entries
    .filter((entry) => catalog.codes.includes(entry))
    .map(({ code, codeSpan }) => ({
      message: `${codeName(code)} in ${catalogName(catalog)}`,
      uri: catalog.uri,
      span: codeSpan,
    }));
}
