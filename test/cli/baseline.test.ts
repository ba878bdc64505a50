import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCommandLine } from "../support/command-line.ts";
import { temporaryFolder } from "../support/folder.ts";

const configuration = '{ "catalogs": ["builtin:uk-retail-api"] }';
const wrong = 'res.status(403).json({ ok: false, error: { code: "FORBIDDEN", message: "x" } });\n';
const name = "error-code-insight-baseline.json";

function inJson(output: string) {
  const { findings, summary, baseline } = JSON.parse(output);
  return {
    found: findings.map(({ path, line, rule }: Record<string, unknown>) => `${path}:${line} ${rule}`),
    warnings: summary.warning,
    baseline,
  };
}

test("what the baseline has recorded is hidden, and what is beyond is shown", async (context) => {
  const folder = temporaryFolder(context, {
    "error-code-insight.json": configuration,
    "src/b.ts": wrong,
    "src/a.ts": wrong + wrong,
  });
  const updated = await runCommandLine(folder.path, "check", "--update-baseline");
  assert.deepEqual([updated.code, updated.output], [0, ""]);
  assert.match(updated.notices, /error-code-insight-baseline\.json now holds 3 findings/);
  const text = readFileSync(join(folder.path, name), "utf8");
  assert.equal(
    text,
    `${JSON.stringify({ version: 1, files: { "src/a.ts": { "status-mismatch": 2 }, "src/b.ts": { "status-mismatch": 1 } } }, undefined, 2)}\n`,
  );

  const clean = await runCommandLine(folder.path, "check", "--format", "json");
  assert.deepEqual(inJson(clean.output), { found: [], warnings: 0, baseline: { hidden: 3, stale: [] } });
  assert.equal(clean.code, 0);

  writeFileSync(join(folder.path, "src/b.ts"), wrong + wrong);
  const beyond = await runCommandLine(folder.path, "check", "--format", "json");
  assert.deepEqual(inJson(beyond.output), {
    found: ["src/b.ts:2 status-mismatch"],
    warnings: 1,
    baseline: { hidden: 3, stale: [] },
  });
  assert.equal(beyond.code, 1);

  const all = await runCommandLine(folder.path, "check", "--no-baseline", "--format", "json");
  assert.equal(inJson(all.output).warnings, 4);
  assert.equal(readFileSync(join(folder.path, name), "utf8"), text);
});

test("a baseline with findings that are gone says so, and an update takes them out", async (context) => {
  const folder = temporaryFolder(context, {
    "error-code-insight.json": configuration,
    "a.ts": wrong + wrong,
    "b.ts": wrong,
    "c/d.ts": wrong,
  });
  await runCommandLine(folder.path, "check", "--update-baseline");
  writeFileSync(join(folder.path, "a.ts"), wrong);
  rmSync(join(folder.path, "b.ts"));
  const { code, output } = await runCommandLine(folder.path, "check");
  assert.equal(code, 0);
  assert.match(output, /2 more in the baseline\n/);
  assert.match(
    output,
    /check --update-baseline`:\n {2}a\.ts {2}status-mismatch: 1 of 2 left\n {2}b\.ts {2}status-mismatch: 0 of 1 left\n$/,
  );
  // Only some of the files are looked at: what is recorded of the others stays.
  await runCommandLine(folder.path, "check", "a.ts", "--update-baseline");
  assert.deepEqual(JSON.parse(readFileSync(join(folder.path, name), "utf8")).files, {
    "a.ts": { "status-mismatch": 1 },
    "c/d.ts": { "status-mismatch": 1 },
  });
});

test("a broken baseline hides nothing, is named, and is not written over", async (context) => {
  const broken = '{ "version": 1, "files": { "a.ts": { "status-mismatch": "one" } } }';
  const folder = temporaryFolder(context, {
    "error-code-insight.json": configuration,
    "a.ts": wrong,
    [name]: broken,
  });
  const { code, output, notices } = await runCommandLine(folder.path, "check", "a.ts");
  assert.equal(code, 1);
  assert.match(output, /status-mismatch/);
  assert.match(notices, /error-code-insight-baseline\.json hides nothing, for it is broken: A count is a whole number/);
  assert.match((await runCommandLine(folder.path, "check")).output, /baseline-syntax/);
  const update = await runCommandLine(folder.path, "check", "--update-baseline");
  assert.equal(update.code, 2);
  assert.match(update.notices, /error-code-insight-baseline\.json:1:\d+: A count .*Nothing was written/);
  assert.equal(readFileSync(join(folder.path, name), "utf8"), broken);
});

test("a project without findings gets no baseline", async (context) => {
  const folder = temporaryFolder(context, { "error-code-insight.json": configuration, "a.ts": "export {};\n" });
  const { output } = await runCommandLine(folder.path, "check", "--update-baseline", "--format", "json");
  assert.deepEqual(inJson(output), { found: [], warnings: 0, baseline: { hidden: 0, stale: [] } });
  assert.throws(() => readFileSync(join(folder.path, name)));
});
