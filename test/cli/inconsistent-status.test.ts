import assert from "node:assert/strict";
import { test } from "node:test";
import { runCommandLine } from "../support/command-line.ts";
import { temporaryFolder } from "../support/folder.ts";

const sends = (status: number, code = "ORDER_CLOSED") =>
  `export const f = (res) => res.status(${status}).json({ error: { code: "${code}" } });\n`;

async function foundIn(context: Parameters<typeof temporaryFolder>[0], files: Readonly<Record<string, string>>) {
  const { output } = await runCommandLine(temporaryFolder(context, files).path, "check", "--format", "json");
  const { findings, summary } = JSON.parse(output);
  assert.equal(summary.info, findings.length);
  return findings.map(({ path, message }: Record<string, string>) => `${path}: ${message}`);
}

test("a code that goes out with another status than in other files is found, whatever the order", async (context) => {
  const rest = { "src/b.ts": sends(409), "src/c.ts": sends(409) };
  assert.deepEqual(await foundIn(context, { "src/a.ts": sends(404), ...rest }), [
    "src/a.ts: `ORDER_CLOSED` goes out with 404 here and with 409 at two other places",
  ]);
  assert.deepEqual(await foundIn(context, { ...rest, "src/z.ts": sends(404) }), [
    "src/z.ts: `ORDER_CLOSED` goes out with 404 here and with 409 at two other places",
  ]);
});

test("where two statuses are as frequent, the same place names both, whatever the order of the files", async (context) => {
  const folder = temporaryFolder(context, { "src/a.ts": sends(404), "src/z.ts": sends(409) });
  for (const paths of [["."], ["src/a.ts", "src/z.ts"], ["src/z.ts", "src/a.ts"]]) {
    const { output } = await runCommandLine(folder.path, "check", ...paths, "--format", "json");
    assert.deepEqual(
      JSON.parse(output).findings.map(({ path, message }: Record<string, string>) => [path, message]),
      [
        [
          "src/z.ts",
          "`ORDER_CLOSED` goes out with 409 here and with 404 in `a.ts`; choose one, or list both in a catalog",
        ],
      ],
    );
  }
});

test("files of other packages, tests, and places that say why are not compared", async (context) => {
  const why = "// 404 on purpose: nobody is to know that there was an order.\n";
  assert.deepEqual(
    await foundIn(context, {
      "package.json": "{}",
      "src/a.ts": sends(409),
      "src/b.ts": why + sends(404),
      "src/c.test.ts": sends(404),
      "other/package.json": "{}",
      "other/a.ts": sends(404),
      "src/d.ts": sends(404, "ORDER_LOST"),
    }),
    [],
  );
});

test("a file that is found twice is counted once", async (context) => {
  const folder = temporaryFolder(context, { "a.ts": sends(404), "b.ts": sends(409), "c.ts": sends(409) });
  const update = await runCommandLine(folder.path, "check", "--update-baseline");
  assert.match(update.notices, /now holds 1 finding\n/);
  const { output, code } = await runCommandLine(folder.path, "check", "--format", "json");
  const { findings, summary, baseline } = JSON.parse(output);
  assert.deepEqual([findings, summary.files, summary.sites, baseline, code], [[], 4, 3, { hidden: 1, stale: [] }, 0]);
});
