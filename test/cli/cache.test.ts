import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { runCommandLine } from "../support/command-line.ts";
import { temporaryFolder } from "../support/folder.ts";
import { memoryRun } from "../support/memory-run.ts";

const errors = 'export const GONE = { status: 410, code: "ORDER_GONE" };\n';
const usesErrors =
  'import { GONE } from "./errors";\nexport const f = (res) => res.status(GONE.status).json({ error: { code: GONE.code } });\n';
const sends = (status: number, code = "ORDER_CLOSED") =>
  `export const f = (res) => res.status(${status}).json({ error: { code: "${code}" } });\n`;

const limits = (status: number) =>
  `export const f = (res) => res.status(${status}).set("Retry-After", "60").json({ error: { code: "TOO_MANY_REQUESTS" } });\n`;

function statusesIn(output: string): readonly (readonly [string, number | null])[] {
  return JSON.parse(output).sites.map(({ path, status }: { path: string; status: number }) => [path, status]);
}

test("a second run reads no file that has not changed, and says the same", async (context) => {
  const folder = temporaryFolder(context, { "src/errors.ts": errors, "src/a.ts": usesErrors, "src/b.ts": sends(409) });
  const first = await memoryRun(folder.path, "sites", { cache: true });
  const second = await memoryRun(folder.path, "sites", { cache: true });
  assert.equal(second.output, first.output);
  assert.deepEqual([first.reads > 3, second.reads, second.compared], [true, 0, 0]);
});

test("what a changed file is imported by is looked at again, and nothing else", async (context) => {
  const folder = temporaryFolder(context, { "src/errors.ts": errors, "src/a.ts": usesErrors, "src/b.ts": sends(409) });
  await memoryRun(folder.path, "sites", { cache: true });
  writeFileSync(join(folder.path, "src/errors.ts"), errors.replace("410", "404"));
  const { output, analysed } = await memoryRun(folder.path, "sites", { cache: true });
  assert.deepEqual(
    statusesIn(output).filter(([path]) => path !== "src/errors.ts"),
    [
      ["src/a.ts", 404],
      ["src/b.ts", 409],
    ],
  );
  assert.deepEqual(analysed, ["src/a.ts", "src/errors.ts"]);
});

test("a file with another time and the same text holds", async (context) => {
  const folder = temporaryFolder(context, { "a.ts": sends(409), "b.ts": sends(404) });
  await memoryRun(folder.path, "sites", { cache: true });
  utimesSync(join(folder.path, "a.ts"), 1_000_000, 1_000_000);
  const second = await memoryRun(folder.path, "sites", { cache: true });
  assert.deepEqual([second.analysed, second.compared], [[], 1]);
  // Its new time is believed from now on.
  const third = await memoryRun(folder.path, "sites", { cache: true });
  assert.deepEqual([third.analysed, third.compared], [[], 0]);
});

test("what changed right before the run is compared by its text", async (context) => {
  const folder = temporaryFolder(context, { "a.ts": sends(409) });
  await memoryRun(folder.path, "sites", { cache: true, isNow: true });
  const { analysed, compared } = await memoryRun(folder.path, "sites", { cache: true });
  assert.deepEqual([analysed, compared], [[], 1]);
});

test("a change is seen whatever time and size the file has", async (context) => {
  const folder = temporaryFolder(context, { "a.ts": sends(409) });
  const file = join(folder.path, "a.ts");
  utimesSync(file, 1_000_000, 1_000_000);
  await memoryRun(folder.path, "sites", { cache: true });
  writeFileSync(file, sends(404));
  utimesSync(file, 1_000_000, 1_000_000);
  assert.deepEqual(statusesIn((await memoryRun(folder.path, "sites", { cache: true })).output), [["a.ts", 404]]);
});

test("a run over a part keeps what is known of the rest", async (context) => {
  const folder = temporaryFolder(context, { "src/a.ts": sends(409), "lib/b.ts": sends(404) });
  await memoryRun(folder.path, "sites", { cache: true });
  writeFileSync(join(folder.path, "src/a.ts"), sends(410));
  await memoryRun(folder.path, "sites", { cache: true, paths: ["src"] });
  const { output, analysed } = await memoryRun(folder.path, "sites", { cache: true });
  assert.deepEqual(
    [statusesIn(output), analysed],
    [
      [
        ["lib/b.ts", 404],
        ["src/a.ts", 410],
      ],
      [],
    ],
  );
});

test("another program, other options, a changed or a cut file: nothing of it is believed", async (context) => {
  const folder = temporaryFolder(context, { "a.ts": sends(409), "other.json": "{}", "kept/.keep": "" });
  const cached = { cache: true, cacheLocation: "kept" };
  const again = async (options: object = {}) =>
    (await memoryRun(folder.path, "sites", { ...cached, ...options })).analysed.length;
  const file = join(folder.path, "kept", "sites.cache");
  assert.equal(await again(), 2);
  assert.equal(await again(), 0);
  assert.equal(await again({ build: "another" }), 2);
  assert.equal(await again({ build: "another" }), 0);
  assert.equal(await again({ config: "other.json" }), 2);
  for (const spoil of [
    (text: string) => text.replace("409", "404"),
    (text: string) => text.slice(0, -10),
    () => "",
    () => "{}",
    () => "\n{}",
  ]) {
    await again();
    writeFileSync(file, spoil(readFileSync(file, "utf8")));
    const { output, analysed } = await memoryRun(folder.path, "sites", cached);
    assert.deepEqual([statusesIn(output), analysed.length], [[["a.ts", 409]], 2]);
  }
});

