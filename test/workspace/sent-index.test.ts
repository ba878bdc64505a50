import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";

const sends = (status: number) =>
  `export const f = (res) => res.status(${status}).json({ error: { code: "ORDER_CLOSED" } });\n`;

test("an open file is held against those that were looked at, and looked at again when one of them changes", async () => {
  const { workspace } = memoryWorkspace({ "a.ts": sends(409), "b.ts": sends(404), "c.ts": sends(409) });
  const [a, b, c] = [uriOf("a.ts"), uriOf("b.ts"), uriOf("c.ts")];
  const rulesIn = async (uri: string) => (await workspace.analyse(uri))?.findings.map(({ rule }) => rule);
  workspace.setOpen(b, sends(404));
  assert.deepEqual(await rulesIn(b), []);
  workspace.setOpen(a, sends(409));
  assert.deepEqual(await rulesIn(a), []);
  assert.equal(workspace.isCurrent(b), false);
  assert.deepEqual(await rulesIn(b), ["inconsistent-status"]);
  assert.deepEqual(
    (await workspace.analyse(b))?.findings[0]?.related.map(({ uri }) => uri),
    [a],
  );

  workspace.setOpen(a, `\n${sends(404)}`);
  assert.deepEqual(await rulesIn(a), []);
  assert.deepEqual(await rulesIn(b), []);
  assert.deepEqual(await rulesIn(c), ["inconsistent-status"]);
  assert.deepEqual([...workspace.inconsistentUris].sort(), [a, b, c]);

  workspace.invalidate(c);
  assert.deepEqual([...workspace.inconsistentUris], []);
});
