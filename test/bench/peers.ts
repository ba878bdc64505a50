/** What the program is compared with. The peers have a manifest of their own: some of them bring a `tsc` along. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "./measure.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const modules = join(folder, "node_modules");

/** Fetches the peers once, and again when their lock file has changed. */
export function installPeers(): void {
  const stamp = join(modules, ".installed");
  const lock = readFileSync(join(folder, "package-lock.json"), "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("npm could not fetch the peers: check the connection and run this again.");
  writeFileSync(stamp, lock);
}

/** Ours first; `kept` is a folder for what one run leaves to the next. Every one reads the TypeScript and JavaScript of the folder it is started in. */
export function commandsIn(root: string, kept: string): readonly Command[] {
  const node = process.execPath;
  const cli = join(root, "dist", "cli.cjs");
  const { rgPath }: { readonly rgPath: string } = createRequire(import.meta.url)("@vscode/ripgrep");
  const config = (name: string): string => join(folder, "configurations", name);
  const program = (...path: readonly string[]): string => join(modules, ...path);
  const endings = ["ts", "tsx", "js", "jsx", "mts", "cts", "mjs", "cjs"];
  const words = "status|code|NotFound|Forbidden|Unauthorized|HttpException|sendStatus|throw new|errno|reject";
  return [
    { name: "sites", program: node, words: [cli, "sites", "--format", "json"] },
    { name: "sites, recalled", program: node, words: [cli, "sites", "--format", "json", "--cache-location", kept] },
    { name: "check", program: node, words: [cli, "check", "--format", "json"] },
    { name: "oxlint, default", program: node, words: [program("oxlint", "bin", "oxlint"), "--silent"] },
    {
      name: "oxlint, one rule",
      program: node,
      words: [program("oxlint", "bin", "oxlint"), "--silent", "-A", "all", "-D", "no-debugger"],
    },
    { name: "biome, default", program: node, words: biome("lint", "--diagnostic-level=error") },
    { name: "biome, one rule", program: node, words: biome("lint", "--only=suspicious/noDebugger") },
    {
      name: "eslint, one rule",
      program: node,
      words: [
        program("eslint", "bin", "eslint.js"),
        "--no-config-lookup",
        "--config",
        config("eslint.config.mjs"),
        ".",
      ],
    },
    { name: "ripgrep, ten words", program: rgPath, words: [...endings.map((one) => `-g*.${one}`), "-e", words, "."] },
  ];

  function biome(...given: readonly string[]): readonly string[] {
    return [
      program("@biomejs", "biome", "bin", "biome"),
      ...given,
      `--config-path=${config("biome-peer.json")}`,
      "--max-diagnostics=1",
      ".",
    ];
  }
}
