import assert from "node:assert/strict";
import { test } from "node:test";
import { runCommandLine } from "../support/command-line.ts";
import { temporaryFolder } from "../support/folder.ts";

test("`explain` prints the page of a rule", async (context) => {
  const folder = temporaryFolder(context, {});
  const page = await runCommandLine(folder.path, "explain", "rate-limit-status");
  assert.match(page.output, /^# rate-limit-status\n/);
  assert.match(page.output, /RFC 6585 §4/);
  assert.equal(page.code, 0);
  const data = JSON.parse((await runCommandLine(folder.path, "explain", "missing-header", "--format", "json")).output);
  assert.deepEqual(data.entries, []);
  assert.equal(data.rule.name, "missing-header");
  assert.match(data.rule.authority, /RFC 9110/);
});
