import assert from "node:assert/strict";
import { test } from "node:test";
import type { Workspace } from "../../server/core/index.ts";
import { applyEdits } from "../../server/core/text/edit.ts";
import { memoryWorkspace, uriOf, workspaceUri } from "../support/memory-workspace.ts";

const page = `# Shop errors

| Code | HTTP status | Message |
| --- | --- | --- |
| \`OUT_OF_STOCK\` | 409 | Nothing left of {sku} |
| \`UNKNOWN_SKU\` | 404 | There is no {sku} |
| \`PAY_FIRST\` | 402 | Pay first |
`;

const server = 'export const f = (_, res) => res.status(404).json({ error: { code: "OUT_OF_STOCK" } });\n';

test("documents near the code are found or offered, the surest first, each with its reason", async () => {
  const files = {
    "docs/errors.md": page,
    "docs/guide/failures.md": page,
    "docs/ports.md": "| Port | Use |\n| --- | --- |\n| 404 | a |\n",
    "src/error-codes.ts":
      "export const statusByCode = { OUT_OF_STOCK: 409, UNKNOWN_SKU: 404, PAY_FIRST: 402 } as const;\n",
    "src/server.ts": server,
    "src/show-error.tsx":
      "export const statusByCode = { OUT_OF_STOCK: 409, UNKNOWN_SKU: 404, PAY_FIRST: 402 } as const;\n",
    "src/locales/en/errors.ts": "export default { OUT_OF_STOCK: 'Sold out', UNKNOWN_SKU: 'None', PAY_FIRST: 'Pay' };\n",
    "README.md": page,
  };
  const { workspace, disk } = memoryWorkspace(files);
  const near = await workspace.nearReferences(Object.keys(files).map(uriOf));
  assert.deepEqual(
    near.map(({ loaded, use }) => [loaded.uri.slice(workspaceUri.length + 1), use]),
    [
      ["docs/errors.md", "found"],
      ["docs/guide/failures.md", "offered"],
      ["src/error-codes.ts", "offered"],
    ],
  );
  assert.ok(near.every(({ confidence, reason }) => confidence >= 0.4 && reason.endsWith(".")));
  assert.deepEqual(
    disk.asked.filter((uri) => uri.endsWith("/README.md")),
    [],
  );
});

test("what a configuration names, excludes or does not want is not offered", async () => {
  const offered = (configuration: unknown) => ({
    "docs/errors.md": page,
    "docs/guide/failures.md": page,
    "error-code-insight.json": JSON.stringify(configuration),
  });
  assert.deepEqual(await nearIn(offered({ catalogs: ["docs/errors.md"] })), [["docs/guide/failures.md", "offered"]]);
  assert.deepEqual(await nearIn(offered({ catalogs: ["builtin:http"] })), [
    ["docs/errors.md", "offered"],
    ["docs/guide/failures.md", "offered"],
  ]);
  assert.deepEqual(await nearIn(offered({ exclude: ["docs/guide/**"] })), [["docs/errors.md", "found"]]);
  assert.deepEqual(await nearIn(offered({ catalogs: [] })), []);
});

test("a page that says so is neither used nor offered", async () => {
  assert.deepEqual(await nearIn({ "docs/errors.md": `<!-- error-catalog: off -->\n${page}` }), []);
});

test("pages that git ignores, that tools installed or builds left behind are not used", async () => {
  const ignored: readonly Readonly<Record<string, string>>[] = [
    { ".gitignore": "docs/\n" },
    { ".gitignore": "*.md\n" },
    { "docs/.gitignore": "errors.md\n" },
  ];
  for (const rules of ignored) {
    const { workspace } = memoryWorkspace({ ...rules, "docs/errors.md": page, "src/server.ts": server });
    assert.deepEqual(await scopeOf(workspace, "src/server.ts"), []);
    assert.deepEqual(await workspace.nearReferences([uriOf("docs/errors.md")]), []);
  }
  for (const folder of ["node_modules/shop", "dist", "packages/shop/build"]) {
    const { workspace } = memoryWorkspace({ [`${folder}/docs/errors.md`]: page, [`${folder}/src/server.ts`]: server });
    assert.deepEqual(await scopeOf(workspace, `${folder}/src/server.ts`), []);
    assert.deepEqual(await workspace.nearReferences([uriOf(`${folder}/docs/errors.md`)]), []);
  }
});

