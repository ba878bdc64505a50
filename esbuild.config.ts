/** Bundles the client, the language server and the command line into `dist`. `--watch` goes on, `--minify` is for packages. */
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, context, type Plugin } from "esbuild";
import { prepareCatalogs } from "./server/node/prepare-catalogs.ts";

const minify = process.argv.includes("--minify");

/** Puts the built-in catalogs into the bundles, read already. */
const catalogs: Plugin = {
  name: "prepared-catalogs",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server[\\/]node[\\/]prepared-catalogs\.ts$/ }, () => {
      const folder = fileURLToPath(new URL("catalogs", import.meta.url));
      const contents = `export const preparedCatalogs = new Map(${JSON.stringify([...prepareCatalogs(folder)])});`;
      return { contents, loader: "js", watchDirs: [folder] };
    });
  },
};

const common: BuildOptions = {
  bundle: true,
  plugins: [catalogs],
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
