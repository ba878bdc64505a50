import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Runs `work` while no other process on this machine runs work under the same lock folder. A lock whose owner is gone
 * is taken over. `say` is told once when there is somebody to wait for.
 */
export async function withFolderLock(
  folder: string,
  say: (line: string) => void,
  work: () => Promise<void>,
): Promise<void> {
  await takeLock(folder, say);
  try {
    await work();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function takeLock(folder: string, say: (line: string) => void): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    if (await tryLock(folder)) return;
    const owner = await readOwner(folder);
    if (owner !== undefined && !isAlive(owner)) {
      await rm(folder, { recursive: true, force: true });
      continue;
    }
    // A lock without an owner is a moment old, unless its maker died in that moment.
    if (owner === undefined && attempt > 50) {
      await rm(folder, { recursive: true, force: true });
      continue;
    }
    if (attempt === 0) say(`waiting for process ${owner ?? "?"}, which is doing the same already`);
    await pause(100);
  }
}

async function tryLock(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
  } catch {
    return false;
  }
  await writeFile(join(folder, "owner"), String(process.pid));
  return true;
}

async function readOwner(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, "owner"), "utf8").catch(() => "");
  return text === "" ? undefined : Number.parseInt(text, 10);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
