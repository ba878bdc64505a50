import { type Dirent, readdirSync } from "node:fs";

/** What is in folders, each listed once: for runs that end soon, which ask for far more files than there are. */
export class FolderListings {
  readonly #entries = new Map<string, readonly Dirent[]>();
  readonly #names = new Map<string, ReadonlyMap<string, Dirent>>();

  /** The entries of the folder `path` in a stable order; none where it is not there or may not be entered. */
  entries(path: string): readonly Dirent[] {
    const known = this.#entries.get(path);
    if (known !== undefined) return known;
    const entries = listFolder(path);
    this.#entries.set(path, entries);
    return entries;
  }

  /** The entry of a folder under a name, however the system compares cases; undefined where there is none. */
  entry(path: string, name: string): Dirent | undefined {
    let names = this.#names.get(path);
    if (names === undefined) {
      names = new Map(this.entries(path).map((entry) => [entry.name.toLowerCase(), entry]));
      this.#names.set(path, names);
    }
    return names.get(name.toLowerCase());
  }
}

/** The entries of a folder in a stable order; one that vanished or may not be entered holds nothing for us. */
export function listFolder(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1));
  } catch {
    return [];
  }
}
