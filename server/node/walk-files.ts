/** The files below a folder that a person would call theirs: what git ignores and what tools install is left out. */
import type { Dirent } from "node:fs";
import { join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { listFolder } from "./folder-listings.ts";
import { readFile } from "./node-file-system.ts";

const neverEntered: ReadonlySet<string> = new Set([
  "node_modules",
  ".git",
  ".hg",
  ".svn",
  "bower_components",
  ".yarn",
  ".pnpm-store",
]);

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

interface IgnoreFile {
  /** The folder that holds the file, relative to the boundary, with a trailing slash unless empty. */
  readonly base: string;
  readonly rules: Ignore;
}

function* walk(options: WalkOptions, base: string, inherited: readonly IgnoreFile[]): Generator<string> {
  const entries = (options.list ?? listFolder)(join(options.boundary, base, "."));
  const hasRules = entries.some(({ name }) => name === ".gitignore");
  const rules = hasRules ? withIgnoreFile(options.boundary, base, inherited) : inherited;
  for (const entry of entries) {
    const path = base + entry.name;
    if (entry.isDirectory()) {
      if (!neverEntered.has(entry.name) && !isIgnored(`${path}/`, rules)) yield* walk(options, `${path}/`, rules);
    } else if (entry.isFile() && options.accepts(entry.name) && !isIgnored(path, rules)) {
      yield join(options.boundary, path);
    }
  }
}

function withIgnoreFile(boundary: string, base: string, inherited: readonly IgnoreFile[]): readonly IgnoreFile[] {
  const content = readFile(join(boundary, base, ".gitignore"));
  return content.kind === "text" ? [...inherited, { base, rules: ignore().add(content.text) }] : inherited;
}

/** The nearest file that speaks of `path` decides, as in git. */
function isIgnored(path: string, files: readonly IgnoreFile[]): boolean {
  for (let index = files.length - 1; index >= 0; index -= 1) {
    const file = files[index];
    if (!file) continue;
    const verdict = file.rules.test(path.slice(file.base.length));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
