/**
 * Does what the program of a desktop VS Code does when `@vscode/test-electron` starts it: loads an extension from its
 * folder, runs a test module in the extension host, and exits with the module's result. The VS Code is the npm-borne.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { installHost } from "./install.ts";
import { runTestModule } from "./test-module.ts";

const { values, positionals } = parseArgs({
  // What a desktop needs beyond these (sandbox, profile folders, …) has no meaning here.
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: "string", multiple: true },
    extensionTestsPath: { type: "string" },
    "disable-workspace-trust": { type: "boolean" },
  },
});

const extensions = (values.extensionDevelopmentPath ?? []).map((path) => resolve(String(path)));
const testModule = values.extensionTestsPath;
const folder = positionals[0];

if (extensions.length === 0 || typeof testModule !== "string" || folder === undefined) {
  process.stderr.write(
    "Use: vscode-executable FOLDER --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--disable-workspace-trust]\n",
  );
  process.exit(2);
}

const stopRequested = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stopRequested.abort());

process.exitCode = await runTestModule(await installHost(), {
  folder: resolve(folder),
  extensions,
  testModule: resolve(testModule),
  trusted: values["disable-workspace-trust"] === true,
  signal: stopRequested.signal,
});
