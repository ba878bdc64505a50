import assert from "node:assert/strict";
import { test } from "node:test";
import { temporaryFolder } from "../support/folder.ts";
import { startLanguageServer } from "../support/language-server.ts";

const configuration = '{ "catalogs": ["builtin:uk-retail-api"] }';
const source =
  'export const f = (res) => res.status(403).json({ ok: false, error: { code: "FORBIDDEN", message: "x" } });\n';

const errorPage =
  "# Errors\n\n| Code | Status | Message |\n| --- | --- | --- |\n| `SOLD_OUT` | 409 | Sold out |\n| `NO_CART` | 404 | No such cart |\n| `PAY_FIRST` | 402 | Pay first |\n";

interface Diagnostic {
  readonly code: string;
  readonly source: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly character: number };
  };
}

function open(uri: string, text: string, languageId = "typescript") {
  return { textDocument: { uri, languageId, version: 1, text } };
}

test("a client with empty capabilities gets hover, completion, findings and fixes", async (context) => {
  const folder = temporaryFolder(context, { "error-code-insight.json": configuration, "a.ts": source });
  const server = await startLanguageServer(context, { root: folder.uri });
  const uri = `${folder.uri}/a.ts`;
  assert.equal(server.initialized.capabilities.positionEncoding, "utf-16");

  await server.connection.sendNotification("textDocument/didOpen", open(uri, source));
  const pushed = (await server.next("textDocument/publishDiagnostics")) as {
    readonly uri: string;
    readonly version: number;
    readonly diagnostics: readonly Diagnostic[];
  };
  assert.deepEqual(
    {
      uri: pushed.uri,
      version: pushed.version,
      found: pushed.diagnostics.map(({ code, source: from }) => [code, from]),
    },
    { uri, version: 1, found: [["status-mismatch", "error-code-insight"]] },
  );

  const position = { line: 0, character: source.indexOf("FORBIDDEN") + 2 };
  const hover = (await server.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position })) as {
    readonly contents: { readonly kind: string; readonly value: string };
  };
  assert.equal(hover.contents.kind, "plaintext");
  assert.match(hover.contents.value, /409/);

  const completion = (await server.connection.sendRequest("textDocument/completion", {
    textDocument: { uri },
    position,
  })) as { readonly items: readonly { readonly label: string }[] };
  assert.ok(completion.items.some(({ label }) => label === "FORBIDDEN_TABLE"));

  const range = pushed.diagnostics[0]?.range;
  const actions = (await server.connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri },
    range,
    context: { diagnostics: pushed.diagnostics },
  })) as readonly {
    readonly edit?: { readonly changes: Readonly<Record<string, readonly { readonly newText: string }[]>> };
  }[];
  assert.deepEqual(
    actions[0]?.edit?.changes[uri]?.map(({ newText }) => newText),
    ["409"],
  );

  const definition = (await server.connection.sendRequest("textDocument/definition", {
    textDocument: { uri },
    position,
  })) as readonly { readonly uri: string }[];
  assert.match(definition[0]?.uri ?? "", /uk-retail-api\.yaml$/);
  assert.equal(await server.stop(), 0);
});

test("a client that pulls is answered `unchanged` until something changes", async (context) => {
  const folder = temporaryFolder(context, { "error-code-insight.json": configuration });
  const server = await startLanguageServer(context, {
    root: folder.uri,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  const uri = `${folder.uri}/a.ts`;
  await server.connection.sendNotification("textDocument/didOpen", open(uri, source));
  const pull = (previousResultId?: string) =>
    server.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri }, previousResultId }) as Promise<{
      readonly kind: string;
      readonly resultId: string;
      readonly items?: readonly Diagnostic[];
    }>;
  const first = await pull();
  assert.deepEqual([first.kind, first.items?.map(({ code }) => code)], ["full", ["status-mismatch"]]);
  const second = await pull(first.resultId);
  assert.deepEqual([second.kind, second.items], ["unchanged", undefined]);
  const at = source.indexOf("403");
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [
      { range: { start: { line: 0, character: at }, end: { line: 0, character: at + 3 } }, text: "409" },
    ],
  });
  const third = await pull(first.resultId);
  assert.deepEqual([third.kind, third.items], ["full", []]);
  assert.equal(await server.stop(), 0);
});

