import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { runCheck } from "../../server/cli/commands/check.ts";
import { runSites } from "../../server/cli/commands/sites.ts";
import { createRun, shownUri } from "../../server/cli/run.ts";

const catalogsFolder = fileURLToPath(new URL("../../catalogs", import.meta.url));

export interface MemoryRunOptions {
  readonly paths?: readonly string[];
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly config?: string;
  readonly build?: string;
  readonly updatesBaseline?: boolean;
  /** Set where files changed only just now; otherwise the run takes place an hour later. */
  readonly isNow?: boolean;
}

/** What a run of a command said, and what it had to do for that. */
export interface MemoryRun {
  readonly output: string;
  /** The files that were analysed, in the order of their names. */
  readonly analysed: readonly string[];
  /** How many files the workspace asked the disk for. */
  readonly reads: number;
  /** How many files were read to see whether they still hold what they held. */
  readonly compared: number;
}

/** Runs a command on `folder` in this process. */
export async function memoryRun(
  folder: string,
  command: "check" | "sites",
  options: MemoryRunOptions,
): Promise<MemoryRun> {
  const { paths = [], build = "this", updatesBaseline = false, isNow = false } = options;
  const started = Date.now() + (isNow ? 0 : 3_600_000);
  const output = new PassThrough();
  // Enough of a terminal for the little that is said there.
  const notices = Object.assign(new PassThrough(), { isTTY: false }) as unknown as NodeJS.WriteStream;
  const run = createRun({
    options: { format: "json", ...options },
    catalogsFolder,
    folder,
    output,
    notices,
    build,
    started,
  });
  const analysed = new Set<string>();
  const analyse = run.workspace.analyse.bind(run.workspace);
  run.workspace.analyse = (uri) => {
    analysed.add(shownUri(run, uri));
    return analyse(uri);
  };
  if (command === "sites") await runSites(run, paths);
  else await runCheck(run, paths, { failOn: "hint", updatesBaseline, fixes: "leave" });
  output.end();
  return {
    output: await text(output),
    analysed: [...analysed].sort(),
    reads: run.workspace.work.reads,
    compared: run.cache?.states.compared ?? 0,
  };
}
