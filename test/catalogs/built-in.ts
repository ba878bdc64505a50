/** The built-in catalogs as the real reader reads them, and the pages that five of them were made from. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Catalog } from "../../server/core/catalog/model.ts";
import { readCatalog } from "../../server/core/catalog/read-catalog.ts";

const repository = resolve(import.meta.dirname, "../..");
const catalogFolder = join(repository, "catalogs");
/** The pages lie beside the checkout where they are at hand; they are no part of the project. */
const pageFolder = resolve(repository, "../shared/seeds");

/** The ids of all built-in catalogs, from the names of their files. */
export function builtInIds(): readonly string[] {
  return readdirSync(catalogFolder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => basename(name, ".yaml"))
    .sort();
}

/** One built-in catalog; throws where its file gives none. */
export function builtIn(id: string): Catalog {
  const text = readFileSync(join(catalogFolder, `${id}.yaml`), "utf8");
  const { catalog } = readCatalog(text, { uri: `builtin:${id}`, format: "yaml" });
  if (catalog === undefined) throw new Error(`${id}.yaml is no catalog`);
  return catalog;
}

/** The page that a catalog was made from, undefined where it is not at hand or there is none. */
export function pageOf(id: string): string | undefined {
  const path = [".md", ".txt"]
    .map((ending) => join(pageFolder, id + ending))
    .find((candidate) => existsSync(candidate));
  return path === undefined ? undefined : readFileSync(path, "utf8");
}

/** Where the golden file of a catalog lies. */
export function goldenPath(id: string): string {
  return join(repository, "test/fixtures/catalogs", `${id}.golden`);
}

/** Runs of white space and line breaks as one space. */
export function folded(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
