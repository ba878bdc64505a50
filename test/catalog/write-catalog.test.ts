import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Catalog } from "../../server/core/catalog/model.ts";
import { readCatalog } from "../../server/core/catalog/read-catalog.ts";
import { writeJsonCatalog, writeYamlCatalog } from "../../server/core/catalog/write/write-catalog.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

for (const path of [...globSync("catalogs/*.yaml", { cwd: root }), "test/fixtures/catalog/full.yaml"]) {
  const catalog = read(readFileSync(`${root}/${path}`, "utf8"), "yaml");

  test(`${path} written as YAML is the same catalog`, () => {
    assert.deepEqual(withoutPlaces(read(writeYamlCatalog(catalog), "yaml")), withoutPlaces(catalog));
  });

  test(`${path} written as JSON is the same catalog`, () => {
    assert.deepEqual(withoutPlaces(read(writeJsonCatalog(catalog), "json")), withoutPlaces(catalog));
  });
}

test("remarks stand above what they are about, and writing again changes nothing", () => {
  const catalog = read("id: a\ntitle: A\nlanguage: en\ncodes:\n  1001: { status: 404 }\n  GONE: {}\n", "yaml");
  const remarks = {
    head: ["From a page."],
    codes: new Map<string | number, readonly string[]>([[1001, ["Sure?\n# x"]]]),
  };
  const text = writeYamlCatalog(catalog, remarks);
  assert.equal(
    text,
    "# From a page.\n\nid: a\ntitle: A\nlanguage: en\ncodes:\n  # Sure? # x\n  1001:\n    status: 404\n  GONE: {}\n",
  );
  assert.equal(writeYamlCatalog(read(text, "yaml"), remarks), text);
});

function read(text: string, format: "yaml" | "json"): Catalog {
  const { catalog, problems } = readCatalog(text, { uri: "file:///project/catalog", format });
  assert.ok(catalog);
  assert.deepEqual(
    problems.filter(({ severity }) => severity === "error"),
    [],
  );
  return catalog;
}

function withoutPlaces(catalog: Catalog): unknown {
  const places = new Set(["span", "codeSpan", "duplicates", "problems"]);
  return JSON.parse(
    JSON.stringify(catalog, (key, value: unknown) =>
      places.has(key) ? undefined : value instanceof Map ? [...value] : value,
    ),
  );
}
