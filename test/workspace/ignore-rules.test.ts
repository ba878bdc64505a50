import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import ignore from "ignore";
import { ignoreFile, isIgnored } from "../../server/core/workspace/ignore-rules.ts";

const part = fc.constantFrom(
  "a",
  "B",
  "dist",
  "Dist",
  "*.js",
  "x.js",
  "**",
  "*",
  "?b",
  "a*b",
  "node",
  ".env",
  "é",
  "[ab]",
  "[!b]x",
  "[Dd]ist",
  "[ab",
  "[z-a]b",
  "\\#",
  "#",
  "(x)",
  "a b",
);
const pattern = fc
  .tuple(
    fc.constantFrom("", "!", "/", "!/"),
    fc.array(part, { minLength: 1, maxLength: 3 }),
    fc.constantFrom("", "/", " ", "\r"),
  )
  .map(([start, parts, end]) => `${start}${parts.join("/")}${end}`);
const name = fc.constantFrom(
  "a",
  "b",
  "ab",
  "axb",
  "dist",
  "DIST",
  "x.js",
  "node",
  ".env",
  "é",
  "#",
  "(x)",
  "a b",
  "E\u0301",
);
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join("/"));

test("a path is ignored as git would, however fast that is told", () => {
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 6 }), path, fc.boolean(), (patterns, file, isFolder) => {
      const text = patterns.join("\n");
      const asked = isFolder ? `${file}/` : file;
      assert.equal(isIgnored(asked, [ignoreFile("", text)]), ignore().add(text).test(asked).ignored);
    }),
    { numRuns: 3000 },
  );
});

test("the nearest file that speaks of a path decides", () => {
  const files = [ignoreFile("", "*.js\ndist\n"), ignoreFile("own/", "!keep.js\n/own.ts\n")];
  const ignored = ["a.js", "own/a.js", "own/own.ts", "dist/", "own/dist/"];
  const kept = ["own/keep.js", "own.ts", "own/inner/own.ts", "a.ts", "district.ts"];
  assert.deepEqual(
    [...ignored, ...kept].filter((file) => isIgnored(file, files)),
    ignored,
  );
});
