/**
 * Runs the tests in `suite/` inside VS Code's extension host: in a desktop build if one is asked for (see
 * `desktop-vscode.ts`), else in the npm-borne VS Code. The exit code is the result.
 */
import { cp, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests, TestRunFailedError } from "@vscode/test-electron";
import { build } from "esbuild";
import { desktopTestExecutable } from "./desktop-vscode.ts";
import { outputRoot, projectRoot } from "./host-paths.ts";
import { installHost } from "./install.ts";
import { makeWorkspace } from "./sample-workspace.ts";

/** Bundles the suite and runs it against the built extension; returns the exit code of the run. */
export async function runSuite(): Promise<number> {
  const desktop = await desktopTestExecutable();
  // Installed here, so that its progress is seen before the run starts.
  if (desktop === undefined) await installHost();
  const testModule = await bundleSuite();
  const workspace = await makeWorkspace();
  const extension = await copyExtension();
  try {
    return await runTests({
      vscodeExecutablePath: desktop ?? npmExecutable(),
      extensionDevelopmentPath: extension,
      extensionTestsPath: testModule,
      launchArgs: [workspace.folder],
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  } finally {
    await workspace.remove();
    await rm(extension, { recursive: true, force: true });
  }
}

/** Copies what VS Code loads of the extension, so that a build in the meantime takes nothing away from the run. */
async function copyExtension(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "error-code-insight-extension-")));
  for (const part of ["package.json", "dist", "catalogs"]) {
    await cp(join(projectRoot, part), join(folder, part), { recursive: true });
  }
  return folder;
}

async function bundleSuite(): Promise<string> {
  const outfile = join(outputRoot, "suite.cjs");
  await build({
    entryPoints: [join(import.meta.dirname, "suite", "index.ts")],
    bundle: true,
    platform: "node",
    format: "cjs",
    external: ["vscode"],
    sourcemap: "inline",
    logLevel: "warning",
    outfile,
  });
  return outfile;
}

function npmExecutable(): string {
  const name = process.platform === "win32" ? "vscode-executable.cmd" : "vscode-executable";
  return join(import.meta.dirname, name);
}

if (import.meta.main) process.exitCode = await runSuite();
