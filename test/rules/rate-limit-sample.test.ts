/** Answers with 403 in many idioms, labelled by hand: those about rate limiting are found, those about anything else are not. */
import { deepStrictEqual, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";

/** Snippets by file name, of `confusable.txt` or `real.txt`. */
function sample(name: string): ReadonlyMap<string, string> {
  const text = readFileSync(new URL(`../fixtures/rate-limit/${name}`, import.meta.url), "utf8");
  const sections = text.split(/^=== /m).slice(1);
  return new Map(
    sections.map((section) => {
      const end = section.indexOf("\n");
      return [section.slice(0, end), section.slice(end + 1)];
    }),
  );
}

/** The snippets that are said to be about rate limiting with a wrong status. */
async function toldIn(snippets: ReadonlyMap<string, string>, configuration: object): Promise<readonly string[]> {
  const { workspace, disk } = memoryWorkspace({ "error-code-insight.json": JSON.stringify(configuration) });
  const told: string[] = [];
  for (const [name, text] of snippets) {
    const uri = uriOf(`src/${name}`);
    disk.files.set(uri, text);
    const findings = (await workspace.analyse(uri))?.findings ?? [];
    if (findings.some(({ rule }) => rule === "rate-limit-status")) told.push(name);
    workspace.release(uri);
    disk.files.delete(uri);
  }
  return told;
}

const real = sample("real.txt");
const confusable = sample("confusable.txt");

test("the sample is as large as it claims to be", () => {
  ok(confusable.size >= 160, `${confusable.size} confusable`);
  ok(real.size >= 80, `${real.size} real`);
});

for (const [title, configuration] of [
  ["without a catalog", {}],
  ["beside the catalog of an API", { catalogs: ["builtin:uk-retail-api"] }],
] as const) {
  test(`every real one is found ${title}`, async () => {
    deepStrictEqual(await toldIn(real, configuration), [...real.keys()]);
  });

  test(`no confusable one is found ${title}`, async () => {
    deepStrictEqual(await toldIn(confusable, configuration), []);
  });
}
