import type { BuiltinCatalog, FileSchemas, FileSystem, Root } from "../core/index.ts";

/** What the language server needs of the machine it runs on; `server/node` gives it Node's. */
export interface ServerHost {
  readonly fileSystem: FileSystem;
  readonly builtins: readonly BuiltinCatalog[];
  readonly schemas: FileSchemas;
  /** The root for a workspace folder: with the folder where the search for configuration ends. */
  rootOf(folderUri: string): Root;
  /** The files below a root whose names are in `names`, ignored ones left out; yields to other work on the way. */
  findFiles(root: Root, names: readonly string[]): Promise<readonly string[]>;
}
