import { parentUri } from "../text/uri.ts";
import type { FileSystem } from "./file-system.ts";

export interface FolderListing {
  /** What the listing is called among the things that have stamps; no file is called so. */
  readonly key: string;
  readonly folders: readonly string[];
  readonly stamp: number;
}

/** Which folders are in a folder, asked once and kept until the disk tells of something new there. */
export class FolderListings {
  readonly #fileSystem: FileSystem;
  readonly #known = new Map<string, FolderListing>();
  #stamp = 0;

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  /** The folders directly in `folder`; undefined where folders cannot be listed. */
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
    const folders = this.#fileSystem.foldersIn?.(folder);
    if (!folders) return undefined;
    this.#stamp += 1;
    const listing = { key: keyOf(folder), folders, stamp: this.#stamp };
    this.#known.set(listing.key, listing);
    return listing;
  }

  #lookAgain(folder: string, before: FolderListing): void {
    const after = this.#look(folder);
    const isSame = after?.folders.join("\n") === before.folders.join("\n");
    if (isSame) this.#known.set(before.key, before);
  }
}

function keyOf(folder: string): string {
  return folder.endsWith("/") ? folder : `${folder}/`;
}