test("`check` recalls findings, the baseline's share and what every file sends", async (context) => {
  const folder = temporaryFolder(context, {
    "old.ts": limits(403),
    "a.ts": sends(409),
    "b.ts": sends(409),
  });
  await memoryRun(folder.path, "check", { updatesBaseline: true });
  const run = async () => {
    const cached = await memoryRun(folder.path, "check", { cache: true });
    assert.equal(cached.output, (await memoryRun(folder.path, "check", {})).output);
    const { findings, baseline } = JSON.parse(cached.output);
    return [findings.map(({ path, rule }: Record<string, string>) => `${path} ${rule}`), baseline, cached.analysed];
  };
  const held = { hidden: 1, stale: [] };
  await run();
  assert.deepEqual(await run(), [[], held, []]);
  writeFileSync(join(folder.path, "c.ts"), sends(404));
  assert.deepEqual(await run(), [["c.ts inconsistent-status"], held, ["a.ts", "b.ts", "c.ts"]]);
  assert.deepEqual((await run()).slice(0, 2), [["c.ts inconsistent-status"], held]);
  rmSync(join(folder.path, "c.ts"));
  assert.deepEqual((await run()).slice(0, 2), [[], held]);
  assert.deepEqual(await run(), [[], held, []]);
  writeFileSync(join(folder.path, "old.ts"), limits(429));
  assert.deepEqual(await run(), [
    [],
    { hidden: 0, stale: [{ path: "old.ts", rule: "rate-limit-status", recorded: 1, found: 0 }] },
    ["old.ts"],
  ]);
});

test("where nothing can be kept, the run says so and goes on", async (context) => {
  const folder = temporaryFolder(context, { "a.ts": sends(409), kept: "a file where a folder should be" });
  const { code, output, notices } = await runCommandLine(folder.path, "sites", "--cache-location", "kept");
  assert.match(output, /1 error site\n$/);
  assert.match(notices, /^error-code-insight: nothing is kept for the next run: .+\n$/);
  assert.equal(code, 0);
});

test("`--cache` keeps results beside the project's packages, and the fixes of `--fix` are not among them", async (context) => {
  const wrong = 'export const f = (res) => res.status(409).json({ error: { code: "FORBIDDEN", message: "x" } });\n';
  const folder = temporaryFolder(context, {
    "error-code-insight.json": '{ "catalogs": ["builtin:uk-retail-api"] }',
    "node_modules/.keep": "",
    "a.ts": wrong,
  });
  assert.equal((await runCommandLine(folder.path, "check", "--cache")).code, 1);
  assert.match(
    readFileSync(join(folder.path, "node_modules/.cache/error-code-insight/check.cache"), "utf8"),
    /envelope-mismatch/,
  );
  assert.equal((await runCommandLine(folder.path, "check", "--cache", "--fix")).code, 0);
  const { code, output } = await runCommandLine(folder.path, "check", "--cache");
  assert.deepEqual([code, /nothing to report/.test(output)], [0, true]);
});

const names = [
  "src/errors.ts",
  "src/a.ts",
  "lib/b.ts",
  "src/index.ts",
  "package.json",
  "lib/package.json",
  "error-code-insight.json",
  "docs/errors.md",
  ".gitignore",
  "tsconfig.json",
];
const texts: Readonly<Record<string, readonly string[]>> = {
  "src/errors.ts": [errors, errors.replace("410", "404"), 'export * from "./more";\n', "broken {"],
  "src/a.ts": [usesErrors, usesErrors.replace("./errors", "@app/errors"), sends(403, "FORBIDDEN"), ""],
  "lib/b.ts": [
    sends(404),
    sends(409),
    'import { GONE } from "../src";\nexport const g = (res) => res.status(GONE.status).json({ code: GONE.code });\n',
  ],
  "src/index.ts": ['export * from "./errors";\n', 'export { GONE } from "./a";\n'],
  "package.json": ['{ "dependencies": { "express": "5" } }', '{ "name": "x", "keywords": ["redis"] }', "{"],
  "lib/package.json": ['{ "name": "lib" }', "{}"],
  "error-code-insight.json": ['{ "catalogs": ["builtin:uk-retail-api"] }', '{ "exclude": ["lib"] }', "{"],
  "docs/errors.md": [
    "# Errors\n\n| Code | Status |\n| --- | --- |\n| `ORDER_GONE` | 409 |\n| `ORDER_CLOSED` | 410 |\n| `X_Y` | 404 |\n",
    "# Errors\n",
  ],
  ".gitignore": ["lib\n", "docs\n", ""],
  "tsconfig.json": ['{ "compilerOptions": { "paths": { "@app/*": ["./src/*"] } } }', "{}"],
};

const change = fc
  .constantFrom(...names)
  .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...(texts[name] ?? []), undefined), fc.boolean()));

test("after any changes a run that recalls says what one says that looks at everything", async (context) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(change, { maxLength: 4 }), { minLength: 2, maxLength: 5 }), async (rounds) => {
      const { path } = temporaryFolder(context, {
        ".git/HEAD": "",
        "src/errors.ts": errors,
        "src/a.ts": usesErrors,
        "lib/b.ts": sends(404),
      });
      for (const changes of rounds) {
        for (const [name, text, isOld] of changes) {
          const file = join(path, name);
          mkdirSync(dirname(file), { recursive: true });
          if (text === undefined) rmSync(file, { force: true });
          else writeFileSync(file, text);
          if (text !== undefined && isOld) utimesSync(file, 1_000_000, 1_000_000);
        }
        for (const command of ["sites", "check"] as const) {
          const recalled = await memoryRun(path, command, { cache: true, cacheLocation: ".git/kept" });
          assert.equal(recalled.output, (await memoryRun(path, command, {})).output);
        }
      }
    }),
    { numRuns: 15 },
  );
});
