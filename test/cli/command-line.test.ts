import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { runCommandLine } from "../support/command-line.ts";
import { temporaryFolder } from "../support/folder.ts";

const configuration = '{ "catalogs": ["builtin:uk-retail-api"] }';
const clean =
  'export const f = (res) => res.status(409).json({ ok: false, error: { code: "FORBIDDEN", message: "x" } });\n';
const dirty = clean.replace("409", "403");

test("`check` on clean code ends with 0 and says nothing but the summary", async (context) => {
  const folder = temporaryFolder(context, { "error-code-insight.json": configuration, "a.ts": clean });
  const { code, output, notices } = await runCommandLine(folder.path, "check", "--format", "json");
  assert.deepEqual(JSON.parse(output), {
    findings: [],
    summary: { files: 2, sites: 1, error: 0, warning: 0, info: 0, hint: 0 },
  });
  assert.deepEqual([code, notices], [0, ""]);
});

test("`check` prints findings with fixes as one JSON document and ends with 1", async (context) => {
  const folder = temporaryFolder(context, { "error-code-insight.json": configuration, "src/a.ts": `\n${dirty}` });
  const { code, output } = await runCommandLine(folder.path, "check", "src", "--format", "json");
  const column = dirty.indexOf("403") + 1;
  const place = { line: 2, column, endLine: 2, endColumn: column + 3 };
  const { findings, summary } = JSON.parse(output);
  const [{ message, fixes, ...finding }] = findings;
  assert.deepEqual(finding, {
    path: "src/a.ts",
    ...place,
    rule: "status-mismatch",
    severity: "warning",
    catalog: "uk-retail-api",
    code: "FORBIDDEN",
    status: 403,
  });
  assert.match(message, /`FORBIDDEN` goes with 409/);
  assert.deepEqual(fixes[0].edits, [{ ...place, newText: "409" }]);
  assert.deepEqual(summary, { files: 1, sites: 1, error: 0, warning: 1, info: 0, hint: 0 });
  assert.equal(code, 1);
});

test("`check` for people names file, place, severity and rule", async (context) => {
  const folder = temporaryFolder(context, { "error-code-insight.json": configuration, "a.ts": dirty });
  const { code, output } = await runCommandLine(folder.path, "check");
  assert.equal(code, 1);
  assert.match(
    output,
    /^a\.ts\n {2}1:38 +warning +.*409.* {2}status-mismatch\n\n1 warning in 2 files, 1 error site\n$/,
  );
});

test("`--fail-on` lets lesser findings pass", async (context) => {
  const folder = temporaryFolder(context, { "error-code-insight.json": configuration, "a.ts": dirty });
  assert.equal((await runCommandLine(folder.path, "check", "--fail-on", "error")).code, 0);
  assert.equal((await runCommandLine(folder.path, "check", "--fail-on", "warning")).code, 1);
});

