import assert from "node:assert/strict";
import { test } from "node:test";
import { definitionAt, type FileAnalysis, hoverAt } from "../../server/core/index.ts";
import { applyEdits } from "../../server/core/text/edit.ts";
import { memoryWorkspace, uriOf, workspaceUri } from "../support/memory-workspace.ts";

const page = `# Shop errors

| Code | HTTP status | Message | How to fix |
| --- | --- | --- | --- |
| \`OUT_OF_STOCK\` | 409 | Nothing left of {sku} | Order less |
| \`UNKNOWN_SKU\` | 404 | There is no {sku} | Look for another |
| \`PAY_FIRST\` | 402 | Pay first | Pay |
| \`TOO_MANY\` | | Too many at once | Wait |
`;

const statuses = `export const statusByCode = {
  OUT_OF_STOCK: 409,
  UNKNOWN_SKU: 400,
  TOO_MANY: 429,
} as const;
`;

const server = `export const handler = (_, res) => res.status(404).json({ error: { code: "OUT_OF_STOCK", message: "x" } });
export const other = (_, res) => res.status(429).json({ error: { code: "TOO_MANY" } });
`;

const files = {
  "error-code-insight.json": JSON.stringify({
    catalogs: [{ path: ["docs/errors.md", "src/statuses.ts", "texts/errors.properties"], id: "shop", title: "Shop" }],
  }),
  "docs/errors.md": page,
  "src/statuses.ts": statuses,
  "texts/errors.properties": "error.OUT_OF_STOCK=Sold out\nerror.NEVER=Not defined elsewhere\n",
  "src/server.ts": server,
};

test("a page, a map of statuses and texts make one catalog, which is obeyed", async () => {
  const { workspace } = memoryWorkspace(files);
  const analysis = await analysed(workspace, "src/server.ts");
  assert.deepEqual(messagesOf(analysis), ["status-mismatch `OUT_OF_STOCK` goes with 409 in Shop, not 404"]);
  const [catalog] = analysis.scope.catalogs.map((scoped) => scoped.catalog);
  assert.deepEqual(
    catalog?.codes.map(({ code, statuses, messages }) => [code, statuses, messages.map(({ template }) => template)]),
    [
      ["OUT_OF_STOCK", [409], ["Nothing left of {sku}", "Sold out"]],
      ["UNKNOWN_SKU", [404, 400], ["There is no {sku}"]],
      ["PAY_FIRST", [402], ["Pay first"]],
      ["TOO_MANY", [429], ["Too many at once"]],
    ],
  );
});

test("what two sources say against each other is said at both places", async () => {
  const { workspace } = memoryWorkspace(files);
  const inPage = await analysed(workspace, "docs/errors.md");
  const inProgram = await analysed(workspace, "src/statuses.ts");
  assert.deepEqual(
    messagesOf(inPage).filter((message) => message.startsWith("catalog-conflict")),
    ["catalog-conflict `UNKNOWN_SKU` has 404 here and 400 in `statuses.ts`: one of the two is wrong"],
  );
  assert.deepEqual(messagesOf(inProgram), [
    "catalog-conflict `UNKNOWN_SKU` has 400 here and 404 in `errors.md`: one of the two is wrong",
  ]);
  const [finding] = inPage.findings.filter(({ rule }) => rule === "catalog-conflict");
  assert.equal(page.slice(finding?.span.start, finding?.span.end), "UNKNOWN_SKU");
});

test("a contradiction is mended on either side, in the cell or in the program", async () => {
  const { workspace } = memoryWorkspace(files);
  const texts: Readonly<Record<string, string>> = { "docs/errors.md": page, "src/statuses.ts": statuses };
  for (const [path, titles] of [
    ["docs/errors.md", ["Write 400 here", "Write 404 in `statuses.ts`"]],
    ["src/statuses.ts", ["Write 404 here", "Write 400 in `errors.md`"]],
  ] as const) {
    const { findings } = await analysed(workspace, path);
    const fixes = findings.find(({ rule }) => rule === "catalog-conflict")?.fixes ?? [];
    assert.deepEqual(
      fixes.map(({ title }) => title),
      titles,
    );
    for (const { title, edits } of fixes) {
      const [file] = edits;
      assert.ok(file !== undefined && edits.length === 1);
      const changed = file.uri.slice(workspaceUri.length + 1);
      const before = texts[changed] ?? "";
      const [from, to] = title.includes("400") ? ["404", "400"] : ["400", "404"];
      assert.equal(applyEdits(before, file.edits), before.replace(from, to));
      assert.equal(
        changed,
        title.endsWith("here") ? path : path === "docs/errors.md" ? "src/statuses.ts" : "docs/errors.md",
      );
    }
  }
});

test("the definition of a code is the cell of the page that defines it", async () => {
  const { workspace } = memoryWorkspace(files);
  const analysis = await analysed(workspace, "src/server.ts");
  const definition = definitionAt(analysis, server.indexOf("OUT_OF_STOCK"));
  const [target] = definition?.targets ?? [];
  assert.equal(target?.uri, uriOf("docs/errors.md"));
  assert.equal(page.slice(target?.nameSpan.start, target?.nameSpan.end), "OUT_OF_STOCK");
});

