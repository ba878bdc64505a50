import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../support/folder.ts";
import { startLanguageServer } from "../support/language-server.ts";

const source = 'res.status(403).json({ ok: false, error: { code: "FORBIDDEN", message: "x" } });\n';
const configuration = '{ "catalogs": ["builtin:uk-retail-api"] }';

test("a diagnostic links to the page of its rule, which lies beside the program", async (context) => {
  const folder = temporaryFolder(context, { "error-code-insight.json": configuration, "a.ts": source });
  const capabilities = { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } };
  const server = await startLanguageServer(context, { root: folder.uri, capabilities });
  const textDocument = { uri: `${folder.uri}/a.ts`, languageId: "typescript", version: 1, text: source };
  await server.connection.sendNotification("textDocument/didOpen", { textDocument });
  const { diagnostics } = (await server.next("textDocument/publishDiagnostics")) as {
    readonly diagnostics: readonly { readonly code: string; readonly codeDescription?: { readonly href: string } }[];
  };
  const [found] = diagnostics;
  assert.match(found?.codeDescription?.href ?? "", /\/docs\/rules\/status-mismatch\.md$/);
  assert.ok(existsSync(fileURLToPath(found?.codeDescription?.href ?? "")));
});