test("an ignore file that changes its mind is heard", async () => {
  const { workspace, disk } = memoryWorkspace({
    ".gitignore": "docs/\n",
    "docs/errors.md": page,
    "src/server.ts": server,
  });
  assert.deepEqual(await scopeOf(workspace, "src/server.ts"), []);
  disk.files.set(uriOf(".gitignore"), "docs/*\n!docs/errors.md\n");
  workspace.invalidate(uriOf(".gitignore"));
  assert.deepEqual(await scopeOf(workspace, "src/server.ts"), ["errors"]);
});

test("where roots overlap, a page is read once and serves once", async () => {
  const { workspace } = memoryWorkspace({ "shop/docs/errors.md": page, "shop/src/server.ts": server });
  const [root] = workspace.roots;
  assert.ok(root);
  workspace.setRoots([root, { ...root, uri: uriOf("shop") }]);
  assert.deepEqual(await scopeOf(workspace, "shop/src/server.ts"), ["errors"]);
  const uri = uriOf("shop/docs/errors.md");
  assert.equal((await workspace.nearReferences([uri, uri])).length, 1);
  assert.equal(workspace.work.references, 1);
});

async function nearIn(files: Readonly<Record<string, string>>): Promise<readonly (readonly string[])[]> {
  const { workspace } = memoryWorkspace(files);
  const near = await workspace.nearReferences(Object.keys(files).map(uriOf));
  return near.map(({ loaded, use }) => [loaded.uri.slice(workspaceUri.length + 1), use]);
}

async function scopeOf(workspace: Workspace, path: string): Promise<readonly string[]> {
  const analysis = await workspace.analyse(uriOf(path));
  return analysis?.scope.catalogs.map(({ catalog }) => catalog.id) ?? [];
}

test("naming a document makes a configuration beside the package, or adds to the one in force", async () => {
  const files = { "package.json": "{}", "docs/errors.md": page, "docs/api/failures.md": page };
  assert.deepEqual(await namingIn(files, "docs/api/failures.md"), {
    kind: "named",
    configuration: "error-code-insight.json",
    isNew: true,
    path: "./docs/api/failures.md",
    text: '{\n  "catalogs": [\n    "./docs/errors.md",\n    "./docs/api/failures.md"\n  ]\n}\n',
  });
  const inPackage = { "package.json": "{}", "packages/shop/package.json": "{}", "packages/shop/docs/errors.md": page };
  assert.deepEqual(await namingIn(inPackage, "packages/shop/docs/errors.md"), {
    kind: "named",
    configuration: "packages/shop/error-code-insight.json",
    isNew: true,
    path: "./docs/errors.md",
    text: '{\n  "catalogs": [\n    "./docs/errors.md"\n  ]\n}\n',
  });
  const named = { ...files, "error-code-insight.json": '{ "catalogs": ["builtin:http"] } // ours\n' };
  assert.deepEqual(await namingIn(named, "docs/api/failures.md"), {
    kind: "named",
    configuration: "error-code-insight.json",
    isNew: false,
    path: "./docs/api/failures.md",
    text: '{ "catalogs": ["builtin:http", "./docs/api/failures.md"] } // ours\n',
  });
  const broken = { ...files, "error-code-insight.json": "[]" };
  assert.deepEqual((await namingIn(broken, "docs/errors.md")).kind, "refused");
});

async function namingIn(files: Readonly<Record<string, string>>, path: string) {
  const { workspace } = memoryWorkspace(files);
  const naming = await workspace.naming(uriOf(path));
  if (naming.kind === "refused") return naming;
  const { edits, configuration, ...rest } = naming;
  const text = applyEdits(workspace.textOf(configuration) ?? "", edits);
  return { ...rest, configuration: configuration.slice(workspaceUri.length + 1), text };
}
