import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { withFolderLock } from "./folder-lock.ts";
import { outputRoot, projectRoot } from "./host-paths.ts";
import { runNpmScript } from "./npm.ts";

/** What goes into the package; when one of these is newer than the package, it is made anew. */
const sources = ["package.json", "esbuild.config.ts", ".vscodeignore", "client", "server", "catalogs", "docs"] as const;

/**
 * Returns the path of the packaged extension, made anew with `npm run package` unless it is newer than all its sources.
 * `ERROR_CODE_INSIGHT_VSIX` names another one, for example one that was downloaded.
 */
export async function packagedExtension(): Promise<string> {
  const chosen = process.env.ERROR_CODE_INSIGHT_VSIX;
  if (chosen !== undefined && chosen !== "") return chosen;
  await mkdir(outputRoot, { recursive: true });
  // Several test files ask for the package at the same time; one of them makes it.
  await withFolderLock(
    join(outputRoot, ".packaging"),
    () => undefined,
    async () => {
      if ((await freshPackage()) === undefined) await runNpmScript(["run", "--silent", "package"], projectRoot);
    },
  );
  const made = await newestPackage();
  if (made === undefined) throw new Error(`npm run package left no .vsix file in ${projectRoot}`);
  return made.path;
}

async function freshPackage(): Promise<Dated | undefined> {
  const [made, source] = await Promise.all([newestPackage(), newestSource()]);
  return made !== undefined && made.time > source ? made : undefined;
}

type Dated = { readonly path: string; readonly time: number };

async function newestPackage(): Promise<Dated | undefined> {
  const names = (await readdir(projectRoot)).filter((name) => name.endsWith(".vsix"));
  const dated = await Promise.all(names.map((name) => dateOf(join(projectRoot, name))));
  return dated.toSorted((left, right) => right.time - left.time)[0];
}

async function newestSource(): Promise<number> {
  const files = await Promise.all(sources.map((name) => filesUnder(join(projectRoot, name))));
  const dated = await Promise.all(files.flat().map(dateOf));
  return Math.max(0, ...dated.map((file) => file.time));
}

async function filesUnder(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function dateOf(path: string): Promise<Dated> {
  return { path, time: (await stat(path)).mtimeMs };
}
