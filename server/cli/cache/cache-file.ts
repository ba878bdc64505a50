/** The file in which one run leaves for the next what it found out, and of what. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { digest, type FileState } from "./file-states.ts";

/** What a result was made of: a file, a folder (a slash at its end), or several of these, by their places in the list. */
export type Source =
  | readonly [uri: string, state: FileState]
  | readonly [folder: string, entries: string]
  | readonly number[];

/** What was found out of one file, and the places of what it was made of. */
export interface KeptEntry<Result> {
  readonly uri: string;
  readonly sources: readonly number[];
  readonly result: Result;
}

export interface CacheContent<Result> {
  readonly sources: readonly Source[];
  readonly entries: readonly KeptEntry<Result>[];
}

/**
 * The content of the cache at `path` that was written under the same `key`; undefined where there is none, where another
 * program or other options wrote it, and where it is not as it was written.
 */
export function readCache<Result>(path: string, key: string): CacheContent<Result> | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
  const head = text.indexOf("\n");
  if (head < 0 || text.slice(0, head) !== headOf(key, text.slice(head + 1))) return undefined;
  // Nobody but this program wrote it, as its first line shows.
  return JSON.parse(text.slice(head + 1)) as CacheContent<Result>;
}

/** Writes a cache in one step; throws what the file system throws. */
export function writeCache<Result>(path: string, key: string, content: CacheContent<Result>): void {
  const text = JSON.stringify(content);
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, `${headOf(key, text)}\n${text}`);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function headOf(key: string, text: string): string {
  return `${digest(key)} ${digest(text)}`;
}
