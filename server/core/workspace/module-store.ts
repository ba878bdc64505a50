import type { ModuleSummary } from "../sites/values/module-summary.ts";
import { summariseModule } from "../sites/values/summarise-module.ts";
import type { ModuleProvider } from "../sites/values/value-service.ts";
import { dialectOf, isDocument } from "../syntax/dialect.ts";
import { readSource } from "../syntax/read-source.ts";
import { baseName } from "../text/uri.ts";
import { DerivedCache } from "./derived-cache.ts";
import type { ModuleResolution } from "./resolution/module-resolution.ts";
import type { SourceView } from "./source-view.ts";
import { WordFilter } from "./word-filter.ts";

/** What gives names that the text itself does not have. */
const passesOn = /\bexport\s*\*|\bexports\b|\\u/;

/** Summaries of modules, each read once for every content that its file has. */
export class ModuleStore {
  readonly #summaries = new DerivedCache<ModuleSummary | "absent">((content, uri) => {
    const dialect = dialectOf(baseName(uri));
    if (content.kind !== "text" || dialect === undefined) return "absent";
    return summariseModule(readSource(content.text, dialect), uri);
  });

  /** The words of modules that export only what they name themselves; undefined for all others. */
  readonly #words = new DerivedCache<{ readonly filter: WordFilter | undefined }>((content, uri) => {
    const isProgram = content.kind === "text" && !isDocument(dialectOf(baseName(uri)) ?? "ts");
    return { filter: isProgram && !passesOn.test(content.text) ? new WordFilter(content.text) : undefined };
  });

  /** How many modules were read. */
  get reads(): number {
    return this.#summaries.derivations;
  }

  /** The modules as one look at the workspace sees them; those that may not be read are absent. */
  providerFor(view: SourceView, resolution: ModuleResolution, fromUri: string): ModuleProvider {
    const mayRead = resolution.readableFrom(fromUri);
    return {
      module: (uri) => (mayRead(uri) ? (this.#summaries.get(view, uri) ?? "pending") : "absent"),
      resolve: (specifier, from) => resolution.resolve(view, specifier, from),
      mayExport: (uri, name) => !mayRead(uri) || this.#words.get(view, uri)?.filter?.mayHave(name) !== false,
    };
  }
}
