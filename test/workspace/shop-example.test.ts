import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";

const root = new URL("../../", import.meta.url);

/** The findings that the README shows, as it shows them. */
const shown = [
  "docs/errors.md `UNKNOWN_SKU` has 404 here and 400 in `statuses.ts`: one of the two is wrong",
  "src/server.ts `TOO_HEAVY` goes with 422 in Shop API, not 400",
  "src/server.ts `NOT_FOR_YOU` is not in Shop API",
  "src/statuses.ts `UNKNOWN_SKU` has 400 here and 404 in `errors.md`: one of the two is wrong",
];

test("the example of a page as a catalog has the findings that the README shows", async () => {
  const folder = fileURLToPath(new URL("examples/shop-api/", root));
  const paths = globSync("**/*.*", { cwd: folder })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
  const files = Object.fromEntries(paths.map((path) => [path, readFileSync(`${folder}/${path}`, "utf8")]));
  const { workspace } = memoryWorkspace(files);
  const messages: string[] = [];
  for (const path of paths) {
    const analysis = await workspace.analyse(uriOf(path));
    messages.push(...(analysis?.findings ?? []).map(({ message }) => `${path} ${message}`));
  }
  assert.deepEqual(messages, shown);
  const readme = readFileSync(new URL("README.md", root), "utf8");
  for (const line of shown) assert.ok(readme.includes(line.slice(line.indexOf(" ") + 1)), line);
});
