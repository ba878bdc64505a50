/** Which files of a project are not its people's own: what git ignores, what tools install, what builds leave behind. */
import ignore, { type Ignore } from "ignore";

/** One ignore file. */
export interface IgnoreFile {
  /** The folder that holds the file, relative to the project's top, with a trailing slash unless empty. */
  readonly base: string;
  readonly rules: Ignore;
  /** What a path has at least one of, in lower case, where a rule speaks of it; undefined where that cannot be said. */
  readonly words: readonly string[] | undefined;
}

/** Folders that tools fill, which nobody looks into. */
export const toolFolders: ReadonlySet<string> = new Set([
  "node_modules",
  ".git",
  ".hg",
  ".svn",
  "bower_components",
  ".yarn",
  ".pnpm-store",
]);

/** Folders that builds fill, by their usual names; also where no ignore file says so. */
const buildFolders: ReadonlySet<string> = new Set(["dist", "build", "out", "target", "coverage", "_site", ".next"]);

/** The rules of the ignore file in the folder `base`. */
export function ignoreFile(base: string, text: string): IgnoreFile {
  return { base, rules: ignore().add(text), words: wordsOf(text) };
}

/**
 * The longest piece of each pattern without wildcards. Most paths have none of them, which is told much faster than by
 * trying each pattern; a pattern with anything unusual in it is not judged by its looks.
 */
function wordsOf(text: string): readonly string[] | undefined {
  const words = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [, pattern] =
      /^!?([\w ./@*?+~=,:%$&()-]*[\w./@*?+~=,:%$&()-]) *$/.exec(line.replace(/\[[\w!^.-]+\]/g, "*")) ?? [];
    const pieces = pattern?.split(/[*?]+/).map((piece) => piece.replace(/^\/+|\/+$/g, "")) ?? [];
    const longest = pieces.toSorted((left, right) => right.length - left.length)[0] ?? "";
    if (longest === "") return undefined;
    words.add(longest.toLowerCase());
  }
  return [...words];
}

/** Whether git ignores `path` (a folder ends with a slash): the nearest file that speaks of it decides. */
export function isIgnored(path: string, files: readonly IgnoreFile[]): boolean {
  const lower = path.toLowerCase();
  for (const { base, rules, words } of files.toReversed()) {
    if (words?.some((word) => lower.includes(word, base.length)) === false) continue;
    const verdict = rules.test(path.slice(base.length));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

/** Whether a file lies where tools or builds put things; `path` is relative to the project's top. */
export function isMadeByTools(path: string): boolean {
  return path
    .split("/")
    .slice(0, -1)
    .some((folder) => toolFolders.has(folder) || buildFolders.has(folder));
}
