import { entryUri } from "../catalog/entry-place.ts";
import type { Catalog, Code } from "../catalog/model.ts";
import type { CatalogRemarks } from "../catalog/write/write-catalog.ts";
import { LineMap } from "../text/line-map.ts";
import { baseName } from "../text/uri.ts";

/** Where each code was read, and what is doubtful about it, as remarks for the file that is written. */
export function importRemarks(catalog: Catalog, textOf: (uri: string) => string | undefined): CatalogRemarks {
  const files = [...new Set(catalog.codes.map((entry) => entryUri(catalog, entry)))];
  const maps = new Map(files.map((uri) => [uri, new LineMap(textOf(uri) ?? "")]));
  const conflicts = new Map(catalog.conflicts.map(({ code, sides }) => [code, sides]));
  const codes = new Map<Code, readonly string[]>();
  for (const entry of catalog.codes) {
    const uri = entryUri(catalog, entry);
    const line = (maps.get(uri)?.toLineColumn(entry.codeSpan.start).line ?? 0) + 1;
    const told = (conflicts.get(entry.code) ?? []).map(
      (side) => `${side.statuses.join(" or ")} in ${baseName(side.uri)}`,
    );
    const said = catalog.problems.filter(({ span }) => span.start === entry.codeSpan.start && uri === catalog.uri);
    const doubt = told.length === 0 ? [] : [`CHECK: its sources contradict each other: ${told.join(", ")}`];
    codes.set(entry.code, [`${baseName(uri)}:${line}`, ...doubt, ...said.map(({ message }) => `CHECK: ${message}`)]);
  }
  const head = `Read from ${files.map(baseName).join(", ") || baseName(catalog.uri)}. Look through it before you trust it.`;
  return { head: [head], codes };
}