test("`export` writes a catalog in the form that is asked for", async (context) => {
  const folder = temporaryFolder(context, {});
  const page = await runCommandLine(folder.path, "export", "uk-retail-api", "--to", "markdown", "--lang", "en");
  assert.match(page.output, /^# Ukrainian retail API\n[\s\S]*\n\| `FORBIDDEN` \| 409 \|/);
  assert.equal(page.code, 0);
  const wrong = await runCommandLine(folder.path, "export", "uk-retail-api", "--to", "word");
  assert.deepEqual([wrong.code, wrong.output], [2, ""]);
  assert.match(wrong.notices, /--to is one of yaml, json, markdown, typescript, openapi, not `word`/);
});

test("ignored folders are not read, named files are", async (context) => {
  const folder = temporaryFolder(context, {
    "error-code-insight.json": configuration,
    ".gitignore": "build/\n",
    "build/a.ts": dirty,
    "node_modules/x/a.ts": dirty,
    "a.txt": "nothing",
  });
  assert.equal((await runCommandLine(folder.path, "check")).code, 0);
  assert.equal((await runCommandLine(folder.path, "check", "build/a.ts")).code, 1);
});

test("`--config` is in force for all files", async (context) => {
  const folder = temporaryFolder(context, {
    "own/error-code-insight.json": "{}",
    "own/a.ts": dirty,
    "other.json": configuration,
  });
  assert.equal((await runCommandLine(folder.path, "check", "own/a.ts")).code, 0);
  assert.equal((await runCommandLine(folder.path, "check", "own/a.ts", "--config", "other.json")).code, 1);
});

test("wrong use ends with 2 and a sentence on standard error", async (context) => {
  const folder = temporaryFolder(context, {});
  for (const words of [
    ["check", "missing"],
    ["check", "--format", "xml"],
    ["nonsense"],
    ["check", "--config", "none.json"],
    ["catalogs", "nobody"],
    ["check", "--fail-on", "sometimes"],
  ]) {
    const { code, output, notices } = await runCommandLine(folder.path, ...words);
    assert.deepEqual([words, code, output], [words, 2, ""]);
    assert.match(notices, /\S/);
    assert.doesNotMatch(notices, /\n\s+at /);
  }
});

test("`sites` lists every part with its evidence", async (context) => {
  const folder = temporaryFolder(context, {
    "codes.ts": 'export const FORBIDDEN = "FORBIDDEN";\n',
    "a.ts":
      'import { FORBIDDEN } from "./codes";\nexport const f = (res) => res.status(409).set("X-Trace", "1").json({ error: { code: FORBIDDEN, message: "no" } });\n',
  });
  const { code, output } = await runCommandLine(folder.path, "sites", "a.ts", "--format", "json");
  const [{ evidence, line, column, endLine, endColumn, ...site }] = JSON.parse(output).sites;
  assert.deepEqual(site, {
    path: "a.ts",
    idiom: "express",
    role: "emit",
    status: 409,
    code: "FORBIDDEN",
    message: "no",
    headers: { "X-Trace": "1" },
    catalog: null,
  });
  assert.deepEqual([line, endLine, column < endColumn], [2, 2, true]);
  const codeSteps = evidence.find((part: { part: string }) => part.part === "code").steps;
  assert.ok(codeSteps.some((step: { path?: string }) => step.path === "codes.ts"));
  assert.equal(code, 0);
});

test("`catalogs` lists built-in and own catalogs, with an id everything of one", async (context) => {
  const folder = temporaryFolder(context, {
    "api/error-code-insight.json": '{ "catalogs": ["./shop.yaml"] }',
    "api/shop.yaml": "id: shop\ntitle: Shop\nlanguage: en\ncodes:\n  SOLD_OUT: { status: 409, message: 'sold out' }\n",
  });
  const list = JSON.parse((await runCommandLine(folder.path, "catalogs", "--format", "json")).output);
  const ids = list.catalogs.map(({ id }: { id: string }) => id);
  assert.deepEqual(ids.toSorted(), [
    "agora-chat",
    "fa-web-services",
    "google-booking-server",
    "google-rpc",
    "http",
    "ru-rest-api",
    "shop",
    "uk-retail-api",
  ]);
  assert.deepEqual(
    list.catalogs.find(({ id }: { id: string }) => id === "shop"),
    {
      id: "shop",
      title: "Shop",
      language: "en",
      source: join("api", "shop.yaml").replaceAll("\\", "/"),
      codes: 1,
      statuses: 0,
      problems: 0,
      use: "named",
    },
  );
  const { catalog } = JSON.parse((await runCommandLine(folder.path, "catalogs", "shop", "--format", "json")).output);
  assert.deepEqual(
    [catalog.codes[0].code, catalog.codes[0].statuses, catalog.codes[0].messages],
    ["SOLD_OUT", [409], ["sold out"]],
  );
});

test("`catalogs` lists pages that serve unnamed and documents that could, with reason and confidence", async (context) => {
  const page =
    "# Errors\n\n| Code | Status | Message |\n| --- | --- | --- |\n| `SOLD_OUT` | 409 | Sold out |\n| `NO_SKU` | 404 | No such thing |\n| `PAY_FIRST` | 402 | Pay first |\n";
  const folder = temporaryFolder(context, { "docs/errors.md": page, "docs/guide/failures.md": page });
  const list = JSON.parse((await runCommandLine(folder.path, "catalogs", "--format", "json")).output);
  const unnamed = list.catalogs.filter(({ use }: { use: string }) => use === "found" || use === "offered");
  assert.deepEqual(
    unnamed.map(({ source, use, codes }: Record<string, unknown>) => [source, use, codes]),
    [
      ["docs/errors.md", "found", 3],
      ["docs/guide/failures.md", "offered", 3],
    ],
  );
  for (const { reason, confidence } of unnamed) {
    assert.match(reason, /defines 3 error codes/);
    assert.ok(confidence >= 0.4 && confidence <= 1);
  }
  const { output } = await runCommandLine(folder.path, "catalogs");
  assert.match(output, /failures\.md.*\n.*could serve: .*3 error codes/);
  assert.match((await runCommandLine(folder.path, "explain", "SOLD_OUT")).output, /409/);
});

test("a page's own contradictions are reported with its catalog", async (context) => {
  const folder = temporaryFolder(context, {});
  const rulesOf = async (id: string) => {
    const { catalog } = JSON.parse((await runCommandLine(folder.path, "catalogs", id, "--format", "json")).output);
    return [...new Set(catalog.problems.map(({ rule }: { rule: string }) => rule))].toSorted();
  };
  assert.deepEqual(await rulesOf("fa-web-services"), ["catalog-duplicate-code"]);
  assert.deepEqual(await rulesOf("ru-rest-api"), ["catalog-undefined-code"]);
  assert.deepEqual(await rulesOf("agora-chat"), ["catalog-conflict"]);
  assert.deepEqual(await rulesOf("google-booking-server"), ["catalog-conflict"]);
  for (const id of ["uk-retail-api", "http", "google-rpc"]) assert.deepEqual([id, await rulesOf(id)], [id, []]);
});

test("`explain` finds a code in every catalog, or in one, in the language asked for", async (context) => {
  const folder = temporaryFolder(context, {});
  const all = JSON.parse((await runCommandLine(folder.path, "explain", "NOT_FOUND", "--format", "json")).output);
  assert.deepEqual(all.entries.map(({ catalog }: { catalog: string }) => catalog).toSorted(), [
    "google-rpc",
    "uk-retail-api",
  ]);
  const one = await runCommandLine(folder.path, "explain", "FORBIDDEN", "--catalog", "uk-retail-api", "--lang", "uk");
  assert.match(one.output, /FORBIDDEN.*409/);
  assert.match(one.output, /[іїєґ]/i);
  const negative = await runCommandLine(folder.path, "explain", "--catalog", "fa-web-services", "--", "-104");
  assert.match(negative.output, /-104/);
  const status = await runCommandLine(folder.path, "explain", "429", "--catalog", "http");
  assert.match(status.output, /Too Many Requests/);
  assert.equal((await runCommandLine(folder.path, "explain", "NO_SUCH_CODE_ANYWHERE")).code, 1);
  const sampled = await runCommandLine(folder.path, "explain", "1008", "--catalog", "ru-rest-api");
  assert.equal(sampled.code, 1);
  assert.equal(sampled.notices, "1008 · not in Russian REST API; its own sample uses it; for 405 it defines 5001\n");
});

test("`sites --why` says what is at a place, and where following a value stopped", async (context) => {
  const folder = temporaryFolder(context, {
    "codes.ts": 'export const FORBIDDEN = "FORBIDDEN";\n',
    "a.ts": [
      'import { FORBIDDEN } from "./codes";',
      "export function handle(res: Response, status: number) {",
      "  res.status(409).json({ error: { code: FORBIDDEN } });",
      '  res.status(status).json({ error: { code: "A_B" } });',
      "}",
      "const port = 8080;",
    ].join("\n"),
  });
  const known = await runCommandLine(folder.path, "sites", "--why", "a.ts:3");
  assert.match(known.output, /^Here: recognised as express \(emit\)\nstatus: 409\ncode: FORBIDDEN\n/m);
  assert.match(known.output, /^– constant FORBIDDEN, codes\.ts, line 1$/m);
  const dynamic = await runCommandLine(folder.path, "sites", "--why", "a.ts:4:16", "--format", "json");
  const { why } = JSON.parse(dynamic.output);
  assert.deepEqual([why.path, why.line, why.column, why.sites.length], ["a.ts", 4, 16, 1]);
  assert.deepEqual([why.sites[0].idiom, why.sites[0].status, why.sites[0].code], ["express", null, "A_B"]);
  assert.ok(
    why.sentences.some((sentence: string) =>
      sentence.endsWith("status is a parameter of handle, which is called nowhere in this file"),
    ),
    why.sentences.join("\n"),
  );
  const nothing = await runCommandLine(folder.path, "sites", "--why", "a.ts:6", "--format", "json");
  assert.deepEqual([nothing.code, JSON.parse(nothing.output).why.sites], [0, []]);
});

test("`sites --why` says why a file is not read", async (context) => {
  const folder = temporaryFolder(context, {
    "error-code-insight.json": '{ "exclude": ["generated/**"] }',
    "generated/a.ts": dirty,
    "a.css": "a { color: red }\n",
  });
  const excluded = await runCommandLine(folder.path, "sites", "--why", "generated/a.ts:1");
  assert.match(excluded.output, /generated\/\*\* under exclude in error-code-insight\.json leaves it out/);
  assert.match(
    (await runCommandLine(folder.path, "sites", "--why", "a.css:1")).output,
    /^File: not read: errors are looked for in TypeScript/,
  );
});

test("`sites --why` at a place that is not there ends with 2 and says so", async (context) => {
  const folder = temporaryFolder(context, { "a.ts": clean, "folder/b.ts": "" });
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [["a.ts:9"], /there is no line 9: the file has 2/],
    [["a.ts:0"], /there is no line 0/],
    [["a.ts:1:999"], /there is no column 999: line 1 ends at column \d+/],
    [["none.ts:1"], /there is no file for the place `none\.ts:1`/],
    [["folder:1"], /there is no file/],
    [["a.ts"], /--why wants a place such as src\/api\.ts:12/],
    [["a.ts:1", "a.ts"], /leave out the other paths/],
  ];
  for (const [[place = "", ...more], message] of wrong) {
    const { code, output, notices } = await runCommandLine(folder.path, "sites", ...more, "--why", place);
    assert.deepEqual([place, code, output], [place, 2, ""]);
    assert.match(notices, message);
  }
});

