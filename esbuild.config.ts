/** Bundles the client, the language server and the command line into `dist`. `--watch` goes on, `--minify` is for packages. */
import { rmSync } from "node:fs";
import { type BuildOptions, build, context } from "esbuild";

const minify = process.argv.includes("--minify");

const common: BuildOptions = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  // The module entries first: the UMD entry of jsonc-parser does not survive bundling.
  mainFields: ["module", "main"],
  minify,
  sourcemap: minify ? false : "linked",
  legalComments: "none",
  logLevel: "warning",
};

const bundles: readonly BuildOptions[] = [
  { ...common, entryPoints: ["client/extension.ts"], outfile: "dist/client.cjs", external: ["vscode"] },
  { ...common, entryPoints: ["server/node/main.ts"], outfile: "dist/server.cjs" },
  { ...common, entryPoints: ["server/cli/main.ts"], outfile: "dist/cli.cjs", banner: { js: "#!/usr/bin/env node" } },
];

rmSync("dist", { recursive: true, force: true });
if (process.argv.includes("--watch")) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  await Promise.all(bundles.map((options) => build(options)));
}
