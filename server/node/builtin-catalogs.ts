import { readdirSync } from "node:fs";
import { join } from "node:path";
import { URI } from "vscode-uri";
import type { BuiltinCatalog } from "../core/index.ts";

/** The catalogs in `folder`, which comes with the program: every YAML file is one, named by its id. */
export function builtinCatalogsIn(folder: string): readonly BuiltinCatalog[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => ({ id: name.slice(0, -".yaml".length), uri: URI.file(join(folder, name)).toString() }));
}
