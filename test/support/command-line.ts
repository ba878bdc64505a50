import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const bundle = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));

export interface CommandResult {
  readonly code: number | null;
  readonly output: string;
  readonly notices: string;
}

/** Runs the built command line in `folder`. */
export function runCommandLine(folder: string, ...words: readonly string[]): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle, ...words], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1" },
    });
    let output = "";
    let notices = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      notices += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output, notices }));
  });
}
