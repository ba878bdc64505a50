/**
 * Opens the examples in a real VS Code with the packaged extension, and stays until it is closed or Ctrl+C is pressed.
 *
 * A desktop VS Code is taken if its `code` command can open a window here; otherwise (or with `--web`) the npm-borne
 * one, as a page in the browser. `--folder DIR` opens another folder, `--port N` and `--host NAME` say where the page is
 * served, and `--no-open` leaves the browser alone.
 */
import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { desktopCommand, hasDisplay } from "./desktop-vscode.ts";
import { projectRoot } from "./host-paths.ts";
import { installHost } from "./install.ts";
import { runToEnd, spawnGroup } from "./processes.ts";
import { startVSCodeServer } from "./vscode-server.ts";
import { packagedExtension } from "./vsix.ts";
import { workbenchAddress } from "./workbench-address.ts";

const { values } = parseArgs({
  options: {
    folder: { type: "string", default: join(projectRoot, "examples") },
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "0" },
    web: { type: "boolean", default: false },
    "no-open": { type: "boolean", default: false },
  },
});

const firstSteps = [
  'Try first: open retail-api/src/server.ts, rest the mouse on "FORBIDDEN", then press Ctrl+. on the 403 beside it.',
  "Then write another code between the quotes and choose from the list; Ctrl+Shift+M lists every finding.",
];

/** Aborted once VS Code is open: from then on a signal asks for an orderly end. Before, it ends everything at once. */
const open = new AbortController();
const stopRequested = new Promise<void>((settle) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => (open.signal.aborted ? settle() : process.exit(130)));
  }
});

const folder = resolve(values.folder);
const desktop = values.web ? undefined : desktopCommand();
const opened = desktop !== undefined && (await openDesktop(desktop));
if (!opened) await serveUntilStopped();

/** Opens a desktop window and waits until it is closed; false when it could not be opened. */
async function openDesktop(command: string): Promise<boolean> {
  // Makes the bundles that the window loads, unless they are there.
  await packagedExtension();
  say([`Opening ${folder} in your VS Code. Close its window, or press Ctrl+C here, to end.`, ...firstSteps]);
  const args = ["--new-window", "--wait", `--extensionDevelopmentPath=${projectRoot}`, folder];
  open.abort();
  const group = spawnGroup(command, args, { stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  const result = await Promise.race([group.ended.catch(() => 127), stopRequested.then(() => 0)]);
  await group.stop();
  if (result === 0) return true;
  say(["Your VS Code did not open; the one from npm is used."]);
  return false;
}

/** Serves VS Code as a page until it is asked to stop. */
async function serveUntilStopped(): Promise<void> {
  const extension = await packagedExtension();
  const server = await startVSCodeServer(await installHost(), {
    host: values.host,
    port: Number(values.port),
    token: randomBytes(16).toString("hex"),
    extensions: [extension],
  });
  open.abort();
  try {
    const address = workbenchAddress(server, folder);
    say([`VS Code with the extension is ready: ${address}`, ...firstSteps, "Ctrl+C ends it."]);
    if (!values["no-open"]) openBrowser(address);
    const ended = server.ended.then(() => "ended" as const);
    if ((await Promise.race([ended, stopRequested])) === "ended") {
      process.stderr.write(`VS Code's server ended by itself.\n${server.log()}\n`);
      process.exitCode = 1;
    }
  } finally {
    await server.stop();
  }
}

/** Opens the address in the default browser if there is one; whoever reads the address can do without. */
function openBrowser(address: string): void {
  if (!hasDisplay()) return;
  const command = { darwin: "open", win32: "explorer" }[process.platform as string] ?? "xdg-open";
  void runToEnd(command, [address], { stdio: "ignore" });
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}
