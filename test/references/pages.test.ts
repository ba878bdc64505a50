import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { assertGolden, goldenOf, readingOf } from "./reference-golden.ts";

const folder = resolve(import.meta.dirname, "../fixtures/references/markdown");
const pages = globSync("**/*.{md,mdx,txt}", { cwd: folder })
  .map((name) => name.replaceAll("\\", "/"))
  .sort();

for (const name of pages) {
  test(`${name} tells what its golden says`, () => {
    const text = readFileSync(join(folder, name), "utf8");
    assertGolden(join(folder, `${name}.golden`), goldenOf(text, readingOf(name, text)));
  });
}

test("pages that are no references define nothing", () => {
  for (const name of pages.filter((each) => each.startsWith("negative-"))) {
    const { draft, confidence } = readingOf(name, readFileSync(join(folder, name), "utf8"));
    assert.deepEqual([name, draft.codes, draft.statuses, confidence], [name, [], [], 0]);
  }
});
