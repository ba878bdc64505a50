/**
 * How fast the reader reads: `node test/bench/read-source.ts FOLDER…` prints megabytes a second over all source files of
 * the folders, cold and warm, and the time for the largest file and for a made one of 580 KB.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { dialectOf } from "../../server/core/syntax/dialect.ts";
import { readSource } from "../../server/core/syntax/read-source.ts";
import type { Dialect } from "../../server/core/syntax/tree.ts";
import { walkFile } from "../../server/core/syntax/walk.ts";

interface Source {
  readonly path: string;
  readonly text: string;
  readonly dialect: Dialect;
}

const folders = process.argv.slice(2);
const sources = (folders.length > 0 ? folders : ["."]).flatMap((folder) => [...sourcesIn(folder)]);
const units = sources.reduce((sum, source) => sum + source.text.length, 0);

console.log(`${sources.length} files, ${(units / 1e6).toFixed(1)} million characters`);
for (const round of ["cold", "warm", "warm", "warm"]) {
  report(
    `${round}, read`,
    measure(() => readAll(false)),
  );
}
report(
  "warm, read and walk",
  measure(() => readAll(true)),
);
const made = madeSource();
const times = Array.from({ length: 15 }, () => measure(() => readSource(made, "ts"))).sort((a, b) => a - b);
console.log(`a made file of ${(made.length / 1000).toFixed(0)} KB: ${(times[7] ?? 0).toFixed(1)} ms (median of 15)`);

function readAll(walks: boolean): void {
  for (const { text, dialect } of sources) {
    const file = readSource(text, dialect);
    if (walks) walkFile(file, () => undefined);
  }
}

function measure(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function report(label: string, milliseconds: number): void {
  console.log(`${label}: ${milliseconds.toFixed(0)} ms, ${(units / 1e3 / milliseconds).toFixed(1)} MB/s`);
}

function* sourcesIn(path: string): Generator<Source> {
  if (statSync(path).isFile()) {
    const dialect = dialectOf(path);
    if (dialect !== undefined && dialect !== "json") yield { path, text: readFileSync(path, "utf8"), dialect };
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name.startsWith(".") || entry.isSymbolicLink()) continue;
    if (entry.isDirectory() || dialectOf(entry.name) !== undefined) yield* sourcesIn(join(path, entry.name));
  }
}

/** Routes that answer with errors, as many as make 580 KB. */
function madeSource(): string {
  const parts: string[] = [];
  let length = 0;
  for (let index = 0; length < 580_000; index += 1) {
    const part = `
export async function handle${index}(request: Request<{ id: string }>, response: Response): Promise<void> {
  const found = await store.find<Item>(request.params.id, { limit: ${index}, order: "asc" });
  if (found === undefined || found.owner !== request.user?.id) {
    response.status(${400 + (index % 30)}).json({ error: { code: "NOT_FOUND_${index}", message: \`No \${request.params.id}\` } });
    return;
  }
  response.json({ ok: true, items: found.items.map((item) => ({ ...item, total: item.price * item.count / 100 })) });
}
`;
    parts.push(part);
    length += part.length;
  }
  return parts.join("");
}
