import type { BuiltinCatalog, FileSchemas, FileSystem, Root } from "../core/index.ts";

/** What the language server needs of the machine it runs on; `server/node` gives it Node's. */
export interface ServerHost {
  readonly fileSystem: FileSystem;
  readonly builtins: readonly BuiltinCatalog[];
  readonly schemas: FileSchemas;
  /** The folder with a page for each rule, `NAME.md`, as a URI. */
  readonly rulePages: string;
  /** The root for a workspace folder: with the folder where the search for configuration ends. */
  rootOf(folderUri: string): Root;
  /** The files below a root whose names are accepted, ignored ones left out; other work goes on meanwhile. */
  findFiles(root: Root, accepts: (name: string) => boolean): Promise<readonly string[]>;
}
