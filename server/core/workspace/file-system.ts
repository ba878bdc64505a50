/** Files as the core sees them: given by the entry (Node, an editor, a test), never opened by the core itself. */

export type FileContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "absent" }
  /** There, but not read: too large, not a regular file, outside the roots. `reason` is a sentence for people. */
  | { readonly kind: "refused"; readonly reason: string };

export interface FileSystem {
  /** The content of `uri`. Never rejects: what cannot be read is `absent` or `refused`. */
  read(uri: string): Promise<FileContent>;
  /** The content at once, where the file is that near; undefined where it has to be asked for. Spares whole rounds of analysis. */
  readNow?(uri: string): FileContent | undefined;
  /**
   * What is directly in the folder `uri`, links left out; nothing where it cannot be looked into, undefined where folders
   * of its kind cannot be listed at all. Without this, packages of a workspace are found by exact path only, and pages
   * about errors only where a configuration names them.
   */
  entriesIn?(uri: string): FolderEntries | undefined;
}

/** The URIs of the folders and of the files in a folder, each in a stable order. */
export interface FolderEntries {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** A catalog that comes with the product. */
export interface BuiltinCatalog {
  readonly id: string;
  readonly uri: string;
  /** The catalog as `prepareCatalog` wrote it when the product was built: then its file is not read. */
  readonly prepared?: string | undefined;
}

/** A folder that people work in. `boundary` is the folder above it where the search for configuration ends. */
export interface Root {
  readonly uri: string;
  readonly boundary: string;
}
