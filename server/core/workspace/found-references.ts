import { baseName, isHierarchical, parentUri, pathBelow } from "../text/uri.ts";
import type { LoadedCatalog } from "./catalog-store.ts";
import type { Root } from "./file-system.ts";
import { IgnoredFiles } from "./ignored-files.ts";
import { JointCache } from "./joint-cache.ts";
import { isDocumentationFolder, isPageName, speaksOfErrors } from "./reference-names.ts";
import type { JudgedReference, ReferenceStore } from "./reference-store.ts";
import type { SourceView } from "./source-view.ts";

/** How surely a document has to be an error reference to serve without being named. */
const sureEnough = 0.8;

/** How surely it has to be one to be offered to people. */
const worthOffering = 0.4;

/** A document that nobody named: it serves for the files near it, or it could, if somebody said so. */
export interface NearReference extends JudgedReference {
  readonly use: "found" | "offered";
}

/** Why a document serves or could serve, as the end of a sentence: `it defines 5 error codes (85 % sure)`. */
export function nearReasonOf({ reason, confidence }: Pick<JudgedReference, "reason" | "confidence">): string {
  const sentence = reason.charAt(0).toLowerCase() + reason.slice(1).replace(/\.$/, "");
  return `${sentence} (${Math.round(confidence * 100)} % sure)`;
}

/**
 * Pages about errors that lie in a project without being named by a configuration: `docs/error-codes.md` and its like,
 * from the folder of a file upwards. The nearest folder that has any decides. Judged by content; a page that says
 * `error-catalog: off`, that git ignores or that a tool made is left alone.
 */
export class FoundReferences {
  readonly #references: ReferenceStore;
  readonly #ignored = new IgnoredFiles();
  readonly #byFolder = new JointCache<readonly LoadedCatalog[]>("found");

  constructor(references: ReferenceStore) {
    this.#references = references;
  }

  /** The catalogs for the file `uri`; none outside all roots and where folders cannot be listed. */
  around(view: SourceView, uri: string, roots: readonly Root[]): readonly LoadedCatalog[] {
    const root = rootOf(uri, roots);
    if (root === undefined || !isHierarchical(uri)) return [];
    return this.#from(view, parentUri(uri), root.boundary);
  }

  /** What the document `uri` is worth to the files near it; undefined where it is no reference, or not to be read. */
  judge(view: SourceView, uri: string, roots: readonly Root[]): NearReference | undefined {
    const root = rootOf(uri, roots);
    if (root === undefined || this.#ignored.has(view, uri, root.boundary)) return undefined;
    const judged = this.#references.judge(view, uri);
    if (judged === undefined || judged.confidence < worthOffering) return undefined;
    const isFound = this.#from(view, parentUri(uri), root.boundary).some((loaded) => loaded.uri === uri);
    return { ...judged, use: isFound && isInSight(uri, root.boundary) ? "found" : "offered" };
  }

  #from(view: SourceView, folder: string, boundary: string): readonly LoadedCatalog[] {
    return this.#byFolder.get(view, folder, (branch) => {
      const candidates = candidatesIn(branch, folder).filter((uri) => !this.#ignored.has(branch, uri, boundary));
      const own = candidates.flatMap((uri) => this.#sure(branch, uri));
      if (own.length > 0) return own;
      const above = parentUri(folder);
      const isTop = folder === boundary || above === folder || pathBelow(boundary, folder) === undefined;
      return isTop ? [] : this.#from(branch, above, boundary);
    });
  }

  #sure(view: SourceView, uri: string): readonly LoadedCatalog[] {
    const found = this.#references.judge(view, uri);
    if (found === undefined || found.confidence < sureEnough) return [];
    const { loaded } = found;
    // Nobody said that the page is complete, nor that it speaks of everything around it.
    return loaded.catalog ? [{ ...loaded, catalog: { ...loaded.catalog, complete: false } }] : [];
  }
}

function rootOf(uri: string, roots: readonly Root[]): Root | undefined {
  return roots.find(({ boundary }) => pathBelow(boundary, uri) !== undefined);
}

/** Programs and descriptions of APIs have to be named. */
function candidatesIn(view: SourceView, folder: string): readonly string[] {
  const entries = view.entriesIn(folder);
  if (entries === undefined) return [];
  const documentation = entries.folders.filter((inner) => isDocumentationFolder(baseName(inner)));
  const files = [...entries.files, ...documentation.flatMap((inner) => view.entriesIn(inner)?.files ?? [])];
  return files.filter((file) => isPageName(baseName(file)) && speaksOfErrors(baseName(file)));
}

/** Whether files of the project look here for pages: not deeper in its documentation than that folder itself. */
function isInSight(uri: string, boundary: string): boolean {
  const folders = pathBelow(boundary, uri)?.split("/").slice(0, -2) ?? [];
  return !folders.some(isDocumentationFolder);
}
