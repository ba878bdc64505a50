import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Command {
  readonly name: string;
  readonly program: string;
  readonly words: readonly string[];
}

/** Seconds and megabytes; NaN where the system has no program that measures them. */
export interface Measured {
  readonly wall: number;
  readonly user: number;
  readonly memory: number;
}

const timer = "/usr/bin/time";

/** Runs a command in `folder` to its end; what it prints is dropped. Throws where it cannot be started. */
export function measure(command: Command, folder: string): Measured {
  const scratch = mkdtempSync(join(tmpdir(), "error-code-insight-time-"));
  const report = join(scratch, "report");
  // The GNU program counts what the whole process tree took; other systems have none that writes this form.
  const timed = process.platform === "linux" && existsSync(timer);
  const [program, words] = timed
    ? [timer, ["-q", "-o", report, "-f", "%U %M", command.program, ...command.words]]
    : [command.program, command.words];
  const start = performance.now();
  const { error } = spawnSync(program, words, { cwd: folder, stdio: "ignore" });
  const wall = (performance.now() - start) / 1000;
  if (error) throw error;
  const [user, kilobytes] = timed ? readFileSync(report, "utf8").trim().split(" ").map(Number) : [];
  rmSync(scratch, { recursive: true, force: true });
  return { wall, user: user ?? Number.NaN, memory: (kilobytes ?? Number.NaN) / 1024 };
}

export function medianOf(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? Number.NaN;
}