test("editing the page changes the hover; a broken table keeps what was good and says so", async () => {
  const { workspace } = memoryWorkspace(files);
  const hover = async (): Promise<string> =>
    hoverAt(await analysed(workspace, "src/server.ts"), server.indexOf("OUT_OF_STOCK"), { languages: ["en"] })
      ?.markdown ?? "";
  assert.match(await hover(), /Order less/);
  workspace.setOpen(uriOf("docs/errors.md"), page.replace("Order less", "Come back on Monday"), "markdown");
  assert.match(await hover(), /Come back on Monday/);
  const broken = page.replace("| --- | --- | --- | --- |\n", "").replaceAll("|", "");
  workspace.setOpen(uriOf("docs/errors.md"), broken, "markdown");
  assert.match(await hover(), /Come back on Monday/);
  assert.match(messagesOf(await analysed(workspace, "docs/errors.md")).join("\n"), /goes on serving/);
});

test("documents are read once, whatever number of files obeys them", async () => {
  const sources = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`src/file${index}.ts`, server]));
  const { workspace, disk } = memoryWorkspace({ ...files, ...sources });
  for (const path of Object.keys(sources)) await analysed(workspace, path);
  assert.equal(disk.asked.filter((uri) => uri === uriOf("docs/errors.md")).length, 1);
  assert.equal(workspace.work.references, 3);
});

async function analysed(
  workspace: ReturnType<typeof memoryWorkspace>["workspace"],
  path: string,
): Promise<FileAnalysis> {
  const analysis = await workspace.analyse(uriOf(path));
  assert.ok(analysis);
  return analysis;
}

function messagesOf({ findings }: FileAnalysis): readonly string[] {
  return findings.map(({ rule, message }) => `${rule} ${message}`);
}

const unnamed = { "docs/error-codes.md": page, "src/server.ts": server };

test("a page about errors is found without being named, and never makes other codes wrong", async () => {
  const { workspace } = memoryWorkspace({
    ...unnamed,
    "src/more.ts": 'export const f = (_, res) => res.status(400).json({ error: { code: "NOT_IN_THE_PAGE" } });\n',
  });
  const analysis = await analysed(workspace, "src/server.ts");
  assert.deepEqual(messagesOf(analysis), ["status-mismatch `OUT_OF_STOCK` goes with 409 in Shop errors, not 404"]);
  assert.deepEqual(
    analysis.scope.catalogs.map(({ reason }) => reason),
    [{ kind: "found", uri: uriOf("docs/error-codes.md") }],
  );
  assert.deepEqual(messagesOf(await analysed(workspace, "src/more.ts")), []);
});

test("a page is not found where it says so, where a configuration does, and where another is nearer", async () => {
  const off = { ...unnamed, "docs/error-codes.md": `<!-- error-catalog: off -->\n${page}` };
  const none = { ...unnamed, "error-code-insight.json": '{ "catalogs": [] }' };
  const excluded = { ...unnamed, "error-code-insight.json": '{ "exclude": ["docs/**"] }' };
  for (const given of [off, none, excluded]) {
    const { workspace } = memoryWorkspace(given);
    assert.deepEqual((await analysed(workspace, "src/server.ts")).scope.catalogs, []);
  }
  const { workspace } = memoryWorkspace({ ...unnamed, "src/docs/errors.md": page.replace("409", "404") });
  assert.deepEqual(messagesOf(await analysed(workspace, "src/server.ts")), []);
});

test("looking for pages reads none that are not about errors, and lists each folder once", async () => {
  const { workspace, disk } = memoryWorkspace({
    "docs/guide.md": page,
    "docs/ports.md": "| Port | Use |\n| --- | --- |\n| 404 | a |\n",
    "src/a/one.ts": server,
    "src/a/two.ts": server,
  });
  for (const path of ["src/a/one.ts", "src/a/two.ts"])
    assert.deepEqual((await analysed(workspace, path)).scope.catalogs, []);
  assert.deepEqual(
    disk.asked.filter((uri) => uri.endsWith(".md")),
    [],
  );
  const listed = disk.asked.filter((uri) => uri.endsWith("/"));
  assert.equal(new Set(listed).size, listed.length);
});

test("an imported catalog says of each code where all its documents tell of it", async () => {
  const { workspace } = memoryWorkspace(files);
  const uris = ["docs/errors.md", "src/statuses.ts", "texts/errors.properties"].map(uriOf);
  const made = await workspace.importCatalog(uris, { id: "shop", title: "Shop", language: undefined });
  assert.ok(made.kind === "imported");
  assert.deepEqual(
    made.text.split("\n").filter((line) => line.trimStart().startsWith("#")),
    [
      "# Read from errors.md, statuses.ts, errors.properties. Look through it before you trust it.",
      "  # errors.md:5, statuses.ts:2, errors.properties:1",
      "  # errors.md:6, statuses.ts:3",
      "  # CHECK: its sources contradict each other: 404 in errors.md, 400 in statuses.ts",
      "  # errors.md:7",
      "  # errors.md:8, statuses.ts:4",
    ],
  );
});
