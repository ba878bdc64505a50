import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { startBrowser } from "./browser.ts";
import { type HostPaths, outputRoot } from "./host-paths.ts";
import { suiteMark } from "./suite/marks.ts";
import { startVSCodeServer, type VSCodeServer } from "./vscode-server.ts";
import { type PayloadEntry, remoteAddress, workbenchAddress } from "./workbench-address.ts";

/** What is run, and where. All paths are absolute. */
export type TestModuleRun = {
  /** The workspace folder. */
  readonly folder: string;
  /** Folders of the extensions under test. */
  readonly extensions: readonly string[];
  /** A CommonJS module that exports `run(): Promise<void>`. */
  readonly testModule: string;
  readonly trusted: boolean;
  /** Ends the run early. */
  readonly signal: AbortSignal;
};

const longestRun = 10 * 60_000;

/**
 * Runs a test module in the extension host of the npm-borne VS Code and returns its exit code: 0 if its promise was
 * fulfilled. Passes the lines of the suite on; what VS Code itself says goes into a file, which is named on standard
 * error when the run fails.
 */
export async function runTestModule(paths: HostPaths, run: TestModuleRun): Promise<number> {
  const server = await startVSCodeServer(paths, { testDriver: true, trusted: run.trusted });
  try {
    const browser = await startBrowser(paths);
    try {
      return await runInPage(await browser.openPage(), server, run);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

async function runInPage(page: Page, server: VSCodeServer, run: TestModuleRun): Promise<number> {
  const lines: string[] = [];
  await page.exposeFunction("codeAutomationLog", (kind: string, values: readonly unknown[]) => {
    const line = values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" ");
    lines.push(`${kind}: ${line}`);
    passOn(line);
  });
  const code = await new Promise<number>((resolve, reject) => {
    watchForEarlyEnd(page, server, run.signal, (reason) => {
      passOn(`${suiteMark.error}${reason}`);
      resolve(1);
    });
    const address = workbenchAddress(server, run.folder, payloadOf(server, run));
    page
      .exposeFunction("codeAutomationExit", resolve)
      .then(() => page.goto(address))
      .catch(reject);
  });
  if (code !== 0) process.stderr.write(`What VS Code said: ${await keepLog(lines)}\n`);
  return code;
}

/** Reports, at most once, what keeps a run from ending by itself. Reports that come after the end find nobody. */
function watchForEarlyEnd(
  page: Page,
  server: VSCodeServer,
  signal: AbortSignal,
  report: (reason: string) => void,
): void {
  const timeout = AbortSignal.timeout(longestRun);
  const isOver = () => page.isClosed();
  const reportOnce = (reason: string) => {
    if (!isOver()) report(reason);
  };
  timeout.addEventListener("abort", () => reportOnce(`The tests were not done after ${longestRun / 60_000} minutes.`));
  signal.addEventListener("abort", () => reportOnce("The test run was broken off."));
  page.on("crash", () => reportOnce("The page of VS Code crashed."));
  const serverEnded = () => reportOnce("VS Code's server ended before the tests did.");
  server.ended.then(serverEnded, serverEnded);
}

function payloadOf(server: VSCodeServer, run: TestModuleRun): readonly PayloadEntry[] {
  return [
    ...run.extensions.map((path): PayloadEntry => ["extensionDevelopmentPath", remoteAddress(server, path)]),
    ["extensionTestsPath", remoteAddress(server, run.testModule)],
    ["skipWelcome", "true"],
  ];
}

/** Prints a line of the suite where it belongs; VS Code's own lines carry no mark and are not printed. */
function passOn(line: string): void {
  if (line.startsWith(suiteMark.log)) process.stdout.write(`${line.slice(suiteMark.log.length)}\n`);
  if (line.startsWith(suiteMark.error)) process.stderr.write(`${line.slice(suiteMark.error.length)}\n`);
}

async function keepLog(lines: readonly string[]): Promise<string> {
  const file = join(outputRoot, `suite-${process.pid}.log`);
  await mkdir(outputRoot, { recursive: true });
  await writeFile(file, `${lines.join("\n")}\n`);
  return file;
}
