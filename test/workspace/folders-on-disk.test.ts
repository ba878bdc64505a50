import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { URI } from "vscode-uri";
import { Workspace } from "../../server/core/index.ts";
import { NodeFileSystem } from "../../server/node/node-file-system.ts";
import { builtins } from "../support/memory-workspace.ts";

function onDisk(files: Readonly<Record<string, string>>): { readonly folder: string; readonly remove: () => void } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "folders [id] ")));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

test("the folders in a folder are listed in order, links and files left out", () => {
  const { folder, remove } = onDisk({ "b/x.ts": "", "a (1)/x.ts": "", "file.ts": "" });
  try {
    symlinkSync(join(folder, "b"), join(folder, "link"), "junction");
    const system = new NodeFileSystem();
    const uriOf = (path: string) => URI.file(join(folder, path)).toString();
    assert.deepEqual(system.entriesIn(uriOf(""))?.folders, [uriOf("a (1)"), uriOf("b")]);
    assert.deepEqual(system.entriesIn(uriOf("none"))?.folders, []);
    assert.deepEqual(system.entriesIn(uriOf("file.ts"))?.folders, []);
    assert.equal(system.entriesIn("vscode-vfs://github/owner/repo"), undefined);
  } finally {
    remove();
  }
});

test("packages of a workspace are found on disk, in folders with strange names too", async () => {
  const { folder, remove } = onDisk({
    "package.json": '{ "workspaces": ["packages/*"] }',
    "packages/my shared/package.json": '{ "name": "@our/shared", "exports": { ".": "./dist/index.js" } }',
    "packages/my shared/src/index.ts": 'export * from "./codes.js";',
    "packages/my shared/src/codes.ts": 'export const CODE = "SHARED";',
    "app/main.ts":
      'import { CODE } from "@our/shared";\nexport const f = (res) => res.status(404).json({ error: { code: CODE } });',
  });
  try {
    const root = URI.file(folder).toString();
    const workspace = new Workspace({
      fileSystem: new NodeFileSystem(),
      builtins,
      roots: [{ uri: root, boundary: root }],
    });
    const uri = URI.parse(pathToFileURL(join(folder, "app/main.ts")).href).toString();
    const analysis = await workspace.analyse(uri);
    assert.deepEqual(
      analysis?.facts.map(({ site }) => site.code?.values.map(({ value }) => value)),
      [["SHARED"]],
    );
  } finally {
    remove();
  }
});
