import { entryUri } from "../catalog/entry-place.ts";
import type { Catalog, Code, CodeEntry, EntryPlace } from "../catalog/model.ts";
import type { CatalogRemarks } from "../catalog/write/write-catalog.ts";
import { LineMap } from "../text/line-map.ts";
import { baseName } from "../text/uri.ts";

/** Where each code was read, and what is doubtful about it, as remarks for the file that is written. */
export function importRemarks(catalog: Catalog, textOf: (uri: string) => string | undefined): CatalogRemarks {
  const placesOf = (entry: CodeEntry): readonly EntryPlace[] => [
    { uri: entryUri(catalog, entry), span: entry.codeSpan },
    ...(entry.alsoIn ?? []),
  ];
  const files = [...new Set(catalog.codes.flatMap((entry) => placesOf(entry).map(({ uri }) => uri)))];
  const maps = new Map(files.map((uri) => [uri, new LineMap(textOf(uri) ?? "")]));
  const conflicts = new Map(catalog.conflicts.map(({ code, sides }) => [code, sides]));
  const codes = new Map<Code, readonly string[]>();
  for (const entry of catalog.codes) {
    const uri = entryUri(catalog, entry);
    const places = placesOf(entry).map(
      (place) => `${baseName(place.uri)}:${(maps.get(place.uri)?.toLineColumn(place.span.start).line ?? 0) + 1}`,
    );
    const told = (conflicts.get(entry.code) ?? []).map(
      (side) => `${side.statuses.join(" or ")} in ${baseName(side.uri)}`,
    );
    const said = catalog.problems.filter(({ span }) => span.start === entry.codeSpan.start && uri === catalog.uri);
    const doubt = told.length === 0 ? [] : [`CHECK: its sources contradict each other: ${told.join(", ")}`];
    codes.set(entry.code, [places.join(", "), ...doubt, ...said.map(({ message }) => `CHECK: ${message}`)]);
  }
  const head = `Read from ${files.map(baseName).join(", ") || baseName(catalog.uri)}. Look through it before you trust it.`;
  return { head: [head], codes };
}
