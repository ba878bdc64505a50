import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import type { HostPaths } from "./host-paths.ts";

/** A browser that can be started: its program and the environment that it needs. */
export type BrowserBinary = {
  readonly executable: string;
  readonly environment: NodeJS.ProcessEnv;
};

/** Whether npm carries a browser for this machine; elsewhere an installed Chrome, Edge or Chromium is used. */
export const isBrowserInNpm: boolean = process.platform === "linux" && process.arch === "x64";

/**
 * Unpacks the browser of the npm package into the host's own folder. (The package itself would unpack into the
 * temporary folder of the machine, where a half-written or foreign file of the same name is taken for the browser.)
 * Does nothing where npm carries no browser.
 */
export async function unpackBrowser(paths: HostPaths): Promise<void> {
  if (!isBrowserInNpm) return;
  await mkdir(paths.browser, { recursive: true });
  const packages = createRequire(join(paths.root, "package.json"));
  const main = packages.resolve("@sparticuz/chromium");
  const archives = join(main, "..", "..", "bin");
  const script = [
    `const { inflate } = await import(${JSON.stringify(main)});`,
    `for (const name of ["chromium.br", "fonts.tar.br", "al2023.tar.br"])`,
    `  await inflate(${JSON.stringify(archives)} + "/" + name);`,
  ].join("\n");
  // A process of its own, because the package unpacks into whatever the process's temporary folder is.
  const run = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    env: { ...process.env, TMPDIR: paths.browser },
    stdio: ["ignore", 2, 2],
  });
  await writeFile(join(paths.browser, "fonts.conf"), fontConfiguration(paths));
  if (run.status !== 0) throw new Error(`The browser could not be unpacked into ${paths.browser}.`);
}

/**
 * Returns the browser to drive: the one that `ERROR_CODE_INSIGHT_BROWSER` names, else the npm-borne one, else one that
 * is installed on the machine. Throws with what is missing when there is none.
 */
export function findBrowser(paths: HostPaths): BrowserBinary {
  const chosen = process.env.ERROR_CODE_INSIGHT_BROWSER;
  if (chosen !== undefined && chosen !== "") return { executable: chosen, environment: process.env };
  if (isBrowserInNpm) return npmBrowser(paths);
  const installed = installedBrowsers().find((path) => existsSync(path));
  if (installed !== undefined) return { executable: installed, environment: process.env };
  throw new Error(
    `npm carries a browser for Linux on x64 only, this is ${process.platform} on ${process.arch}, and neither Chrome, ` +
      "Edge nor Chromium was found in its usual place. Install one of them, or name a program in " +
      "ERROR_CODE_INSIGHT_BROWSER.",
  );
}

function npmBrowser(paths: HostPaths): BrowserBinary {
  const executable = join(paths.browser, "chromium");
  const environment = { ...process.env, ...fontEnvironment(paths) };
  if (starts(executable, environment)) return { executable, environment };
  // A bare container lacks the NSS libraries; the package brings them.
  const libraries = join(paths.browser, "al2023", "lib");
  const withLibraries = {
    ...environment,
    LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter((part) => part).join(delimiter),
  };
  if (starts(executable, withLibraries)) return { executable, environment: withLibraries };
  throw new Error(`The browser from npm does not start on this machine; "${executable} --version" says why.`);
}

/** A bare container has no fonts: then the browser shows text in those that come with it. */
function fontEnvironment(paths: HostPaths): NodeJS.ProcessEnv {
  if (existsSync("/etc/fonts/fonts.conf")) return {};
  return { FONTCONFIG_FILE: join(paths.browser, "fonts.conf") };
}

function fontConfiguration(paths: HostPaths): string {
  const folders = [join(paths.browser, "fonts"), "/usr/share/fonts"].map((folder) => `<dir>${folder}</dir>`);
  const cache = `<cachedir>${join(paths.browser, "font-cache")}</cachedir>`;
  return `<?xml version="1.0"?>\n<fontconfig>${folders.join("")}${cache}</fontconfig>\n`;
}

function starts(executable: string, environment: NodeJS.ProcessEnv): boolean {
  return spawnSync(executable, ["--version"], { env: environment, stdio: "ignore" }).status === 0;
}

function installedBrowsers(): readonly string[] {
  const programs = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((name) => process.env[name] ?? []);
  const windows = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];
  const mac = ["Google Chrome", "Microsoft Edge", "Chromium"];
  const linux = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge"];
  return [
    ...programs.flatMap((folder) => windows.map((path) => join(folder, path))),
    ...mac.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    ...linux.flatMap((name) => ["/usr/bin", "/usr/local/bin", "/snap/bin"].map((folder) => join(folder, name))),
  ];
}
