import { pathBelow } from "../text/uri.ts";
import { DerivedCache } from "./derived-cache.ts";
import { type IgnoreFile, ignoreFile, isIgnored, isMadeByTools } from "./ignore-rules.ts";
import type { SourceView } from "./source-view.ts";

/** Tells, file by file, what a walk through the project would leave out. */
export class IgnoredFiles {
  readonly #boundaries = new Map<string, DerivedCache<IgnoreFile | undefined>>();

  /** Whether git ignores the file `uri`, or tools made it; `boundary` is the top of its project. */
  has(view: SourceView, uri: string, boundary: string): boolean {
    const path = pathBelow(boundary, uri);
    if (path === undefined || isMadeByTools(path)) return true;
    const files: IgnoreFile[] = [];
    for (const base of basesOf(path)) {
      const file = this.#below(boundary).get(view, `${boundary}/${base}.gitignore`);
      if (file !== undefined) files.push(file);
      const inner = path.indexOf("/", base.length);
      if (isIgnored(inner < 0 ? path : path.slice(0, inner + 1), files)) return true;
    }
    return false;
  }

  #below(boundary: string): DerivedCache<IgnoreFile | undefined> {
    const known = this.#boundaries.get(boundary);
    if (known !== undefined) return known;
    const made = new DerivedCache<IgnoreFile | undefined>((content, uri) =>
      content.kind === "text"
        ? ignoreFile((pathBelow(boundary, uri) ?? "").slice(0, -".gitignore".length), content.text)
        : undefined,
    );
    this.#boundaries.set(boundary, made);
    return made;
  }
}

/** The folders on the way to a path, the top first: "", `docs/`, `docs/api/`. */
function basesOf(path: string): readonly string[] {
  return ["", ...[...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1))];
}
