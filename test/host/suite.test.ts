import assert from "node:assert/strict";
import { test } from "node:test";
import { runSuite } from "./run-suite.ts";
import { packagedExtension } from "./vsix.ts";

test("the suite passes inside VS Code's extension host", async () => {
  // Makes the bundles that VS Code loads from this folder.
  await packagedExtension();
  assert.equal(await runSuite(), 0, "its output above names what failed");
});