for (const encoding of ["utf-8", "utf-16", "utf-32"] as const) {
  test(`positions count in ${encoding} where the client asks for it`, async (context) => {
    const folder = temporaryFolder(context, { "error-code-insight.json": configuration });
    const server = await startLanguageServer(context, {
      root: folder.uri,
      capabilities: { general: { positionEncodings: [encoding] }, textDocument: { diagnostic: {} } },
    });
    assert.equal(server.initialized.capabilities.positionEncoding, encoding);
    const uri = `${folder.uri}/a.ts`;
    const before = "/* 😀 заборонено */ ";
    const text = before + source;
    await server.connection.sendNotification("textDocument/didOpen", open(uri, text));
    const units = { "utf-8": Buffer.byteLength(before), "utf-16": before.length, "utf-32": [...before].length }[
      encoding
    ];
    const start = units + source.indexOf("403");
    const report = (await server.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } })) as {
      readonly items: readonly Diagnostic[];
    };
    assert.deepEqual(
      report.items.map(({ range }) => [range.start.character, range.end.character]),
      [[start, start + 3]],
    );
    const hover = await server.connection.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position: { line: 0, character: start + 1 },
    });
    assert.notEqual(hover, null);
    assert.equal(await server.stop(), 0);
  });
}

test("an edit of one buffer renews the findings of another that imports it", async (context) => {
  const importing =
    'import { STATUS } from "./status";\nexport const f = (res) => res.status(STATUS).json({ ok: false, error: { code: "FORBIDDEN", message: "x" } });\n';
  const folder = temporaryFolder(context, {
    "error-code-insight.json": configuration,
    "status.ts": "export const STATUS = 409;\n",
  });
  const server = await startLanguageServer(context, { root: folder.uri });
  const published = async () =>
    (await server.next("textDocument/publishDiagnostics")) as {
      readonly uri: string;
      readonly diagnostics: readonly Diagnostic[];
    };
  await server.connection.sendNotification("textDocument/didOpen", open(`${folder.uri}/a.ts`, importing));
  assert.deepEqual((await published()).diagnostics, []);
  await server.connection.sendNotification(
    "textDocument/didOpen",
    open(`${folder.uri}/status.ts`, "export const STATUS = 403;\n"),
  );
  const renewed = [await published(), await published()].find(({ uri }) => uri.endsWith("/a.ts"));
  assert.deepEqual(
    renewed?.diagnostics.map(({ code }) => code),
    ["status-mismatch"],
  );
  assert.equal(await server.stop(), 0);
});

test("nonsense is answered, and the server lives", async (context) => {
  const folder = temporaryFolder(context, { "error-code-insight.json": configuration });
  const server = await startLanguageServer(context, {
    root: folder.uri,
    initializationOptions: { languages: [5, null, "uk"], canReadFiles: "yes" },
  });
  const uri = `${folder.uri}/a.ts`;
  await server.connection.sendNotification("textDocument/didOpen", open(uri, source));
  for (const position of [
    { line: -1, character: -1 },
    { line: 1e9, character: 1e9 },
    { line: 0.5, character: Number.NaN },
    { line: null, character: null },
  ]) {
    await server.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
    await server.connection.sendRequest("textDocument/completion", { textDocument: { uri }, position });
  }
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: "file:///never-opened.ts", version: 7 },
    contentChanges: [{ text: "x" }],
  });
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 3 },
    contentChanges: [
      { range: { start: { line: 9, character: 9 }, end: { line: 0, character: 0 } }, text: "const a = 1;\n" },
    ],
  });
  assert.equal(
    await server.connection.sendRequest("textDocument/hover", {
      textDocument: { uri: "untitled:nothing" },
      position: { line: 0, character: 0 },
    }),
    null,
  );
  const item = { label: "x", data: { uri: 5, subject: { kind: "code", code: { toString: 1 } } } };
  assert.deepEqual(await server.connection.sendRequest("completionItem/resolve", item), item);
  await assert.rejects(async () => server.connection.sendRequest("errorCodeInsight/noSuchThing", {}));
  assert.equal(await server.stop(), 0);
});

