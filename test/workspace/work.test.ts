/** How much is done for a fixed workspace: counted, not timed, so that work that creeps in is seen on any machine. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { FileAnalysis } from "../../server/core/index.ts";
import { walkFile } from "../../server/core/syntax/walk.ts";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";

const routes = 30;
const pages = 60;

/** A server of many routes over one table of codes and one class, beside pages and texts that have no errors in them. */
function files(): Readonly<Record<string, string>> {
  const all: Record<string, string> = {
    "package.json": '{ "name": "shop", "dependencies": { "express": "5" } }',
    "error-code-insight.json": '{ "catalogs": ["builtin:uk-retail-api"] }',
    "src/codes.ts": 'export const Codes = { forbidden: "FORBIDDEN", missing: "NOT_FOUND" } as const;\n',
    "src/api-error.ts":
      "export class ApiError extends Error {\n  constructor(readonly status: number, readonly code: string) { super(code); }\n}\n",
    "src/index.ts": 'export * from "./codes";\nexport * from "./api-error";\n',
  };
  for (let index = 0; index < routes; index += 1)
    all[`src/routes/route${index}.ts`] =
      `import { ApiError, Codes } from "../index";\nexport function route${index}(allowed: boolean) {\n  if (!allowed) throw new ApiError(409, Codes.forbidden);\n}\n`;
  for (let index = 0; index < pages; index += 1)
    all[`src/pages/page${index}.ts`] =
      `import { row } from "./page${index + 1}";\nexport const row${index} = { title: "Page ${index}", width: ${index}, cells: [row] };\n`;
  return all;
}

function nodesOf({ file }: FileAnalysis): number {
  let nodes = 0;
  if (file) walkFile(file, () => (nodes += 1));
  return nodes;
}

test("a run reads files once, what is imported twice, and only the structure of those that may hold a site", async () => {
  const all = files();
  const { workspace, disk } = memoryWorkspace(all);
  let structures = 0;
  let nodes = 0;
  let units = 0;
  let facts = 0;
  for (const path of Object.keys(all)) {
    const analysis = await workspace.analyse(uriOf(path));
    assert.ok(analysis, path);
    structures += analysis.file === undefined ? 0 : 1;
    nodes += nodesOf(analysis);
    units += analysis.values?.work.units ?? 0;
    facts += analysis.facts.length;
    workspace.release(uriOf(path));
  }
  assert.equal(facts, routes + 2, "a site a route, and the two codes of the table");
  assert.equal(structures, routes + 2, "routes, codes and class, but not what gives them on");
  // The three modules that routes import, found from one folder, each read for its summary once.
  assert.deepEqual(
    { modules: workspace.work.modules, resolutions: workspace.work.resolutions },
    { modules: 3, resolutions: 3 },
  );
  // What others import was dropped once it was looked at, and is read once more for its summary.
  const again = new Set([
    "error-code-insight.json",
    "package.json",
    "src/index.ts",
    "src/codes.ts",
    "src/api-error.ts",
  ]);
  for (const path of Object.keys(all)) {
    const times = disk.asked.filter((uri) => uri === uriOf(path)).length;
    assert.ok(times === 1 || (times === 2 && again.has(path)), `${path} was read ${times} times`);
  }
  assert.ok(units <= nodes * 5, `${units} steps for ${nodes} nodes`);
});

test("a keystroke costs one structure, and nothing of what is imported", async () => {
  const { workspace, disk } = memoryWorkspace(files());
  const uri = uriOf("src/routes/route0.ts");
  const text = disk.files.get(uri) ?? "";
  workspace.setOpen(uri, text, "typescript");
  await workspace.analyse(uri);
  const before = { ...workspace.work };
  const asked = disk.asked.length;
  for (let stroke = 1; stroke <= 5; stroke += 1) {
    workspace.setOpen(uri, `${text}${"x".repeat(stroke)}`, "typescript");
    const analysis = await workspace.analyse(uri);
    assert.equal(analysis?.facts.length, 1);
  }
  assert.deepEqual(workspace.work, before);
  assert.deepEqual(disk.asked.slice(asked), []);
});
