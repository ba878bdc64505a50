/** The files below a folder that a person would call theirs: what git ignores and what tools install is left out. */
import type { Dirent } from "node:fs";
import { join, relative, sep } from "node:path";
import { type IgnoreFile, ignoreFile, isIgnored, toolFolders } from "../core/index.ts";
import { listFolder } from "./folder-listings.ts";
import { readFile } from "./node-file-system.ts";

export interface WalkOptions {
  readonly folder: string;
  /** The folder at or above `folder` from which ignore files count. */
  readonly boundary: string;
  readonly accepts: (name: string) => boolean;
  /** The entries of a folder, where they are kept. */
  readonly list?: (path: string) => readonly Dirent[];
}

/** Absolute paths of the accepted files, in a stable order. Links are not followed. */
export function* walkFiles(options: WalkOptions): Generator<string> {
  const segments = relative(options.boundary, options.folder)
    .split(sep)
    .filter((segment) => segment !== "");
  let base = "";
  let rules: readonly IgnoreFile[] = [];
  for (const segment of segments) {
    rules = withIgnoreFile(options.boundary, base, rules);
    base += `${segment}/`;
  }
  yield* walk(options, base, rules);
}

function* walk(options: WalkOptions, base: string, inherited: readonly IgnoreFile[]): Generator<string> {
  const entries = (options.list ?? listFolder)(join(options.boundary, base, "."));
  const hasRules = entries.some(({ name }) => name === ".gitignore");
  const rules = hasRules ? withIgnoreFile(options.boundary, base, inherited) : inherited;
  for (const entry of entries) {
    const path = base + entry.name;
    if (entry.isDirectory()) {
      if (!toolFolders.has(entry.name) && !isIgnored(`${path}/`, rules)) yield* walk(options, `${path}/`, rules);
    } else if (entry.isFile() && options.accepts(entry.name) && !isIgnored(path, rules)) {
      yield join(options.boundary, path);
    }
  }
}

function withIgnoreFile(boundary: string, base: string, inherited: readonly IgnoreFile[]): readonly IgnoreFile[] {
  const content = readFile(join(boundary, base, ".gitignore"));
  return content.kind === "text" ? [...inherited, ignoreFile(base, content.text)] : inherited;
}
