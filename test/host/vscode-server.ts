import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { HostPaths } from "./host-paths.ts";
import { type ProcessGroup, spawnGroup } from "./processes.ts";

/** What the server is started with; only what differs from the defaults has to be named. */
export type ServerOptions = {
  readonly host?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Who opens the workbench has to know this; without it everyone on the machine may. */
  readonly token?: string;
  /** Packaged extensions (`.vsix`) to install before the start. */
  readonly extensions?: readonly string[];
  /** User settings, over the ones that keep VS Code quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Opens every folder as trusted, as `--disable-workspace-trust` does on a desktop. */
  readonly trusted?: boolean;
  /**
   * Makes the page take a payload, such as the test module to run. Such a page shows no notifications, so it is not
   * for people.
   */
  readonly testDriver?: boolean;
  /** Added to the environment of the server, and so of the extensions. */
  readonly environment?: NodeJS.ProcessEnv;
};

/** A running VS Code server. */
export type VSCodeServer = {
  readonly host: string;
  readonly port: number;
  readonly token: string | undefined;
  /** Everything that the server has written to its standard output and error so far. */
  readonly log: () => string;
  /** Settles when the server ends by itself. */
  readonly ended: Promise<unknown>;
  /** Ends the server and all its children and removes its temporary folders. */
  readonly stop: () => Promise<void>;
};

const startTimeout = 60_000;

const removal = { recursive: true, force: true, maxRetries: 5 } as const;

/** Settings under which nothing pops up and nothing is fetched. */
const quietSettings: Readonly<Record<string, unknown>> = {
  "chat.disableAIFeatures": true,
  "editor.minimap.enabled": false,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  // As on a desktop; in a browser VS Code saves by itself, and does not show which files are changed.
  "files.autoSave": "off",
  "git.enabled": false,
  "npm.fetchOnlinePackageInfo": false,
  "telemetry.telemetryLevel": "off",
  "typescript.disableAutomaticTypeAcquisition": true,
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.settings.enableNaturalLanguageSearch": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
};

/**
 * Starts VS Code's server with user data and extensions of its own in temporary folders, and returns once it answers.
 * Throws with the end of the server's log when it does not come up.
 */
export async function startVSCodeServer(paths: HostPaths, options: ServerOptions = {}): Promise<VSCodeServer> {
  const data = await mkdtemp(join(tmpdir(), "error-code-insight-host-"));
  const removeAtExit = () => rmSync(data, removal);
  process.once("exit", removeAtExit);
  const removeData = async () => {
    await rm(data, removal);
    process.removeListener("exit", removeAtExit);
  };
  try {
    await writeSettings(data, options.settings ?? {});
    for (const file of options.extensions ?? []) await installExtension(paths, data, file);
    return await startServer(paths, data, options, removeData);
  } catch (error) {
    await removeData();
    throw error;
  }
}

async function startServer(
  paths: HostPaths,
  data: string,
  options: ServerOptions,
  removeData: () => Promise<void>,
): Promise<VSCodeServer> {
  const host = options.host ?? "127.0.0.1";
  const access = options.token === undefined ? ["--without-connection-token"] : ["--connection-token", options.token];
  const trust = options.trusted === true ? ["--disable-workspace-trust"] : [];
  const driver = options.testDriver === true ? ["--enable-smoke-test-driver"] : [];
  const group = spawnServer(
    paths,
    data,
    ["--host", host, "--port", String(options.port ?? 0), ...access, ...trust, ...driver],
    options.environment,
  );
  const log = collectOutput(group);
  const stop = async () => {
    await group.stop();
    await removeData();
  };
  try {
    const port = await waitForPort(group, log);
    await waitForAnswer(group, log, `http://${reachable(host)}:${port}/version`);
    return { host: reachable(host), port, token: options.token, log, ended: group.ended, stop };
  } catch (error) {
    await group.stop();
    throw error;
  }
}

async function installExtension(paths: HostPaths, data: string, file: string): Promise<void> {
  const group = spawnServer(paths, data, ["--install-extension", file, "--force"]);
  const log = collectOutput(group);
  const code = await group.ended;
  await group.stop();
  if (code !== 0 || !/successfully installed/i.test(log())) {
    throw new Error(`VS Code could not install ${file} (exit code ${code}).\n${lastLines(log())}`);
  }
}

function spawnServer(
  paths: HostPaths,
  data: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): ProcessGroup {
  const common = [
    "--accept-server-license-terms",
    "--telemetry-level",
    "off",
    "--disable-update-check",
    "--server-data-dir",
    data,
    "--extensions-dir",
    join(data, "extensions"),
  ];
  const main = join(paths.vscode, "out", "server-main.js");
  return spawnGroup(process.execPath, [main, ...args, ...common], {
    cwd: data,
    // Without a gallery nothing is looked up or updated over the network.
    env: { ...process.env, EXTENSIONS_GALLERY: "{}", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function writeSettings(data: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  const folder = join(data, "data", "User");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "settings.json"), JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
}

function collectOutput(group: ProcessGroup): () => string {
  const chunks: string[] = [];
  const collect = (chunk: Buffer) => chunks.push(chunk.toString("utf8"));
  group.child.stdout?.on("data", collect);
  group.child.stderr?.on("data", collect);
  return () => chunks.join("");
}

async function waitForPort(group: ProcessGroup, log: () => string): Promise<number> {
  return until(group, log, "say which port it took", async () => {
    const match = /Extension host agent listening on (\d+)/.exec(log());
    return match?.[1] === undefined ? undefined : Number(match[1]);
  });
}

async function waitForAnswer(group: ProcessGroup, log: () => string, address: string): Promise<void> {
  await until(group, log, `answer at ${address}`, async () => {
    const answer = await fetch(address).catch(() => undefined);
    return answer?.ok === true ? true : undefined;
  });
}

async function until<T>(
  group: ProcessGroup,
  log: () => string,
  what: string,
  probe: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + startTimeout;
  while (Date.now() < deadline) {
    const found = await probe();
    if (found !== undefined) return found;
    if (group.child.exitCode !== null || group.child.signalCode !== null || group.child.pid === undefined) break;
    await pause(25);
  }
  throw new Error(`VS Code's server did not ${what}. The end of its log:\n${lastLines(log())}`);
}

function lastLines(text: string): string {
  return text.trimEnd().split("\n").slice(-20).join("\n");
}

function reachable(host: string): string {
  return host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
}
