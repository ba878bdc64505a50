import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder } from "../support/folder.ts";
import { startLanguageServer } from "../support/language-server.ts";

const line = 'res.status(403).json({ ok: false, error: { code: "FORBIDDEN", message: "x" } });\n';
const name = "error-code-insight-baseline.json";
const baseline = (count: number) => JSON.stringify({ version: 1, files: { "a.ts": { "status-mismatch": count } } });

test("the editor shows what is beyond the baseline, and follows the file", async (context) => {
  const text = line + line;
  const folder = temporaryFolder(context, {
    "error-code-insight.json": '{ "catalogs": ["builtin:uk-retail-api"] }',
    "a.ts": text,
    [name]: baseline(1),
  });
  const server = await startLanguageServer(context, { root: folder.uri });
  const textDocument = { uri: `${folder.uri}/a.ts`, languageId: "typescript", version: 1, text };
  await server.connection.sendNotification("textDocument/didOpen", { textDocument });
  const published = async () => {
    const { diagnostics } = (await server.next("textDocument/publishDiagnostics")) as {
      readonly diagnostics: readonly { readonly range: { readonly start: { readonly line: number } } }[];
    };
    return diagnostics.map(({ range }) => range.start.line);
  };
  assert.deepEqual(await published(), [1]);
  writeFileSync(join(folder.path, name), baseline(2));
  await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: `${folder.uri}/${name}`, type: 2 }],
  });
  assert.deepEqual(await published(), []);
});
