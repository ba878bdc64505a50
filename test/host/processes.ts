import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

/** A child process together with all processes that it starts. */
export type ProcessGroup = {
  readonly child: ChildProcess;
  /** Settles when the child itself has ended, with its exit code or the signal's name. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Ends the child and everything it started; settles when none of them is left. */
  readonly stop: () => Promise<void>;
};

/** How long a program may take to end after it was asked to, in milliseconds. */
const gracePeriod = 5_000;

/** How long its children may take after it, in milliseconds. */
const orphanPeriod = 1_000;

/**
 * Starts a program in a process group of its own, so that its children can be ended with it.
 * When this process exits, however it exits short of being killed, the group is ended too; a signal that nobody has a
 * handler for makes it exit.
 */
export function spawnGroup(command: string, args: readonly string[], options: SpawnOptions = {}): ProcessGroup {
  const child = spawn(command, args, { ...options, detached: process.platform !== "win32" });
  const killAtExit = () => signalGroup(child, "SIGKILL");
  process.once("exit", killAtExit);
  exitOnSignals();
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? signal ?? 1));
  });
  // A failed start is reported to whoever awaits `ended`; nobody has to.
  ended.catch(() => undefined);
  const stop = async () => {
    await stopGroup(child);
    process.removeListener("exit", killAtExit);
  };
  return { child, ended, stop };
}

/** Starts a program, passes its output through to standard error, and returns its exit code (127 if it cannot start). */
export function runToEnd(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  const group = spawnGroup(command, args, { stdio: ["ignore", 2, 2], ...options });
  return group.ended.then(
    (code) => (typeof code === "number" ? code : 1),
    () => 127,
  );
}

/** A process that dies of a signal runs no exit handlers; one that ends because of it does. */
function exitOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(130));
  }
}

async function stopGroup(child: ChildProcess): Promise<void> {
  signalGroup(child, "SIGTERM");
  await waitWhile(() => isRunning(child), gracePeriod);
  await waitWhile(() => isGroupAlive(child), orphanPeriod);
  signalGroup(child, "SIGKILL");
  // Bounded, because in a container whose first process collects no children, dead ones look alive for ever.
  await waitWhile(() => isGroupAlive(child), orphanPeriod);
}

async function waitWhile(holds: () => boolean, longest: number): Promise<void> {
  const deadline = Date.now() + longest;
  while (holds() && Date.now() < deadline) await pause(20);
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    if (child.exitCode === null) spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended already.
  }
}

function isGroupAlive(child: ChildProcess): boolean {
  if (child.pid === undefined) return false;
  if (process.platform === "win32") return isRunning(child);
  try {
    process.kill(-child.pid, 0);
    return true;
  } catch {
    return false;
  }
}
