import { isDocumentName } from "../references/read-reference.ts";
import { baseName, isHierarchical, parentUri, pathBelow } from "../text/uri.ts";
import type { LoadedCatalog } from "./catalog-store.ts";
import type { Root } from "./file-system.ts";
import { JointCache } from "./joint-cache.ts";
import type { ReferenceStore } from "./reference-store.ts";
import type { SourceView } from "./source-view.ts";

/** How surely a document has to be an error reference to serve without being named. */
const sureEnough = 0.8;

/** Folders in which a project keeps its documentation. */
const documentationFolder = /^(?:docs?|documentation|api-docs|reference)$/i;

/**
 * Pages about errors that lie in a project without being named by a configuration: `docs/error-codes.md` and its like,
 * from the folder of a file upwards. The nearest folder that has any decides. Judged by content; a page that says
 * `error-catalog: off` is left alone.
 */
export class FoundReferences {
  readonly #references: ReferenceStore;
  readonly #byFolder = new JointCache<readonly LoadedCatalog[]>("found");

  constructor(references: ReferenceStore) {
    this.#references = references;
  }

  /** The catalogs for the file `uri`; none outside all roots and where folders cannot be listed. */
  around(view: SourceView, uri: string, roots: readonly Root[]): readonly LoadedCatalog[] {
    const root = roots.find(({ boundary }) => pathBelow(boundary, uri) !== undefined);
    if (root === undefined || !isHierarchical(uri) || uri.includes("/node_modules/")) return [];
    return this.#from(view, parentUri(uri), root.boundary);
  }

  #from(view: SourceView, folder: string, boundary: string): readonly LoadedCatalog[] {
    return this.#byFolder.get(view, folder, (branch) => {
      const own = candidatesIn(branch, folder).flatMap((uri) => this.#judged(branch, uri));
      if (own.length > 0) return own;
      const above = parentUri(folder);
      const isTop = folder === boundary || above === folder || pathBelow(boundary, folder) === undefined;
      return isTop ? [] : this.#from(branch, above, boundary);
    });
  }

  #judged(view: SourceView, uri: string): readonly LoadedCatalog[] {
    const found = this.#references.judge(view, uri);
    if (found === undefined || found.confidence < sureEnough) return [];
    const { loaded } = found;
    // Nobody said that the page is complete, nor that it speaks of everything around it.
    return loaded.catalog ? [{ ...loaded, catalog: { ...loaded.catalog, complete: false } }] : [];
  }
}

function candidatesIn(view: SourceView, folder: string): readonly string[] {
  const entries = view.entriesIn(folder);
  if (entries === undefined) return [];
  const documentation = entries.folders.filter((inner) => documentationFolder.test(baseName(inner)));
  const files = [...entries.files, ...documentation.flatMap((inner) => view.entriesIn(inner)?.files ?? [])];
  return files.filter((file) => speaksOfErrors(baseName(file)));
}

/** `error-codes.md`, `ERRORS.md`, `api_error_reference.rst`, `errcodes.csv`; programs and API descriptions have to be named. */
function speaksOfErrors(name: string): boolean {
  if (!isDocumentName(name) || !/\.(?:mdx?|markdown|rst|adoc|asciidoc|html?|csv)$/i.test(name)) return false;
  const words = name
    .replace(/\.[^.]*$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word) =>
    /^(?:errors?|err|errcodes?|errorcodes?|codes?derreur|fehlercodes?|errores|erros)$/.test(word),
  );
}
