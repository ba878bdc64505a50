import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addCatalog, newConfiguration } from "../../server/core/facts/add-catalog.ts";
import { readConfiguration } from "../../server/core/facts/read-configuration.ts";
import type { DataFormat } from "../../server/core/text/data-node.ts";
import { applyEdits } from "../../server/core/text/edit.ts";

function added(text: string, format: DataFormat = "json", served: readonly string[] = []): string | undefined {
  const edits = addCatalog(text, format, { path: "./docs/errors.md", served });
  return edits && applyEdits(text, edits);
}

test("a configuration that is not there is made", () => {
  assert.equal(newConfiguration(["./docs/errors.md"]), '{\n  "catalogs": [\n    "./docs/errors.md"\n  ]\n}\n');
});

test("a list on one line grows on it", () => {
  assert.equal(added('{ "catalogs": ["builtin:http"] }\n'), '{ "catalogs": ["builtin:http", "./docs/errors.md"] }\n');
  assert.equal(added('{ "catalogs": [] }\n'), '{ "catalogs": ["./docs/errors.md"] }\n');
  assert.equal(added("catalogs: [builtin:http]\n", "yaml"), "catalogs: [builtin:http, ./docs/errors.md]\n");
});

test("a list of lines grows by a line, comments stay where they are", () => {
  assert.equal(
    added('{\n  // what we obey\n  "catalogs": [\n    "builtin:http" // everybody does\n  ],\n  "rules": {}\n}\n'),
    '{\n  // what we obey\n  "catalogs": [\n    "builtin:http", // everybody does\n    "./docs/errors.md"\n  ],\n  "rules": {}\n}\n',
  );
  assert.equal(
    added('{\r\n\t"catalogs": [\r\n\t\t{ "path": "a.md" },\r\n\t],\r\n}\r\n'),
    '{\r\n\t"catalogs": [\r\n\t\t{ "path": "a.md" },\r\n\t\t"./docs/errors.md",\r\n\t],\r\n}\r\n',
  );
  assert.equal(
    added("# ours\ncatalogs:\n  - builtin:http # everybody does\nrules: {}\n", "yaml"),
    "# ours\ncatalogs:\n  - builtin:http # everybody does\n  - ./docs/errors.md\nrules: {}\n",
  );
});

test("a configuration that named none names those that served, too", () => {
  assert.equal(
    added('{\n  "exclude": ["legacy/**"]\n}\n', "json", ["./errors.md"]),
    '{\n  "exclude": ["legacy/**"],\n  "catalogs": ["./errors.md", "./docs/errors.md"]\n}\n',
  );
  assert.equal(added("{}\n"), '{ "catalogs": ["./docs/errors.md"] }\n');
  assert.equal(added(""), newConfiguration(["./docs/errors.md"]));
  assert.equal(
    added("rules:\n  missing-header: off\n", "yaml"),
    "rules:\n  missing-header: off\ncatalogs: [./docs/errors.md]\n",
  );
});

test("what is no configuration is left alone", () => {
  assert.equal(added("[1]"), undefined);
  assert.equal(added('{ "catalogs": "a.md" }'), undefined);
});

test("whatever is named stays named, in the same order, and the new one comes last", () => {
  const names = fc.array(fc.constantFrom("a.md", "builtin:http", "docs/b.yaml"), { maxLength: 4 });
  const indentation = fc.constantFrom(undefined, 2, 4, "\t");
  fc.assert(
    fc.property(names, indentation, (catalogs, indent) => {
      const after = added(`${JSON.stringify({ rules: {}, catalogs }, undefined, indent)}\n`);
      assert.ok(after !== undefined);
      assert.deepEqual(JSON.parse(after), { rules: {}, catalogs: [...catalogs, "./docs/errors.md"] });
      assert.deepEqual(readConfiguration(after, { uri: "file:///c.json", format: "json" }).problems, []);
    }),
  );
});
