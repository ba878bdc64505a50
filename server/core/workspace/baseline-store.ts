import type { Recorded } from "../features/analysis.ts";
import { type Baseline, baselineFileName, parseBaseline } from "../rules/baseline.ts";
import { parentUri, pathBelow, resolveUri } from "../text/uri.ts";
import { DerivedCache } from "./derived-cache.ts";
import type { Root } from "./file-system.ts";
import type { SourceView } from "./source-view.ts";

/** Baselines by file: the one beside the configuration in force, without one that at the root. */
export class BaselineStore {
  readonly #read = new DerivedCache<Baseline | undefined>((content) =>
    content.kind === "text" ? parseBaseline(content.text) : undefined,
  );

  /** The baseline in the file `uri`; undefined when there is none or it is not loaded yet. */
  at(view: SourceView, uri: string): Baseline | undefined {
    return this.#read.get(view, uri);
  }

  /** What is recorded of `uri`; undefined for files that lie outside of every baseline's folder. */
  recorded(
    view: SourceView,
    uri: string,
    { configurationUri, roots }: { readonly configurationUri: string | undefined; readonly roots: readonly Root[] },
  ): Recorded | undefined {
    const folder =
      configurationUri === undefined
        ? roots.find((root) => pathBelow(root.uri, uri) !== undefined)?.uri
        : parentUri(configurationUri);
    const path = folder && pathBelow(folder, uri);
    if (folder === undefined || path === undefined) return undefined;
    const baselineUri = resolveUri(folder, baselineFileName);
    const baseline = this.at(view, baselineUri);
    return { uri: baselineUri, path, counts: baseline?.files.get(path) ?? new Map<string, number>(), baseline };
  }
}
