import assert from "node:assert/strict";
import { test } from "node:test";
import { temporaryFolder } from "../support/folder.ts";
import { type LanguageServer, startLanguageServer } from "../support/language-server.ts";

const configuration = '{ "catalogs": ["builtin:uk-retail-api"] }';
const sends = (body: string) => `export const f = (res) => res.status(409).json(${body});\n`;
const withoutFlag = '{ error: { code: "FORBIDDEN", message: "m" } }';

const files = {
  "error-code-insight.json": configuration,
  "src/a.ts": `${sends(withoutFlag)}// 😀\n${sends(withoutFlag)}`,
  "src/b.ts": `// error-code-insight-disable-next-line unknown-code\n${sends(withoutFlag)}`,
  "src/c.ts": sends('{ ok: false, error: { code: "FORBIDDEN", message: "m" } }'),
};

const able = {
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
};

interface Edited {
  readonly label: string;
  readonly edit: unknown;
}

/** Answers edits of the whole workspace as `applied` says; returns what was asked for. */
function editsAsked(server: LanguageServer, applied: boolean): readonly Edited[] {
  const asked: Edited[] = [];
  server.connection.onRequest("workspace/applyEdit", (params: Edited) => {
    asked.push(params);
    return { applied };
  });
  return asked;
}

const fix = (server: LanguageServer, ...rules: readonly unknown[]) =>
  server.connection.sendRequest("workspace/executeCommand", {
    command: "errorCodeInsight.fixWorkspace",
    arguments: rules,
  });

const insertion = (line: number, character: number, annotationId?: string) => ({
  range: { start: { line, character }, end: { line, character } },
  newText: "ok: false, ",
  ...(annotationId === undefined ? {} : { annotationId }),
});

test("all findings of a rule are fixed in one edit, which the client shows first", async (context) => {
  const folder = temporaryFolder(context, files);
  const server = await startLanguageServer(context, { root: folder.uri, capabilities: able });
  const asked = editsAsked(server, true);
  const opened = `// open\n${sends(withoutFlag)}`;
  const uri = `${folder.uri}/src/a.ts`;
  await server.connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "typescript", version: 7, text: opened },
  });
  assert.equal(await fix(server, "envelope-mismatch"), null);
  const label = "Fix all `envelope-mismatch` findings";
  assert.deepEqual(asked, [
    {
      label,
      edit: {
        documentChanges: [
          { textDocument: { uri, version: 7 }, edits: [insertion(1, 49, "fix")] },
          { textDocument: { uri: `${folder.uri}/src/b.ts`, version: null }, edits: [insertion(1, 49, "fix")] },
        ],
        changeAnnotations: { fix: { label, needsConfirmation: true } },
      },
    },
  ]);
  const { message } = (await server.next("window/showMessage")) as { readonly message: string };
  assert.equal(message, "Fixed 2 findings of `envelope-mismatch` in 2 files.");
  assert.equal(await server.stop(), 0);
});

test("without a rule all rules are meant; a client without annotations gets plain edits", async (context) => {
  const folder = temporaryFolder(context, files);
  const server = await startLanguageServer(context, { root: folder.uri });
  const asked = editsAsked(server, true);
  assert.equal(await fix(server), null);
  assert.deepEqual(asked, [
    {
      label: "Fix all safe error code findings",
      edit: {
        changes: {
          [`${folder.uri}/src/a.ts`]: [insertion(0, 49), insertion(2, 49)],
          [`${folder.uri}/src/b.ts`]: [
            { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, newText: "" },
            insertion(1, 49),
          ],
        },
      },
    },
  ]);
  const { message } = (await server.next("window/showMessage")) as { readonly message: string };
  assert.equal(message, "Fixed 4 findings in 2 files.");
  assert.equal(await server.stop(), 0);
});

test("what was not confirmed is not said to be done, nothing to do is said, and unknown rules are refused", async (context) => {
  const folder = temporaryFolder(context, files);
  const server = await startLanguageServer(context, { root: folder.uri, capabilities: able });
  const asked = editsAsked(server, false);
  assert.equal(await fix(server, "envelope-mismatch"), null);
  assert.equal(asked.length, 1);
  assert.equal(await fix(server, "status-mismatch"), null);
  assert.equal(asked.length, 1);
  const { message } = (await server.next("window/showMessage")) as { readonly message: string };
  assert.equal(message, "No `status-mismatch` finding in the workspace has a fix that is safe to make without asking.");
  await assert.rejects(fix(server, "no-such-rule"), /no-such-rule/);
  assert.equal(await server.stop(), 0);
});

test("quick fixes offer a rule's findings in the file, if there are several, and in the workspace", async (context) => {
  const folder = temporaryFolder(context, files);
  const offered = async (capabilities: object) => {
    const server = await startLanguageServer(context, { root: folder.uri, capabilities });
    const uri = `${folder.uri}/src/a.ts`;
    const text = files["src/a.ts"];
    await server.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "typescript", version: 1, text },
    });
    const at = { line: 0, character: 48 };
    const actions = (await server.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    })) as readonly { readonly title: string; readonly command?: object; readonly edit?: object }[];
    assert.equal(await server.stop(), 0);
    return actions.map(({ title, command }) => (command === undefined ? title : { title, ...command }));
  };
  const titles = [
    "Add `ok`",
    "Disable `envelope-mismatch` for this line",
    "Fix all 2 `envelope-mismatch` findings in this file",
  ];
  const title = "Fix all `envelope-mismatch` findings in the workspace";
  assert.deepEqual(await offered({}), titles);
  assert.deepEqual(await offered(able), [
    ...titles,
    { title, command: "errorCodeInsight.fixWorkspace", arguments: ["envelope-mismatch"] },
  ]);
});
