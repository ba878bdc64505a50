import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { compareFile, filesIn } from "./compare-file.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("our reader and oxc-parser see the same in every source of this project", () => {
  const differences: string[] = [];
  let equal = 0;
  for (const part of ["server", "client", "examples", "test"]) {
    for (const file of filesIn(join(root, part))) {
      const comparison = compareFile(file);
      if (comparison.kind === "equal") equal += 1;
      if (comparison.kind === "different") differences.push(file, ...comparison.differences.slice(0, 4));
    }
  }
  assert.deepEqual(differences, []);
  assert.ok(equal > 300, `${equal} files were compared`);
});
