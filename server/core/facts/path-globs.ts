import picomatch from "picomatch/posix.js";
import { parentUri, pathBelow } from "../text/uri.ts";

/**
 * Whether `uri` is among the files that `globs` of the configuration at `configurationUri` name. Globs are relative to
 * the configuration's folder; a folder's name means all below it, a pattern without a slash fits in every folder, and
 * `!` takes files out again. Files outside the folder never match.
 */
export function matchesGlobs(configurationUri: string, globs: readonly string[], uri: string): boolean {
  const path = pathBelow(parentUri(configurationUri), uri);
  if (path === undefined) return false;
  let matched = false;
  for (const glob of globs) {
    const excludes = glob.startsWith("!");
    if (excludes !== matched) continue;
    if (fits(excludes ? glob.slice(1) : glob, path)) matched = !excludes;
  }
  return matched;
}

function fits(glob: string, path: string): boolean {
  const plain = glob.replace(/^\.?\//, "").replace(/\/+$/, "");
  if (plain === "" || plain === ".") return true;
  const pattern = plain.includes("/") ? plain : `**/${plain}`;
  return picomatch([pattern, `${pattern}/**`], { dot: true })(path);
}
