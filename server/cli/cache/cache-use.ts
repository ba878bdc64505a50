/** Whether and where a run keeps what it finds out. */
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { FolderListings } from "../../node/folder-listings.ts";
import { printable } from "../printable.ts";
import type { CommonOptions, Run } from "../run.ts";
import { type Disk, digest, FileStates } from "./file-states.ts";
import { KeptResults } from "./kept-results.ts";

/** How a run keeps its results. */
export interface CacheUse {
  /** The folder in which results lie between runs. */
  readonly folder: string;
  /** Everything besides files that results depend on. */
  readonly key: string;
  /** The disk, as long as it is looked at. */
  readonly states: FileStates;
}

interface CacheInput {
  readonly options: CommonOptions;
  readonly folder: string;
  readonly boundary: string;
  readonly configuration: string | undefined;
  readonly build: string;
  readonly started: number;
  readonly disk: Disk;
  readonly listings: FolderListings;
}

/** How results are kept under the options of a run; undefined where nobody asked for it. */
export function cacheUse(input: CacheInput): CacheUse | undefined {
  const { options, folder, boundary, configuration, build, started, disk, listings } = input;
  if (options.cache !== true && options.cacheLocation === undefined) return undefined;
  return {
    folder:
      options.cacheLocation === undefined ? usualFolder(folder, boundary) : resolve(folder, options.cacheLocation),
    key: JSON.stringify([build, folder, boundary, configuration, options.baseline !== false]),
    states: new FileStates(disk, listings, started),
  };
}

/** Beside the packages that a project installs, where git looks past it; else in the person's own folder for such things. */
function usualFolder(folder: string, boundary: string): string {
  const packages = [folder, boundary].map((above) => join(above, "node_modules")).find((path) => existsSync(path));
  if (packages !== undefined) return join(packages, ".cache", "error-code-insight");
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  return join(XDG_CACHE_HOME ?? LOCALAPPDATA ?? join(homedir(), ".cache"), "error-code-insight", digestOfPath(folder));
}

function digestOfPath(folder: string): string {
  return digest(folder).replace(/[^\w-]/g, "-");
}

/** The results that runs of `command` have kept, to be recalled and added to; undefined where nobody asked for it. */
export function keptResults<Result>(run: Run, command: string): KeptResults<Result> | undefined {
  if (run.cache === undefined) return undefined;
  const { folder, key, states } = run.cache;
  return new KeptResults<Result>({
    // An ending that no walk through files picks up.
    path: join(folder, `${command}.cache`),
    key: `${command} ${key}`,
    states,
    workspace: run.workspace,
    tell: (reason) => run.notices.write(`error-code-insight: nothing is kept for the next run: ${printable(reason)}\n`),
  });
}
