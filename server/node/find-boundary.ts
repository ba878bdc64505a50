import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Where the search upwards for a configuration ends: the folder of the version-controlled project that holds `folder`,
 * or `folder` itself when there is none.
 */
export function findBoundary(folder: string): string {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, ".git"))) return current;
    if (dirname(current) === current) return folder;
  }
}