test("a cancelled request says so", async (context) => {
  const folder = temporaryFolder(context, { "error-code-insight.json": configuration });
  const server = await startLanguageServer(context, { root: folder.uri });
  const { CancellationTokenSource } = await import("vscode-languageserver");
  const uri = `${folder.uri}/a.ts`;
  await server.connection.sendNotification("textDocument/didOpen", open(uri, source));
  const source_ = new CancellationTokenSource();
  const answer = server.connection.sendRequest(
    "textDocument/hover",
    { textDocument: { uri }, position: { line: 0, character: 40 } },
    source_.token,
  );
  source_.cancel();
  await assert.rejects(answer, { code: -32800 });
  assert.equal(await server.stop(), 0);
});

test("a wrong name in a closed configuration is shown, until the file is opened or mended", async (context) => {
  const folder = temporaryFolder(context, { "error-code-insight.json": '{ "catalogs": ["./gone.yaml"] }' });
  const server = await startLanguageServer(context, {
    root: folder.uri,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  const uri = `${folder.uri}/error-code-insight.json`;
  const shown = (await server.next("textDocument/publishDiagnostics")) as {
    readonly uri: string;
    readonly diagnostics: readonly Diagnostic[];
  };
  assert.deepEqual([shown.uri, shown.diagnostics.map(({ code }) => code)], [uri, ["configuration-catalog"]]);
  assert.deepEqual(await server.next("errorCodeInsight/status"), { state: "ready", catalogs: 7, problems: 1 });
  await server.connection.sendNotification(
    "textDocument/didOpen",
    open(uri, '{ "catalogs": ["./gone.yaml"] }', "jsonc"),
  );
  assert.deepEqual(await server.next("textDocument/publishDiagnostics"), { uri, diagnostics: [] });
  assert.equal(await server.stop(), 0);
});

test("a catalog's keys are completed from its schema", async (context) => {
  const folder = temporaryFolder(context, {});
  const server = await startLanguageServer(context, { root: folder.uri });
  const uri = `${folder.uri}/shop.error-catalog.yaml`;
  const text = "id: shop\ntitle: Shop\nlanguage: en\ncodes:\n  SOLD_OUT:\n    sta";
  await server.connection.sendNotification("textDocument/didOpen", open(uri, text, "yaml"));
  const position = { line: 5, character: 7 };
  const { items } = (await server.connection.sendRequest("textDocument/completion", {
    textDocument: { uri },
    position,
  })) as { readonly items: readonly { readonly label: string }[] };
  const labels = items.map(({ label }) => label);
  for (const key of ["status", "message", "cause", "fix", "retry"])
    assert.ok(labels.includes(key), `${key} in ${labels}`);
  assert.equal(await server.stop(), 0);
});

test("a configuration's catalogs are completed from what there is, and its keys explain themselves", async (context) => {
  const folder = temporaryFolder(context, {
    "docs/shop.yaml": "id: shop\ntitle: Shop\nlanguage: en\ncodes:\n  SOLD_OUT: { status: 409 }\n",
    "docs/other.yaml": "a: 1\n",
    "docs/errors.md": errorPage,
    "docs/ports.md": "| Port | Use |\n| --- | --- |\n| 404 | a |\n",
    "openapi.yaml":
      "openapi: 3.1.0\ninfo: { title: Shop }\npaths:\n  /carts:\n    get:\n      responses:\n        '409':\n          description: Sold out\n          content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } }\ncomponents:\n  schemas:\n    Error:\n      type: object\n      properties:\n        code: { type: string, enum: [SOLD_OUT, NO_CART, PAY_FIRST] }\n        message: { type: string }\n",
  });
  const server = await startLanguageServer(context, { root: folder.uri });
  const uri = `${folder.uri}/error-code-insight.json`;
  await server.connection.sendNotification("textDocument/didOpen", open(uri, '{ "catalogs": [""] }', "json"));
  const { items } = (await server.connection.sendRequest("textDocument/completion", {
    textDocument: { uri },
    position: { line: 0, character: 16 },
  })) as { readonly items: readonly { readonly label: string; readonly filterText: string }[] };
  const labels = items.map(({ label }) => label);
  // What is compared while the person types begins with the quote that is replaced.
  assert.deepEqual(
    items.map(({ filterText }) => filterText),
    labels.map((label) => `"${label}`),
  );
  assert.deepEqual(
    labels.filter((label) => !label.startsWith("builtin:")),
    ["./docs/shop.yaml", "./docs/errors.md", "./openapi.yaml"],
  );
  for (const name of ["builtin:uk-retail-api", "builtin:http"])
    assert.ok(labels.includes(name), `${name} in ${labels}`);
  const hover = (await server.connection.sendRequest("textDocument/hover", {
    textDocument: { uri },
    position: { line: 0, character: 5 },
  })) as { readonly contents: { readonly value: string } };
  assert.match(hover.contents.value, /The catalogs in scope/);
  assert.equal(await server.stop(), 0);
});

test("a page serves and is counted; a document that could serve is listed, and named in a new configuration", async (context) => {
  const folder = temporaryFolder(context, {
    "package.json": "{}",
    "docs/errors.md": errorPage,
    "docs/guide/failures.md": errorPage,
    "a.ts": 'export const f = (res) => res.status(404).json({ error: { code: "SOLD_OUT" } });\n',
  });
  const server = await startLanguageServer(context, { root: folder.uri });
  assert.deepEqual(await server.next("errorCodeInsight/status"), { state: "ready", catalogs: 8, problems: 0 });
  const textDocument = { uri: `${folder.uri}/a.ts` };
  await server.connection.sendNotification(
    "textDocument/didOpen",
    open(textDocument.uri, 'export const f = (res) => res.status(404).json({ error: { code: "SOLD_OUT" } });\n'),
  );
  const catalogs = (await server.connection.sendRequest("errorCodeInsight/catalogs", { textDocument })) as readonly {
    readonly id: string;
    readonly inScope: boolean;
    readonly offered: boolean;
    readonly reason: string;
  }[];
  assert.deepEqual(
    catalogs.slice(0, 4).map(({ id, inScope, offered }) => [id, inScope, offered]),
    [
      ["errors", true, false],
      ["http", true, false],
      ["docs/guide/failures.md", false, true],
      ["agora-chat", false, false],
    ],
  );
  assert.match(catalogs[2]?.reason ?? "", /3 error codes.*\(\d+ % sure\)$/);
  const start = { line: 0, character: 0 };
  assert.deepEqual(
    await server.connection.sendRequest("errorCodeInsight/nameCatalog", {
      textDocument: { uri: `${folder.uri}/docs/guide/failures.md` },
    }),
    {
      configuration: `${folder.uri}/error-code-insight.json`,
      isNew: true,
      path: "./docs/guide/failures.md",
      reason: "",
      edits: [
        {
          range: { start, end: start },
          newText: '{\n  "catalogs": [\n    "./docs/errors.md",\n    "./docs/guide/failures.md"\n  ]\n}\n',
        },
      ],
    },
  );
  assert.equal(await server.stop(), 0);
});

test("commands beyond LSP answer: catalogs with reasons, codes to choose from, a page on one, why there is nothing", async (context) => {
  const folder = temporaryFolder(context, { "error-code-insight.json": configuration });
  const server = await startLanguageServer(context, { root: folder.uri });
  const uri = `${folder.uri}/a.ts`;
  await server.connection.sendNotification("textDocument/didOpen", open(uri, source));
  const textDocument = { uri };
  const catalogs = (await server.connection.sendRequest("errorCodeInsight/catalogs", { textDocument })) as readonly {
    readonly id: string;
    readonly inScope: boolean;
    readonly reason: string;
  }[];
  assert.deepEqual(
    catalogs.filter(({ inScope }) => inScope).map(({ id }) => id),
    ["uk-retail-api", "http"],
  );
  assert.match(catalogs[0]?.reason ?? "", /error-code-insight\.json/);
  const codes = (await server.connection.sendRequest("errorCodeInsight/explainable", { textDocument })) as readonly {
    readonly query: string;
    readonly catalog: string;
  }[];
  assert.deepEqual(
    [codes[0]?.catalog, codes.some(({ query, catalog }) => query === "-104" && catalog === "fa-web-services")],
    ["uk-retail-api", true],
  );
  const page = (await server.connection.sendRequest("errorCodeInsight/explain", {
    query: "HAS_STOCK",
    catalog: "uk-retail-api",
  })) as { readonly markdown: string };
  assert.match(page.markdown, /HAS\\?_STOCK.*409/);
  const why = (await server.connection.sendRequest("errorCodeInsight/why", {
    textDocument,
    position: { line: 0, character: 3 },
  })) as { readonly markdown: string };
  assert.match(why.markdown, /Ukrainian retail API/);
  assert.equal(await server.stop(), 0);
});

test("references of a code are found in all files, open or not", async (context) => {
  const folder = temporaryFolder(context, {
    "error-code-insight.json": configuration,
    "a.ts": source,
    "b.ts": 'if (body.error.code === "FORBIDDEN") retry();\n',
    "node_modules/x/c.ts": source,
  });
  const server = await startLanguageServer(context, { root: folder.uri });
  const uri = `${folder.uri}/a.ts`;
  await server.connection.sendNotification("textDocument/didOpen", open(uri, source));
  const position = { line: 0, character: source.indexOf("FORBIDDEN") };
  const found = (await server.connection.sendRequest("textDocument/references", {
    textDocument: { uri },
    position,
    context: { includeDeclaration: true },
  })) as readonly { readonly uri: string }[];
  assert.deepEqual(found.map((location) => location.uri).toSorted(), [uri, `${folder.uri}/b.ts`]);
  assert.equal(await server.stop(), 0);
});

test("comments that speak to this tool are completed", async (context) => {
  const folder = temporaryFolder(context, {});
  const server = await startLanguageServer(context, { root: folder.uri });
  const uri = `${folder.uri}/a.ts`;
  await server.connection.sendNotification("textDocument/didOpen", open(uri, "// error-catalog: ag\n"));
  const { items } = (await server.connection.sendRequest("textDocument/completion", {
    textDocument: { uri },
    position: { line: 0, character: 20 },
  })) as { readonly items: readonly { readonly label: string }[] };
  assert.ok(items.some(({ label }) => label === "agora-chat"));
  assert.equal(await server.stop(), 0);
});

test("each folder of a workspace follows its own configuration, also one that joins later", async (context) => {
  const first = temporaryFolder(context, { "error-code-insight.json": configuration, "a.ts": source });
  const second = temporaryFolder(context, {
    "error-code-insight.json": '{ "catalogs": ["builtin:google-rpc"] }',
    "a.ts": source,
  });
  const server = await startLanguageServer(context, {
    root: first.uri,
    capabilities: { workspace: { workspaceFolders: true }, textDocument: { diagnostic: {} } },
  });
  const rulesIn = async (folder: { readonly uri: string }) => {
    const uri = `${folder.uri}/a.ts`;
    await server.connection.sendNotification("textDocument/didOpen", open(uri, source));
    const report = (await server.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } })) as {
      readonly items: readonly Diagnostic[];
    };
    await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    return report.items.map(({ code }) => code);
  };
  assert.deepEqual(await rulesIn(first), ["status-mismatch"]);
  await server.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
    event: { added: [{ uri: second.uri, name: "second" }], removed: [] },
  });
  assert.deepEqual(await rulesIn(second), ["unknown-code"]);
  assert.deepEqual(await rulesIn(first), ["status-mismatch"]);
  assert.equal(await server.stop(), 0);
});

test("the first look at a project reports its progress", async (context) => {
  const folder = temporaryFolder(context, { "error-code-insight.json": configuration });
  const server = await startLanguageServer(context, {
    root: folder.uri,
    capabilities: { window: { workDoneProgress: true } },
  });
  const kinds: string[] = [];
  while (kinds.at(-1) !== "end") {
    const { value } = (await server.next("$/progress")) as { readonly value: { readonly kind: string } };
    kinds.push(value.kind);
  }
  assert.deepEqual(kinds, ["begin", "end"]);
  assert.equal(await server.stop(), 0);
});
