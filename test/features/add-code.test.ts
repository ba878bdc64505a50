import assert from "node:assert/strict";
import { test } from "node:test";
import { codeActionsAt } from "../../server/core/index.ts";
import { applyEdits } from "../../server/core/text/edit.ts";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";

interface Added {
  readonly title: string;
  readonly text: string;
}

/** What the fix of the file's `unknown-code` finding makes of the catalog `name`; undefined where there is none. */
async function added(name: string, catalog: string, source: string): Promise<Added | undefined> {
  const { workspace } = memoryWorkspace({
    "error-code-insight.json": JSON.stringify({ catalogs: [name] }),
    [name]: catalog,
    "src/server.ts": source,
  });
  const analysis = await workspace.analyse(uriOf("src/server.ts"));
  assert.ok(analysis);
  const finding = analysis.findings.find(({ rule }) => rule === "unknown-code");
  assert.ok(finding, `findings: ${analysis.findings.map(({ message }) => message)}`);
  const action = codeActionsAt(analysis, finding.span).find(({ title }) => title.startsWith("Add"));
  if (action === undefined) return undefined;
  assert.deepEqual(
    action.edits.map(({ uri }) => uri),
    [uriOf(name)],
  );
  const text = applyEdits(catalog, action.edits[0]?.edits ?? []);
  workspace.setOpen(uriOf(name), text);
  const after = await workspace.analyse(uriOf("src/server.ts"));
  assert.deepEqual(
    after?.findings.map(({ rule }) => rule),
    [],
    "the code is known now",
  );
  return { title: action.title, text };
}

const answer = (code: string, status = 422, message = "Too heavy | for one parcel"): string =>
  `export const f = (_, res) => res.status(${status}).json({ error: { code: ${code}, message: ${JSON.stringify(message)} } });\n`;

test("an aligned table of Markdown gets a row in the same widths", async () => {
  const page = `# Shop errors

| Code           | HTTP status | Message          | How to fix       |
| -------------- | ----------- | ---------------- | ---------------- |
| \`OUT_OF_STOCK\` | 409         | Nothing left     | Order less       |
| \`UNKNOWN_SKU\`  | 404         | There is none    | Look for another |
| \`PAY_FIRST\`    | 402         | Pay first        | Pay              |

Nothing else can happen.
`;
  const last = "| `PAY_FIRST`    | 402         | Pay first        | Pay              |\n";
  assert.deepEqual(await added("docs/errors.md", page, answer('"TOO_HEAVY"', 422, "Too heavy")), {
    title: "Add `TOO_HEAVY` to Shop errors",
    text: page.replace(last, `${last}| \`TOO_HEAVY\`    | 422         | Too heavy        |                  |\n`),
  });
});

test("a last row that says a code again, or is out of line, is no model but the place", async () => {
  const page = `# Errors

| Code           | Status | Message          |
| -------------- | ------ | ---------------- |
| \`OUT_OF_STOCK\` | 409    | Nothing left     |
| \`UNKNOWN_SKU\`  | 404    | There is none    |
| \`PAY_FIRST\`    | 402    | Pay first        |
| \`OUT_OF_STOCK\` | 409    | Nothing left of what was ordered |
`;
  assert.deepEqual(await added("errors.md", page, answer('"TOO_HEAVY"', 422, "Too heavy")), {
    title: "Add `TOO_HEAVY` to Errors",
    text: `${page}| \`TOO_HEAVY\`    | 422    | Too heavy        |\n`,
  });
});

test("a row with an empty cell is no model", async () => {
  const page =
    "# Errors\n\n| Code | Status | Message |\n|---|---|---|\n| OUT_OF_STOCK | 409 | Nothing left |\n| UNKNOWN_SKU | 404 | None |\n| SLOW_DOWN | | Wait |\n";
  assert.deepEqual(await added("errors.md", page, answer('"TOO_HEAVY"', 422, "Too heavy")), {
    title: "Add `TOO_HEAVY` to Errors",
    text: `${page}| TOO_HEAVY | 422 | Too heavy |\n`,
  });
});

test("a table without widths and outer pipes gets a row like its last", async () => {
  const page =
    "# Errors\r\n\r\nStatus | Code | Message\r\n---|---|---\r\n409 Conflict | OUT_OF_STOCK | Nothing left\r\n404 Not Found | UNKNOWN_SKU | None\r\n402 Payment Required | PAY_FIRST | Pay first\r\n";
  assert.deepEqual(await added("errors.md", page, answer('"TOO_HEAVY"')), {
    title: "Add `TOO_HEAVY` to Errors",
    text: `${page.slice(0, -2)}\r\n422 Unprocessable Content | TOO_HEAVY | Too heavy \\| for one parcel\r\n`,
  });
});

test("of several tables that with the status gets the row", async () => {
  const page = `# Errors

## 404 Not Found

| Code | Message |
|---|---|
| UNKNOWN_SKU | There is none |
| UNKNOWN_USER | Who is that |

## 409 Conflict

| Code | Message |
|---|---|
| OUT_OF_STOCK | Nothing left |
| SOLD_TWICE | Somebody was faster |
`;
  const last = "| UNKNOWN_USER | Who is that |\n";
  assert.deepEqual(await added("errors.md", page, answer('"UNKNOWN_CART"', 404, "No cart")), {
    title: "Add `UNKNOWN_CART` to Errors",
    text: page.replace(last, `${last}| UNKNOWN_CART | No cart |\n`),
  });
  assert.equal(await added("errors.md", page, answer('"TOO_HEAVY"', 422)), undefined, "no table has that status");
});

