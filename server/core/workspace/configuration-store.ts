import { type Configuration, configurationFileNames } from "../facts/configuration.ts";
import { readConfiguration } from "../facts/read-configuration.ts";
import { ruleNames } from "../rules/index.ts";
import { isHierarchical, parentUri, pathBelow, resolveUri } from "../text/uri.ts";
import { DerivedCache } from "./derived-cache.ts";
import type { Root } from "./file-system.ts";
import type { SourceView } from "./source-view.ts";

/** Configurations by file; the nearest one up the tree is in force. */
export class ConfigurationStore {
  readonly #read = new DerivedCache<Configuration | undefined>((content, uri) =>
    content.kind === "text" ? readConfiguration(content.text, { uri, format: formatOf(uri), ruleNames }) : undefined,
  );

  /** The configuration in the file `uri`; undefined when there is none or it is not loaded yet. */
  at(view: SourceView, uri: string): Configuration | undefined {
    return this.#read.get(view, uri);
  }

  /** The configuration in force for `uri`: from its folder up to the boundary of the root that holds it. */
  nearest(view: SourceView, uri: string, roots: readonly Root[]): Configuration | undefined {
    if (!isHierarchical(uri)) return undefined;
    for (const folder of foldersUpwards(uri, roots)) {
      for (const name of configurationFileNames) {
        const candidate = resolveUri(folder, name);
        if (view.content(candidate)?.kind === "text") return this.at(view, candidate);
      }
    }
    return undefined;
  }
}

/** The folders from that of `uri` up to the boundary of its root, nearest first; none for files outside all roots. */
export function foldersUpwards(uri: string, roots: readonly Root[]): readonly string[] {
  const root = roots.find((candidate) => pathBelow(candidate.boundary, uri) !== undefined);
  if (!root) return [];
  const folders: string[] = [];
  for (let folder = parentUri(uri); ; folder = parentUri(folder)) {
    folders.push(folder);
    if (folder === root.boundary || pathBelow(root.boundary, folder) === undefined) return folders;
  }
}

/** How a configuration or catalog file is written, by its name. */
export function formatOf(uri: string): "json" | "yaml" {
  return /\.ya?ml$/i.test(uri) ? "yaml" : "json";
}
