import type { ContentStore } from "./content-store.ts";
import type { FileContent, FolderEntries } from "./file-system.ts";

/**
 * One synchronous look at the files, from start to end of one analysis. It notes which files were used, with their
 * stamps, and which were wanted but not loaded yet; the caller loads those and looks again.
 */
export class SourceView {
  readonly needs = new Set<string>();
  readonly dependencies = new Map<string, number>();
  readonly #store: ContentStore;

  constructor(store: ContentStore) {
    this.#store = store;
  }

  /** The content of `uri`; undefined while it is not loaded, which is then noted in `needs`. */
  content(uri: string): FileContent | undefined {
    const stamped = this.#store.get(uri);
    if (!stamped?.content) {
      this.needs.add(uri);
      return undefined;
    }
    this.dependencies.set(uri, stamped.stamp);
    return stamped.content;
  }

  /** Whether somebody has the file `uri` open. */
  isOpen(uri: string): boolean {
    return this.#store.isOpen(uri);
  }

  /**
   * The stamp of `key` (a file, whose text may have been released, or something made from several files); undefined, and
   * no need noted, when it was never loaded or no longer holds.
   */
  stamp(key: string): number | undefined {
    const stamp = this.#store.stampOf(key);
    if (stamp !== undefined) this.dependencies.set(key, stamp);
    return stamp;
  }

  /** Whether there is a file `uri`; undefined while that is not known, which is then noted in `needs`. */
  exists(uri: string): boolean | undefined {
    const known = this.#store.peek(uri);
    if (!known) {
      const content = this.content(uri);
      return content && content.kind !== "absent";
    }
    this.dependencies.set(uri, known.stamp);
    return known.content?.kind !== "absent";
  }

  /** What is directly in the folder `uri`; undefined where folders cannot be listed. */
  entriesIn(uri: string): FolderEntries | undefined {
    const listing = this.#store.folders.list(uri);
    if (listing) this.dependencies.set(listing.key, listing.stamp);
    return listing;
  }

  /** A look of its own at the same files, for what is made from several of them and kept. */
  branch(): SourceView {
    return new SourceView(this.#store);
  }

  /** Makes `key` stand for all that a branch used: it holds as long as they do. Returns its stamp. */
  join(key: string, branch: SourceView): number {
    const stamp = this.#store.joints.add(key, branch.dependencies);
    this.dependencies.set(key, stamp);
    return stamp;
  }
}

/** Whether everything that a finished look used is still what it was. */
export function stillHolds(dependencies: ReadonlyMap<string, number>, store: ContentStore): boolean {
  for (const [key, stamp] of dependencies) if (store.stampOf(key) !== stamp) return false;
  return true;
}