const head = "id: shop\ntitle: Shop\nlanguage: en\n";

test("YAML gets an entry with the file's indentation, before what follows", async () => {
  const yaml = `${head}codes:\n    OUT_OF_STOCK:\n        status: 409 # for good\n        message: Nothing left\n    UNKNOWN_SKU:\n        status: 404 # or never there\npolicies: []\n`;
  assert.deepEqual(await added("shop.yaml", yaml, answer('"TOO_HEAVY"', 422, "Too heavy: {kg} kg")), {
    title: "Add `TOO_HEAVY` to Shop",
    text: yaml.replace(
      "# or never there\n",
      '# or never there\n    TOO_HEAVY:\n        status: 422\n        message: "Too heavy: {kg} kg"\n',
    ),
  });
});

test("YAML in braces and in lists stays so", async () => {
  const flow = `${head}codes:\n  1001: { status: 409, message: Nothing left }\n  1002: { status: 404 }\n`;
  assert.equal(
    (await added("shop.yaml", flow, answer("1003")))?.text,
    `${flow}  1003: { status: 422, message: Too heavy | for one parcel }\n`,
  );
  const list = `${head}codes:\n  - code: "1001"\n    status: 409\n  - code: "1002"\n    status: 404\n`;
  assert.equal(
    (await added("shop.yaml", list, answer('"1003"')))?.text,
    `${list}  - code: "1003"\n    status: 422\n    message: Too heavy | for one parcel\n`,
  );
});

test("JSON gets an entry as its last one is written", async () => {
  const short =
    '{\n  "id": "shop", "title": "Shop", "language": "en",\n  "codes": {\n    "OUT_OF_STOCK": { "status": 409 },\n    "UNKNOWN_SKU": { "status": 404 }\n  }\n}\n';
  assert.equal(
    (await added("shop.json", short, answer('"TOO_HEAVY"')))?.text,
    short.replace(
      '{ "status": 404 }\n',
      '{ "status": 404 },\n    "TOO_HEAVY": { "status": 422, "message": "Too heavy | for one parcel" }\n',
    ),
  );
  const long = JSON.stringify(
    {
      id: "shop",
      title: "Shop",
      language: "en",
      codes: [
        { code: 1001, status: 409 },
        { code: 1002, status: 404 },
      ],
    },
    undefined,
    "\t",
  );
  const made = (await added("shop.json", long, answer("1003")))?.text;
  const grown = JSON.parse(long);
  grown.codes.push({ code: 1003, status: 422, message: "Too heavy | for one parcel" });
  assert.equal(made, JSON.stringify(grown, undefined, "\t"));
});

test("catalogs that come with the product, and formats that are only read, are left alone", async () => {
  const { workspace } = memoryWorkspace({
    "error-code-insight.json": '{ "catalogs": ["builtin:ru-rest-api"] }',
    "src/server.ts": answer("1008", 405),
  });
  const analysis = await workspace.analyse(uriOf("src/server.ts"));
  assert.ok(analysis);
  const titles = codeActionsAt(analysis, { start: 0, end: analysis.text.length }).map(({ title }) => title);
  assert.ok(titles.length > 0 && titles.every((title) => !title.startsWith("Add `1008`")), titles.join());
  const csv = "Code,Status,Message\nOUT_OF_STOCK,409,Nothing left\nUNKNOWN_SKU,404,None\nPAY_FIRST,402,Pay first\n";
  assert.equal(await added("errors.csv", csv, answer('"TOO_HEAVY"')), undefined);
});

test("an empty status is filled with the one that the code sends, in the width of its cell", async () => {
  const page = `# Shop errors

| Code           | HTTP status | Message          |
| -------------- | ----------- | ---------------- |
| \`OUT_OF_STOCK\` | 409         | Nothing left     |
| \`SLOW_DOWN\`    |             | Too many at once |
| \`PAY_FIRST\`    | 402         | Pay first        |
`;
  const { workspace } = memoryWorkspace({
    "error-code-insight.json": '{ "catalogs": ["docs/errors.md"] }',
    "docs/errors.md": page,
    "src/server.ts": answer('"SLOW_DOWN"', 429, "Too many at once"),
    "src/other.ts": answer('"SLOW_DOWN"', 503, "Too many at once"),
  });
  const fixes = async () => {
    const analysis = await workspace.analyse(uriOf("docs/errors.md"));
    assert.ok(analysis);
    const finding = analysis.findings.find(({ rule }) => rule === "catalog-status-missing");
    assert.ok(finding);
    return codeActionsAt(analysis, finding.span).filter(({ kind }) => kind === "fix");
  };
  assert.deepEqual(await fixes(), []);
  await workspace.analyse(uriOf("src/server.ts"));
  const [fix, ...others] = await fixes();
  assert.deepEqual([fix?.title, others.length], ["Write 429 here, as the code sends", 0]);
  const row = "| `SLOW_DOWN`    | 429         | Too many at once |";
  assert.equal(applyEdits(page, fix?.edits[0]?.edits ?? []), page.replace(/^\| `SLOW_DOWN`.*$/m, row));
  await workspace.analyse(uriOf("src/other.ts"));
  assert.deepEqual(await fixes(), [], "two statuses are a question, not an answer");
});
