import { runToEnd } from "./processes.ts";

/**
 * Runs npm in a folder, without package scripts and with its output on standard error.
 * Throws with the command and what to try when npm fails.
 */
export async function runNpm(args: readonly string[], folder: string): Promise<void> {
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--no-update-notifier"];
  await runNpmScript([...args, ...quiet], folder);
}

/** Runs any npm command in a folder with its output on standard error; throws when it fails. */
export async function runNpmScript(args: readonly string[], folder: string): Promise<void> {
  const { command, before, shell } = npmCommand();
  const code = await runToEnd(command, [...before, ...args], { cwd: folder, env: cleanEnvironment(), shell });
  if (code === 0) return;
  throw new Error(
    `npm ${args.join(" ")} failed with exit code ${code} in ${folder}. ` +
      "If npm could not reach its registry, check the connection or npm's proxy settings and run this again.",
  );
}

function npmCommand(): { readonly command: string; readonly before: readonly string[]; readonly shell: boolean } {
  // npm names its own program to the scripts that it runs: the same npm then serves both.
  const npmProgram = process.env.npm_execpath;
  if (npmProgram?.endsWith(".js")) return { command: process.execPath, before: [npmProgram], shell: false };
  // On Windows npm is a batch file, which only a shell can start.
  return { command: "npm", before: [], shell: process.platform === "win32" };
}

/** The environment without what an outer `npm run` says about its own package. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const outer = /^npm_(package|lifecycle|command|node_execpath|config_local_prefix|config_global_prefix)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name)));
}
