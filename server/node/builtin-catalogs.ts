import { readdirSync } from "node:fs";
import { join } from "node:path";
import { URI } from "vscode-uri";
import type { BuiltinCatalog } from "../core/index.ts";
import { preparedCatalogs } from "./prepared-catalogs.ts";

/** The catalogs in `folder`, which comes with the program: every YAML file is one, named by its id. */
export function builtinCatalogsIn(folder: string): readonly BuiltinCatalog[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => {
      const id = name.slice(0, -".yaml".length);
      return { id, uri: URI.file(join(folder, name)).toString(), prepared: preparedCatalogs.get(id) };
    });
}
