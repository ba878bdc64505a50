/**
 * How long a whole run takes beside a peer on the same files, and how long a keystroke takes in large files. Figures of
 * one run are compared with each other only: machines differ and are noisy, ratios hold. `npm run bench [FOLDER]`.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rounds = 5;

interface Command {
  readonly name: string;
  readonly command: string;
  readonly words: readonly string[];
}

execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
const given = process.argv[2];
const folder = given ?? makeCorpus();
try {
  compareCommands(folder);
} finally {
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}
await keystrokes();

/** Twenty copies of this project's own sources and examples. */
function makeCorpus(): string {
  const folder = mkdtempSync(join(tmpdir(), "error-code-insight-bench-"));
  for (let copy = 0; copy < 20; copy += 1) {
    for (const part of ["server", "client", "examples"]) {
      mkdirSync(join(folder, String(copy)), { recursive: true });
      cpSync(join(root, part), join(folder, String(copy), part), { recursive: true });
    }
  }
  writeFileSync(
    join(folder, "biome.json"),
    JSON.stringify({ root: true, linter: { rules: { preset: "none", suspicious: { noDebugger: "error" } } } }),
  );
  return folder;
}

/** Interleaved, so that whatever else the machine does hits all alike. */
function compareCommands(folder: string): void {
  const cli = join(root, "dist", "cli.cjs");
  const commands: readonly Command[] = [
    { name: "sites", command: process.execPath, words: [cli, "sites", "--format", "json"] },
    { name: "check", command: process.execPath, words: [cli, "check", "--format", "json"] },
    {
      name: "biome lint, one rule",
      command: join(root, "node_modules", ".bin", "biome"),
      words: ["lint", "--max-diagnostics=1", "."],
    },
  ];
  const times = new Map(commands.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, command, words } of commands) {
      const start = performance.now();
      spawnSync(command, words, { cwd: folder, stdio: "ignore", shell: process.platform === "win32" });
      times.get(name)?.push(performance.now() - start);
    }
  }
  const peer = median(times.get("biome lint, one rule") ?? []);
  process.stdout.write(`whole run over ${folder}, median of ${rounds}\n`);
  for (const { name } of commands) {
    const time = median(times.get(name) ?? []);
    process.stdout.write(
      `  ${name.padEnd(24)} ${time.toFixed(0).padStart(7)} ms  ${(time / peer).toFixed(2)} of biome\n`,
    );
  }
}

/** One character typed in a file of so many lines, until all its findings are known again. */
async function keystrokes(): Promise<void> {
  process.stdout.write("a keystroke, everything known again, median of 20\n");
  for (const lines of [500, 5000, 20000]) {
    const text = sourceOf(lines);
    const { workspace } = memoryWorkspace({ "error-code-insight.json": '{ "catalogs": ["builtin:uk-retail-api"] }' });
    const times: number[] = [];
    for (let stroke = 0; stroke < 20; stroke += 1) {
      workspace.setOpen(uriOf("a.ts"), `${text}// ${"x".repeat(stroke)}`, "typescript");
      const start = performance.now();
      await workspace.analyse(uriOf("a.ts"));
      times.push(performance.now() - start);
    }
    process.stdout.write(
      `  ${String(lines).padStart(6)} lines, ${(text.length / 1024).toFixed(0).padStart(5)} KB  ${median(times).toFixed(1).padStart(7)} ms\n`,
    );
  }
}

function sourceOf(lines: number): string {
  const block = [
    'app.get("/things/:id", async (req, res) => {',
    "  const thing = await load(req.params.id);",
    '  if (!thing) return res.status(404).json({ ok: false, error: { code: "NOT_FOUND", message: "none" } });',
    "  const view = { id: thing.id, name: thing.name, parts: thing.parts.map((part) => part.name) };",
    "  // Nothing to see here.",
    "  for (const part of view.parts) if (part.length > 200) log(part);",
    "  res.json({ ok: true, view });",
    "});",
    "",
    "export function load(id: string): Promise<Thing | undefined> { return things.get(id) ?? Promise.resolve(undefined); }",
  ];
  return `${Array.from({ length: Math.ceil(lines / block.length) }, () => block.join("\n")).join("\n")}\n`;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? Number.NaN;
}
