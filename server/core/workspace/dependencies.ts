import { readJsonData } from "../text/read-json-data.ts";
import { DerivedCache } from "./derived-cache.ts";
import type { Root } from "./file-system.ts";
import type { SourceView } from "./source-view.ts";
import { UpwardSearch } from "./upward-search.ts";

/** The packages that a package.json names, in any of its groups. */
export interface Dependencies {
  readonly uri: string;
  readonly names: ReadonlySet<string>;
}

const groups: ReadonlySet<string> = new Set([
  "dependencies",
  "devDependencies",
  "peerDependencies",
  "optionalDependencies",
]);

/** Reads package.json files for the packages they name; a broken one names none. */
export class DependencyStore {
  readonly #read = new DerivedCache<Dependencies>((content, uri) => ({
    uri,
    names: content.kind === "text" ? namesIn(content.text) : new Set(),
  }));
  readonly #search = new UpwardSearch(["package.json"]);

  /** The nearest package.json above `uri`, within the roots. */
  nearest(view: SourceView, uri: string, roots: readonly Root[]): Dependencies | undefined {
    for (const manifest of this.#search.candidates(uri, roots)) {
      if (view.content(manifest)?.kind === "text") return this.#read.get(view, manifest);
    }
    return undefined;
  }
}

function namesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const { root } = readJsonData(text);
  if (root?.kind !== "map") return names;
  for (const group of root.entries) {
    if (!groups.has(group.key) || group.value.kind !== "map") continue;
    for (const entry of group.value.entries) names.add(entry.key);
  }
  return names;
}
