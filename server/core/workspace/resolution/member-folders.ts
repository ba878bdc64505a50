import picomatch from "picomatch/posix.js";
import { baseName, pathBelow, resolveUri } from "../../text/uri.ts";
import type { SourceView } from "../source-view.ts";
import { isInside } from "./project-files.ts";

/** Folders that are looked at for the globs of one workspace: far more than any has, and an end for what has no end. */
const maximumFolders = 5000;

/**
 * The folders that the globs of a workspace name, in a stable order. Globs with wildcards name nothing where folders
 * cannot be listed. Hidden folders and installed packages are never entered.
 */
export function memberFolders(
  view: SourceView,
  root: string,
  globs: readonly string[],
  boundary: string,
): readonly string[] {
  const found = new Set<string>();
  let looked = 0;

  function collect(folder: string, segments: readonly string[]): void {
    const [segment, ...rest] = segments;
    looked += 1;
    if (looked > maximumFolders || !isInside(boundary, folder)) return;
    if (segment === undefined) found.add(folder);
    else if (segment === "**") {
      collect(folder, rest);
      for (const child of childrenOf(folder)) collect(child, segments);
    } else if (/[*?[\]{}()!+@]/.test(segment)) {
      const matches = picomatch(segment);
      for (const child of childrenOf(folder)) if (matches(baseName(child))) collect(child, rest);
    } else collect(resolveUri(folder, `./${segment}`), rest);
  }

  function childrenOf(folder: string): readonly string[] {
    const children = view.entriesIn(folder)?.folders ?? [];
    return children.filter((child) => !/\/(?:\.[^/]*|node_modules|bower_components)$/.test(child));
  }

  for (const glob of globs) if (!glob.startsWith("!")) collect(root, segmentsOf(glob));
  const excluded = globs.filter((glob) => glob.startsWith("!")).map((glob) => segmentsOf(glob.slice(1)).join("/"));
  if (excluded.length === 0) return [...found];
  const isExcluded = picomatch(excluded);
  return [...found].filter((folder) => !isExcluded(pathBelow(root, folder) ?? ""));
}

function segmentsOf(glob: string): readonly string[] {
  return glob.split("/").filter((segment) => segment !== "" && segment !== ".");
}
