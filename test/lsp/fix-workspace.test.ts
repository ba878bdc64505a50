import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
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
  window: { showMessage: {} },
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
};

/** A person before the client: chooses an answer, and has edits made. */
function person(server: LanguageServer, answer: string | undefined) {
  const questions: unknown[] = [];
  server.connection.onRequest("window/showMessageRequest", ({ message, actions }) => {
    questions.push([message, ...actions.map(({ title }: { readonly title: string }) => title)]);
    return answer === undefined ? null : { title: answer };
  });
  const edited = new Promise<unknown>((resolve) => {
    server.connection.onRequest("workspace/applyEdit", (params: unknown) => {
      resolve(params);
      return { applied: true };
    });
  });
  return { questions, edited };
}

async function nextMessage(server: LanguageServer): Promise<string> {
  return ((await server.next("window/showMessage")) as { readonly message: string }).message;
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

const question = "2 findings of envelope-mismatch in 2 files can be fixed safely.";
const label = "Fix all envelope-mismatch findings";

/** A server on the files, of which one is open with another text. */
async function started(context: TestContext, capabilities: object) {
  const folder = temporaryFolder(context, files);
  const server = await startLanguageServer(context, { root: folder.uri, capabilities });
  const uri = `${folder.uri}/src/a.ts`;
  await server.connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "typescript", version: 7, text: `// open\n${sends(withoutFlag)}` },
  });
  const changes = (annotationId?: string) => [
    { textDocument: { uri, version: 7 }, edits: [insertion(1, 49, annotationId)] },
    { textDocument: { uri: `${folder.uri}/src/b.ts`, version: null }, edits: [insertion(1, 49, annotationId)] },
  ];
  return { server, folder, changes };
}

test("all findings of a rule are fixed in one edit, after asking, buffers in the version that was looked at", async (context) => {
  const { server, changes } = await started(context, able);
  const { questions, edited } = person(server, "Fix All");
  assert.equal(await fix(server, "envelope-mismatch"), null);
  assert.deepEqual(await edited, { label, edit: { documentChanges: changes() } });
  assert.deepEqual(questions, [[question, "Fix All", "Review"]]);
  assert.equal(await nextMessage(server), "Fixed 2 findings of envelope-mismatch in 2 files.");
  assert.equal(await server.stop(), 0);
});

test("who wants to look first is shown each change, to be confirmed", async (context) => {
  const { server, changes } = await started(context, able);
  const { edited } = person(server, "Review");
  await fix(server, "envelope-mismatch");
  const changeAnnotations = { fix: { label, needsConfirmation: true } };
  assert.deepEqual(await edited, { label, edit: { documentChanges: changes("fix"), changeAnnotations } });
  assert.equal(await server.stop(), 0);
});

test("without a rule all rules are meant; a client that can do little gets plain edits without being asked", async (context) => {
  const folder = temporaryFolder(context, files);
  const server = await startLanguageServer(context, { root: folder.uri });
  const { questions, edited } = person(server, undefined);
  await fix(server);
  assert.deepEqual(await edited, {
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
  });
  assert.deepEqual(questions, []);
  assert.equal(await nextMessage(server), "Fixed 4 findings in 2 files.");
  assert.equal(await server.stop(), 0);
});

test("that there is nothing to fix is said, and unknown rules are refused", async (context) => {
  const { server } = await started(context, able);
  const { questions } = person(server, undefined);
  await fix(server, "status-mismatch");
  assert.equal(
    await nextMessage(server),
    "No status-mismatch finding in the workspace has a fix that is safe to make without asking.",
  );
  assert.deepEqual(questions, []);
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
