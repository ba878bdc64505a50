/** A workspace over files in memory, with the built-in catalogs from disk: what most tests of the whole flow use. */
import { fileURLToPath } from "node:url";
import {
  type BuiltinCatalog,
  type FileContent,
  type FileSystem,
  type FolderEntries,
  Workspace,
} from "../../server/core/index.ts";
import { builtinCatalogsIn } from "../../server/node/builtin-catalogs.ts";
import { NodeFileSystem } from "../../server/node/node-file-system.ts";
import { prepareCatalogs } from "../../server/node/prepare-catalogs.ts";

export const workspaceUri = "file:///workspace";

const catalogs = fileURLToPath(new URL("../../catalogs", import.meta.url));
const prepared = prepareCatalogs(catalogs);

/** The built-in catalogs of this checkout, read once for all workspaces, as in the bundles. */
export const builtins: readonly BuiltinCatalog[] = builtinCatalogsIn(catalogs).map((builtin) => ({
  ...builtin,
  prepared: prepared.get(builtin.id),
}));

/** Files by path below the workspace; changing the map changes the disk. Built-in catalogs are read from the checkout. */
export class MemoryFileSystem implements FileSystem {
  readonly files: Map<string, string>;
  /** What was asked for so far, in order; folders with a slash at the end. */
  readonly asked: string[] = [];
  /** Whether folders can be listed, as they cannot in virtual workspaces. */
  listsFolders = true;
  readonly #disk = new NodeFileSystem();

  constructor(files: Readonly<Record<string, string>>) {
    this.files = new Map(Object.entries(files).map(([path, text]) => [uriOf(path), text]));
  }

  read(uri: string): Promise<FileContent> {
    if (builtins.some((builtin) => builtin.uri === uri)) return this.#disk.read(uri);
    const text = this.files.get(uri);
    this.asked.push(uri);
    return Promise.resolve(text === undefined ? { kind: "absent" } : { kind: "text", text });
  }

  entriesIn(uri: string): FolderEntries | undefined {
    if (!this.listsFolders) return undefined;
    this.asked.push(`${uri}/`);
    const below = [...this.files.keys()].filter((file) => file.startsWith(`${uri}/`));
    const first = (file: string): string => file.slice(uri.length + 1).split("/")[0] ?? "";
    const isDeeper = (file: string): boolean => file.slice(uri.length + 1).includes("/");
    return {
      folders: [...new Set(below.filter(isDeeper).map((file) => `${uri}/${first(file)}`))].sort(),
      files: below.filter((file) => !isDeeper(file)).sort(),
    };
  }
}

export function uriOf(path: string): string {
  return `${workspaceUri}/${path}`;
}

export interface MemoryWorkspace {
  readonly workspace: Workspace;
  readonly disk: MemoryFileSystem;
}

export function memoryWorkspace(files: Readonly<Record<string, string>>): MemoryWorkspace {
  const disk = new MemoryFileSystem(files);
  const workspace = new Workspace({
    fileSystem: disk,
    builtins,
    roots: [{ uri: workspaceUri, boundary: workspaceUri }],
  });
  return { workspace, disk };
}
