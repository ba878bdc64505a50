import type { ContentStore } from "./content-store.ts";
import type { FileContent } from "./file-system.ts";

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

  /** The stamp of `uri`, whose text may have been released; undefined (and no need noted) when it was never loaded. */
  stamp(uri: string): number | undefined {
    const stamp = this.#store.peek(uri)?.stamp;
    if (stamp !== undefined) this.dependencies.set(uri, stamp);
    return stamp;
  }
}

/** Whether everything that a finished look used is still what it was. */
export function stillHolds(dependencies: ReadonlyMap<string, number>, store: ContentStore): boolean {
  for (const [uri, stamp] of dependencies) if (store.peek(uri)?.stamp !== stamp) return false;
  return true;
}
