import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The version in the package.json of `folder`. */
export function readPackageVersion(folder: string): string {
  // Our own file; anything else than what we put there is a broken installation.
  const manifest: { readonly version?: unknown } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return String(manifest.version);
}
