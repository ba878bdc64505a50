import { isHierarchical, parentUri, pathBelow, resolveUri } from "../text/uri.ts";
import type { Root } from "./file-system.ts";
import { JointCache } from "./joint-cache.ts";
import type { SourceView } from "./source-view.ts";

/** Where files of certain names may lie around a file: worked out once a folder, and asked for with every file in it. */
export class UpwardSearch {
  readonly #names: readonly string[];
  readonly #byFolder = new WeakMap<readonly Root[], Map<string, readonly string[]>>();
  readonly #nearest: JointCache<string | undefined>;

  /** `names` in the order in which they are looked for in one folder; `title` tells the search from others. */
  constructor(title: string, names: readonly string[]) {
    this.#names = names;
    this.#nearest = new JointCache(title);
  }

  /** The first of the candidates that is there: found once a folder, and kept as long as it holds. */
  nearest(view: SourceView, uri: string, roots: readonly Root[]): string | undefined {
    const candidates = this.candidates(uri, roots);
    const [first] = candidates;
    if (first === undefined) return undefined;
    // The way up from one folder is as long as the roots say.
    return this.#nearest.get(view, `${candidates.length} ${first}`, (look) =>
      candidates.find((candidate) => look.content(candidate)?.kind === "text"),
    );
  }

  /** The URIs to try for `uri`, from its folder up to the boundary of the root that holds it; none outside all roots. */
  candidates(uri: string, roots: readonly Root[]): readonly string[] {
    if (!isHierarchical(uri)) return [];
    const known = this.#byFolder.get(roots) ?? new Map<string, readonly string[]>();
    this.#byFolder.set(roots, known);
    const folder = parentUri(uri);
    const found =
      known.get(folder) ??
      foldersUpwards(uri, roots).flatMap((above) => this.#names.map((name) => resolveUri(above, name)));
    known.set(folder, found);
    return found;
  }
}

/** The folders from that of `uri` up to the boundary of its root, nearest first; none for files outside all roots. */
function foldersUpwards(uri: string, roots: readonly Root[]): readonly string[] {
  const root = roots.find((candidate) => pathBelow(candidate.boundary, uri) !== undefined);
  if (!root) return [];
  const folders: string[] = [];
  for (let folder = parentUri(uri); ; folder = parentUri(folder)) {
    folders.push(folder);
    if (folder === root.boundary || pathBelow(root.boundary, folder) === undefined) return folders;
  }
}
