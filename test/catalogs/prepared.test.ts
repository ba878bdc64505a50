import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { type BuiltinCatalog, preparedCatalog, readCatalog, Workspace } from "../../server/core/index.ts";
import { prepareCatalogs } from "../../server/node/prepare-catalogs.ts";
import { builtins, MemoryFileSystem, uriOf, workspaceUri } from "../support/memory-workspace.ts";

const prepared = prepareCatalogs(fileURLToPath(new URL("../../catalogs", import.meta.url)));

function textOf({ uri }: BuiltinCatalog): string {
  return readFileSync(fileURLToPath(uri), "utf8");
}

test("a prepared catalog is the one that its file holds", () => {
  assert.deepEqual([...prepared.keys()], builtins.map(({ id }) => id).sort());
  for (const builtin of builtins) {
    const { catalog } = readCatalog(textOf(builtin), { uri: builtin.uri, format: "yaml" });
    assert.deepEqual(preparedCatalog(prepared.get(builtin.id) ?? "", builtin.uri), catalog, builtin.id);
  }
});

test("a prepared catalog serves without its file, and its file once somebody opens it", async () => {
  const absent = builtins.map(({ id }) => ({ id, uri: uriOf(`gone/${id}.yaml`), prepared: prepared.get(id) }));
  const workspace = new Workspace({
    fileSystem: new MemoryFileSystem({
      "error-code-insight.json": '{ "catalogs": ["builtin:uk-retail-api"] }',
      "a.ts":
        'export const answer = (res: Response) => res.status(403).json({ ok: false, error: { code: "FORBIDDEN", message: "m" } });\n',
    }),
    builtins: absent,
    roots: [{ uri: workspaceUri, boundary: workspaceUri }],
  });
  const first = await workspace.analyse(uriOf("a.ts"));
  assert.deepEqual(
    first?.findings.map(({ rule }) => rule),
    ["status-mismatch"],
  );
  const retail = builtins.find(({ id }) => id === "uk-retail-api");
  const uri = uriOf("gone/uk-retail-api.yaml");
  workspace.setOpen(uri, textOf(retail ?? { id: "", uri: "" }).replaceAll("FORBIDDEN", "NOT_ALLOWED"), "yaml");
  workspace.setOpen(uriOf("b.ts"), 'throw Object.assign(new Error("x"), { status: 409, code: "NOT_ALLOWED" });\n');
  const second = await workspace.analyse(uriOf("b.ts"));
  assert.deepEqual(
    second?.facts.map(({ verdicts }) => verdicts.map(({ code }) => code.kind)),
    [["known"]],
  );
});
