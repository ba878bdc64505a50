import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";

const configuration = '{ "catalogs": ["builtin:uk-retail-api"] }';
const wrong =
  'app.get("/", (req, res) => res.status(403).json({ ok: false, error: { code: "FORBIDDEN", message: "x" } }));';

async function rulesIn(
  workspace: ReturnType<typeof memoryWorkspace>["workspace"],
  path: string,
): Promise<readonly string[] | undefined> {
  const analysis = await workspace.analyse(uriOf(path));
  return analysis?.findings.map(({ rule }) => rule);
}

test("a file that is not there has no analysis", async () => {
  const { workspace } = memoryWorkspace({});
  assert.equal(await workspace.analyse(uriOf("missing.ts")), undefined);
});

test("the nearest configuration decides, and only up to the root", async () => {
  const { workspace } = memoryWorkspace({
    "error-code-insight.json": '{ "catalogs": [] , "rules": { "status-mismatch": "off" } }',
    "api/error-code-insight.json": configuration,
    "api/src/a.ts": wrong,
    "other/a.ts": wrong,
  });
  assert.deepEqual(await rulesIn(workspace, "api/src/a.ts"), ["status-mismatch"]);
  assert.deepEqual(await rulesIn(workspace, "other/a.ts"), []);
});

test("a buffer goes before the file on disk until it is closed", async () => {
  const { workspace } = memoryWorkspace({ "error-code-insight.json": configuration, "a.ts": wrong });
  workspace.setOpen(uriOf("a.ts"), wrong.replace("403", "409"), "typescript");
  assert.deepEqual(await rulesIn(workspace, "a.ts"), []);
  workspace.close(uriOf("a.ts"));
  assert.deepEqual(await rulesIn(workspace, "a.ts"), ["status-mismatch"]);
});

test("an unchanged file is analysed once", async () => {
  const { workspace } = memoryWorkspace({ "error-code-insight.json": configuration, "a.ts": wrong });
  const first = await workspace.analyse(uriOf("a.ts"));
  assert.equal(await workspace.analyse(uriOf("a.ts")), first);
});

test("editing an imported constant reads that module again and nothing else", async () => {
  const files = {
    "error-code-insight.json": configuration,
    "codes.ts": 'export const Code = { forbidden: "FORBIDDEN", missing: "NOT_FOUND" } as const;',
    "statuses.ts": "export const CONFLICT = 409;",
    "a.ts":
      'import { Code } from "./codes";\nimport { CONFLICT } from "./statuses";\nexport const f = (res) => res.status(CONFLICT).json({ ok: false, error: { code: Code.forbidden, message: "x" } });',
    "b.ts": wrong,
  };
  const { workspace } = memoryWorkspace(files);
  assert.deepEqual(await rulesIn(workspace, "a.ts"), []);
  await workspace.analyse(uriOf("b.ts"));
  const before = workspace.work;

  workspace.setOpen(uriOf("codes.ts"), files["codes.ts"].replace('"FORBIDDEN"', '"NOT_FOUND"'), "typescript");
  assert.equal(workspace.isCurrent(uriOf("a.ts")), false);
  assert.equal(workspace.isCurrent(uriOf("b.ts")), true);
  assert.deepEqual(await rulesIn(workspace, "a.ts"), ["status-mismatch"]);
  const after = workspace.work;
  assert.deepEqual(
    { modules: after.modules - before.modules, reads: after.reads - before.reads },
    { modules: 1, reads: 0 },
  );
});

test("a file that appears where an import pointed is found once the disk tells of it", async () => {
  const { workspace, disk } = memoryWorkspace({
    "error-code-insight.json": configuration,
    "a.ts":
      'import { STATUS } from "./status";\nexport const f = (res) => res.status(STATUS).json({ ok: false, error: { code: "FORBIDDEN", message: "x" } });',
  });
  assert.deepEqual(await rulesIn(workspace, "a.ts"), []);
  disk.files.set(uriOf("status.ts"), "export const STATUS = 403;");
  workspace.invalidate(uriOf("status.ts"));
  assert.deepEqual(await rulesIn(workspace, "a.ts"), ["status-mismatch"]);
});