test("`import` makes a catalog from a page, and `bootstrap` one from the code", async (context) => {
  const folder = temporaryFolder(context, {
    "errors.md":
      "# Shop errors\n\n| Code | HTTP status | Message |\n| --- | --- | --- |\n| `SOLD_OUT` | 409 | Nothing left |\n| `NO_SUCH` | 404 | Not here |\n",
    "a.ts": clean,
    "b.ts": clean.replace("409", "403"),
  });
  const page = await runCommandLine(folder.path, "import", "errors.md");
  assert.equal(
    page.output,
    "# Read from errors.md. Look through it before you trust it.\n\nid: errors\ntitle: Shop errors\nlanguage: en\nmessages: varies\ncodes:\n  # errors.md:5\n  SOLD_OUT:\n    status: 409\n    message: Nothing left\n  # errors.md:6\n  NO_SUCH:\n    status: 404\n    message: Not here\n",
  );
  assert.deepEqual([page.code, page.notices], [0, ""]);
  const code = await runCommandLine(folder.path, "bootstrap", "--id", "shop");
  assert.match(
    code.output,
    /\n {2}# CHECK: 403 at b\.ts:1; 409 at a\.ts:1\n {2}FORBIDDEN:\n {4}status:\n {6}- 403\n {6}- 409\n/,
  );
  const none = await runCommandLine(folder.path, "import", "a.txt");
  assert.deepEqual([none.code, none.output], [2, ""]);
});
