import { spawnSync } from "node:child_process";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";

/** Where desktop builds are downloaded from: asked first, because a download that cannot work takes minutes to fail. */
const releases = "https://update.code.visualstudio.com/api/releases/stable";

/**
 * Returns the program of a desktop VS Code to run tests with, if one was asked for: `VSCODE_EXECUTABLE` names one, and
 * `VSCODE_DOWNLOAD=1` fetches the current one. Returns undefined when neither is set, or when nothing can be fetched.
 */
export async function desktopTestExecutable(): Promise<string | undefined> {
  const chosen = process.env.VSCODE_EXECUTABLE;
  if (chosen !== undefined && chosen !== "") return chosen;
  if (process.env.VSCODE_DOWNLOAD !== "1") return undefined;
  const answer = await fetch(releases, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined);
  if (answer?.ok === true) return downloadAndUnzipVSCode();
  process.stderr.write("No desktop VS Code can be downloaded here; the one from npm is used.\n");
  return undefined;
}

/**
 * Returns the `code` command of a desktop VS Code that can open a window here, or undefined: without a display, or
 * inside a VS Code terminal on another machine, the command is there but opens no extension from its folder.
 */
export function desktopCommand(): string | undefined {
  if (!hasDisplay() || process.env.VSCODE_IPC_HOOK_CLI !== undefined) return undefined;
  const version = spawnSync("code", ["--version"], {
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "ignore"],
    timeout: 15_000,
  });
  return version.status === 0 && /^\d+\.\d+\.\d+/.test(version.stdout) ? "code" : undefined;
}

/** Whether windows can be opened on this machine, as far as its environment tells. */
export function hasDisplay(): boolean {
  if (process.platform !== "linux") return true;
  return [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some((name) => name !== undefined && name !== "");
}
