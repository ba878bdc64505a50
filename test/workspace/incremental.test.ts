/** What an edit costs: which files are read anew, and which analyses go on as they are. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { FileAnalysis, Workspace } from "../../server/core/index.ts";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";

const errors = [
  "export class AppError extends Error {",
  "  constructor(readonly code: string, readonly status: number) { super(code); }",
  "}",
  'export class GoneError extends AppError { constructor() { super("ITEM_GONE", 404); } }',
].join("\n");

/** Fifty files of services: those with an even number throw an error of the project, the others answer by themselves. */
function services(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [
      `src/service-${index}.ts`,
      index % 2 === 0
        ? `import { GoneError } from "./errors/index";\nexport const f${index} = () => { throw new GoneError(); };`
        : `import { CONFLICT } from "./statuses";\nexport const f${index} = (res) => res.status(CONFLICT).json({ code: "TAKEN_${index}", message: "x" });`,
    ]),
  );
}

const files: Readonly<Record<string, string>> = {
  "src/errors/errors.ts": errors,
  "src/errors/index.ts": 'export * from "./errors";',
  "src/statuses.ts": "export const CONFLICT = 409;",
  "src/alone.ts": 'export const f = (res) => res.status(400).json({ code: "BAD_ROW", message: "x" });',
  ...services(),
};
const paths = Object.keys(files);
const dependent = paths.filter((path) => files[path]?.includes("GoneError()"));
const independent = paths.filter((path) => !dependent.includes(path) && !path.startsWith("src/errors/"));

async function analyses(workspace: Workspace): Promise<ReadonlyMap<string, FileAnalysis | undefined>> {
  const found = new Map<string, FileAnalysis | undefined>();
  for (const path of paths) found.set(path, await workspace.analyse(uriOf(path)));
  return found;
}

function statusesIn(analysis: FileAnalysis | undefined): readonly number[] {
  return analysis?.facts.flatMap(({ site }) => site.status?.values.map(({ value }) => value) ?? []) ?? [];
}

function anew(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): readonly string[] {
  return paths.filter((path) => before.get(path) !== after.get(path));
}

test("an edited error class is read again with what depends on it, and nothing else", async () => {
  const { workspace, disk } = memoryWorkspace(files);
  const open = ["src/errors/errors.ts", "src/service-0.ts", "src/service-1.ts", "src/alone.ts"];
  for (const path of open) workspace.setOpen(uriOf(path), files[path] ?? "", "typescript");
  const before = await analyses(workspace);
  const work = workspace.work;
  const asked = disk.asked.length;
  assert.deepEqual(statusesIn(before.get("src/service-0.ts")), [404]);

  workspace.setOpen(uriOf("src/errors/errors.ts"), errors.replace("404", "410"), "typescript");
  for (const path of independent) assert.equal(workspace.isCurrent(uriOf(path)), true, path);
  for (const path of dependent) assert.equal(workspace.isCurrent(uriOf(path)), false, path);
  const after = await analyses(workspace);
  assert.deepEqual(
    anew(before, after).filter((path) => independent.includes(path)),
    [],
  );
  for (const path of dependent) assert.deepEqual(statusesIn(after.get(path)), [410], path);
  // One module was read, the edited one; nothing was asked of the disk.
  assert.deepEqual(
    {
      modules: workspace.work.modules - work.modules,
      reads: workspace.work.reads - work.reads,
      asked: disk.asked.length,
    },
    { modules: 1, reads: 0, asked },
  );
});

test("an edit of a file that nobody imports is its own affair", async () => {
  const { workspace } = memoryWorkspace(files);
  const before = await analyses(workspace);
  const { modules } = workspace.work;
  workspace.setOpen(uriOf("src/alone.ts"), `${files["src/alone.ts"]}\n// more`, "typescript");
  assert.deepEqual(anew(before, await analyses(workspace)), ["src/alone.ts"]);
  assert.equal(workspace.work.modules, modules);
});

test("asking again reads nothing", async () => {
  const { workspace, disk } = memoryWorkspace(files);
  const before = await analyses(workspace);
  const { work } = workspace;
  const asked = disk.asked.length;
  assert.deepEqual(anew(before, await analyses(workspace)), []);
  assert.deepEqual([workspace.work, disk.asked.length], [work, asked]);
});

test("opening a file as it is on disk leaves what depends on it alone", async () => {
  const { workspace } = memoryWorkspace(files);
  const before = await analyses(workspace);
  const { modules } = workspace.work;
  workspace.setOpen(uriOf("src/errors/errors.ts"), errors, "typescript");
  assert.deepEqual(anew(before, await analyses(workspace)), ["src/errors/errors.ts"]);
  assert.equal(workspace.work.modules, modules);
});

test("a file that changed on disk is read again with what depends on it", async () => {
  const { workspace, disk } = memoryWorkspace(files);
  const before = await analyses(workspace);
  const { modules } = workspace.work;
  disk.files.set(uriOf("src/errors/errors.ts"), errors.replace("404", "410"));
  workspace.invalidate(uriOf("src/errors/errors.ts"));
  const after = await analyses(workspace);
  assert.deepEqual(
    anew(before, after).filter((path) => independent.includes(path)),
    [],
  );
  assert.deepEqual(statusesIn(after.get("src/service-2.ts")), [410]);
  assert.equal(workspace.work.modules - modules, 1);
});
