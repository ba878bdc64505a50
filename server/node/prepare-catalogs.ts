import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { prepareCatalog, readCatalog } from "../core/index.ts";

/** Reads every catalog in `folder` for a bundle. Throws on one that is not sound: such a product is not built. */
export function prepareCatalogs(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return new Map(
    names.sort().map((name) => {
      const { catalog, problems } = readCatalog(readFileSync(join(folder, name), "utf8"), {
        uri: `builtin:${name}`,
        format: "yaml",
      });
      const [problem] = problems;
      if (!catalog || problem) throw new Error(`${name} cannot be built in: ${problem?.message ?? "no catalog"}`);
      return [name.slice(0, -".yaml".length), prepareCatalog(catalog)];
    }),
  );
}
