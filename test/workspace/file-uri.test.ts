import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { URI } from "vscode-uri";
import { filePathOf, fileUriOf } from "../../server/node/file-uri.ts";

const name = fc.oneof(
  fc.constantFrom(
    "a",
    "B",
    "..",
    "node_modules",
    "@scope",
    "a b",
    "ü",
    "%20",
    "[id]",
    "(x)",
    "c++",
    "~",
    "a:b",
    "x.ts",
    "#",
    "?q",
    "",
    "e\u0301",
    "😀",
  ),
  fc.string({ maxLength: 4 }),
);
/** Two slashes begin no path of this machine. */
const path = fc
  .array(name, { minLength: 1, maxLength: 5 })
  .map((names) => `/${names.join("/")}`)
  .filter((file) => !file.startsWith("//"));

test("paths become the URIs that VS Code writes, and paths again", () => {
  fc.assert(
    fc.property(path, (file) => {
      const uri = URI.file(file).toString();
      assert.equal(fileUriOf(file), uri);
      assert.equal(filePathOf(uri), URI.parse(uri).fsPath);
    }),
    { numRuns: 2000 },
  );
});

test("a URI of another kind has no path", () => {
  assert.deepEqual(["untitled:a", "vscode-vfs://github/a"].map(filePathOf), [undefined, undefined]);
});
