import { type Configuration, configurationFileNames } from "../facts/configuration.ts";
import { readConfiguration } from "../facts/read-configuration.ts";
import { ruleNames } from "../rules/index.ts";
import { dataFormatOf } from "../text/data-format.ts";
import { DerivedCache } from "./derived-cache.ts";
import type { Root } from "./file-system.ts";
import type { SourceView } from "./source-view.ts";
import { UpwardSearch } from "./upward-search.ts";

/** Configurations by file; the nearest one up the tree is in force. */
export class ConfigurationStore {
  readonly #read = new DerivedCache<Configuration | undefined>((content, uri) =>
    content.kind === "text"
      ? readConfiguration(content.text, { uri, format: dataFormatOf(uri), ruleNames })
      : undefined,
  );

  readonly #search = new UpwardSearch("configuration", configurationFileNames);

  /** The configuration in the file `uri`; undefined when there is none or it is not loaded yet. */
  at(view: SourceView, uri: string): Configuration | undefined {
    return this.#read.get(view, uri);
  }

  /** The configuration in force for `uri`: from its folder up to the boundary of the root that holds it. */
  nearest(view: SourceView, uri: string, roots: readonly Root[]): Configuration | undefined {
    const found = this.#search.nearest(view, uri, roots);
    return found === undefined ? undefined : this.at(view, found);
  }
}
