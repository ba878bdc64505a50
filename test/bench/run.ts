/**
 * How fast the program is beside others of its kind, and how long a keystroke takes: `npm run bench [FOLDER]`. Machines
 * differ and are noisy: rounds are interleaved, each figure is a median, and what counts are the ratios.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { makeCorpus } from "./corpus.ts";
import { engineKeystrokes, serverKeystrokes } from "./keystrokes.ts";
import { type Measured, measure, medianOf } from "./measure.ts";
import { commandsIn, installPeers } from "./peers.ts";
import { readerSpeed } from "./reader-speed.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rounds = 5;
const lineCounts = [500, 5000, 20000];

const built = spawnSync(process.execPath, ["esbuild.config.ts", "--minify"], { cwd: root, stdio: "inherit" });
if (built.status !== 0) process.exit(1);
installPeers();
const given = process.argv[2];
const folder = given === undefined ? makeCorpus(root) : resolve(given);
try {
  compareCommands();
  say(`\nreader: ${readerSpeed(folder).toFixed(0)} MB/s over the same folder, one thread, warm`);
} finally {
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}
say("\na keystroke, everything known again, median in ms");
for (const lines of lineCounts) {
  const engine = await engineKeystrokes(lines);
  const server = await serverKeystrokes(lines);
  say(`  ${String(lines).padStart(6)} lines  engine ${figure(engine, 1)}  server ${figure(server, 1)}`);
}

/** Interleaved, so that whatever else the machine does hits all alike. */
function compareCommands(): void {
  const kept = mkdtempSync(join(tmpdir(), "error-code-insight-kept-"));
  const commands = commandsIn(root, kept);
  for (const command of commands) if (command.words.includes(kept)) measure(command, folder);
  const runs = new Map(commands.map(({ name }) => [name, [] as Measured[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const command of commands) runs.get(command.name)?.push(measure(command, folder));
  }
  rmSync(kept, { recursive: true, force: true });
  const summary = (name: string): Measured => {
    const all = runs.get(name) ?? [];
    const of = (pick: (one: Measured) => number): number => medianOf(all.map(pick));
    return { wall: of(({ wall }) => wall), user: of(({ user }) => user), memory: of(({ memory }) => memory) };
  };
  const ours = summary(commands[0]?.name ?? "");
  say(`whole run over ${folder}, medians of ${rounds}; in brackets the ratio to ours`);
  say(`  ${"".padEnd(26)}${"wall s".padStart(16)}${"user s".padStart(16)}${"MB resident".padStart(16)}`);
  for (const { name } of commands) {
    const one = summary(name);
    const column = (value: number, own: number, digits: number): string =>
      `${figure(value, digits)} ${`(${figure(value / own, 1).trim()})`.padStart(7)}`;
    say(
      `  ${name.padEnd(26)}${column(one.wall, ours.wall, 2)}${column(one.user, ours.user, 2)}${column(one.memory, ours.memory, 0)}`,
    );
  }
}

function figure(value: number, digits: number): string {
  return (Number.isNaN(value) ? "-" : value.toFixed(digits)).padStart(8);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
