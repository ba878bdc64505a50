import assert from "node:assert/strict";
import { test } from "node:test";
import { dialectOf } from "../../server/core/syntax/dialect.ts";

test("a file's ending tells its dialect", () => {
  const names = ["a.ts", "a.mts", "a.cts", "a.d.ts", "a.tsx", "a.js", "a.mjs", "a.cjs", "a.jsx", "a.json", "A.JSONC"];
  const dialects = ["ts", "ts", "ts", "ts", "tsx", "js", "js", "js", "jsx", "json", "json"];
  assert.deepEqual(names.map(dialectOf), dialects);
  assert.deepEqual(["a.yaml", "a.YML", "session.har"].map(dialectOf), ["yaml", "yaml", "json"]);
  assert.deepEqual(["a.vue", "ts", "a", "", "a.ts.txt", "json5"].map(dialectOf), Array(6).fill(undefined));
});