const catalog = "id: shop\ntitle: Shop\nlanguage: en\ncodes:\n  SOLD_OUT: { status: 409 }\n";
const shopping = 'export const f = (res) => res.status(404).json({ error: { code: "SOLD_OUT" } });';

test("a broken catalog is reported in its file, and the last good one goes on serving", async () => {
  const { workspace } = memoryWorkspace({
    "error-code-insight.json": '{ "catalogs": ["./shop.yaml"] }',
    "shop.yaml": catalog,
    "a.ts": shopping,
  });
  assert.deepEqual(await rulesIn(workspace, "a.ts"), ["status-mismatch"]);
  workspace.setOpen(uriOf("shop.yaml"), catalog.replace("{ status: 409 }", "{ status: "), "yaml");
  assert.deepEqual(await rulesIn(workspace, "a.ts"), ["status-mismatch"]);
  assert.ok((await rulesIn(workspace, "shop.yaml"))?.includes("catalog-syntax"));
  workspace.setOpen(uriOf("shop.yaml"), catalog.replace("409", "404"), "yaml");
  assert.deepEqual(await rulesIn(workspace, "a.ts"), []);
  assert.deepEqual(await rulesIn(workspace, "shop.yaml"), []);
});

test("a catalog that is named but missing is a problem at the name", async () => {
  const text =
    '{ "catalogs": ["builtin:uk-retail-api", "./gone.yaml", "builtin:nobody", "../outside.yaml", "./page.pdf"] }';
  const { workspace } = memoryWorkspace({ "error-code-insight.json": text, "a.ts": wrong });
  const analysis = await workspace.analyse(uriOf("error-code-insight.json"));
  const found = analysis?.findings.map(({ rule, span }) => [rule, text.slice(span.start, span.end)]);
  assert.deepEqual(found, [
    ["configuration-catalog", '"./gone.yaml"'],
    ["configuration-catalog", '"builtin:nobody"'],
    ["configuration-catalog", '"../outside.yaml"'],
    ["configuration-catalog", '"./page.pdf"'],
  ]);
  assert.deepEqual(await rulesIn(workspace, "a.ts"), ["status-mismatch"]);
});

test("a broken configuration is reported in it, and defaults are in force", async () => {
  const { workspace } = memoryWorkspace({ "error-code-insight.json": '{ "rules": 5, "rulez": {} }', "a.ts": wrong });
  const rules = await rulesIn(workspace, "error-code-insight.json");
  assert.deepEqual(rules, ["configuration-syntax", "configuration-syntax"]);
  assert.notEqual(await rulesIn(workspace, "a.ts"), undefined);
});

test("files that the configuration excludes are not read", async () => {
  const { workspace } = memoryWorkspace({
    "error-code-insight.json": '{ "catalogs": ["builtin:uk-retail-api"], "exclude": ["generated/**"] }',
    "generated/a.ts": wrong,
    "a.ts": wrong,
  });
  assert.deepEqual(await rulesIn(workspace, "generated/a.ts"), []);
  assert.deepEqual(await rulesIn(workspace, "a.ts"), ["status-mismatch"]);
});

test("a file that is too large or nested too deeply says so", async () => {
  const deep = `${"[".repeat(300)}${"]".repeat(300)}`;
  const large = `const x = "${"a".repeat(5 * 1024 * 1024)}";`;
  const { workspace } = memoryWorkspace({ "deep.json": deep, "large.ts": large });
  assert.deepEqual(await rulesIn(workspace, "deep.json"), ["file-skipped"]);
  assert.deepEqual(await rulesIn(workspace, "large.ts"), ["file-skipped"]);
});

test("imports in a circle come to an end", async () => {
  const { workspace } = memoryWorkspace({
    "error-code-insight.json": configuration,
    "a.ts":
      'import { B } from "./b";\nexport const A = B;\nexport const f = (res) => res.status(A).json({ ok: false, error: { code: "FORBIDDEN", message: "x" } });',
    "b.ts": 'import { A } from "./a";\nexport const B = A;',
  });
  assert.deepEqual(await rulesIn(workspace, "a.ts"), []);
});
