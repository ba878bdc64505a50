import { parentUri } from "../text/uri.ts";
import type { FileSystem, FolderEntries } from "./file-system.ts";

export interface FolderListing extends FolderEntries {
  /** What the listing is called among the things that have stamps; no file is called so. */
  readonly key: string;
  readonly stamp: number;
}

/** What is in a folder, asked once and kept until the disk tells of something new there. */
export class FolderListings {
  readonly #fileSystem: FileSystem;
  readonly #known = new Map<string, FolderListing>();
  #stamp = 0;

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  /** What is directly in `folder`; undefined where folders cannot be listed. */
  list(folder: string): FolderListing | undefined {
    return this.#known.get(keyOf(folder)) ?? this.#look(folder);
  }

  stamp(key: string): number | undefined {
    return this.#known.get(key)?.stamp;
  }

  /**
   * The file or folder `uri` was made, changed or deleted. A folder is listed anew only where that may show something:
   * a file that changes in a known folder, which is the usual case, changes no listing.
   */
  changed(uri: string): void {
    if (this.#known.size === 0) return;
    for (const key of [...this.#known.keys()]) if (key.startsWith(keyOf(uri))) this.#known.delete(key);
    for (let child = uri, folder = parentUri(uri); folder !== child; child = folder, folder = parentUri(folder)) {
      const listing = this.#known.get(keyOf(folder));
      if (listing && (child === uri || !listing.folders.includes(child))) this.#lookAgain(folder, listing);
    }
  }

  #look(folder: string): FolderListing | undefined {
    const entries = this.#fileSystem.entriesIn?.(folder);
    if (!entries) return undefined;
    this.#stamp += 1;
    const listing = { key: keyOf(folder), ...entries, stamp: this.#stamp };
    this.#known.set(listing.key, listing);
    return listing;
  }

  #lookAgain(folder: string, before: FolderListing): void {
    const after = this.#look(folder);
    const isSame = after !== undefined && textOf(after) === textOf(before);
    if (isSame) this.#known.set(before.key, before);
  }
}

function textOf({ folders, files }: FolderEntries): string {
  return [...folders, "", ...files].join("\n");
}

function keyOf(folder: string): string {
  return folder.endsWith("/") ? folder : `${folder}/`;
}
