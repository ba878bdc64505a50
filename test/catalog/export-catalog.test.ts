import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { readCatalog } from "../../server/core/catalog/read-catalog.ts";
import { writeMarkdownCatalog } from "../../server/core/catalog/write/write-markdown.ts";
import { writeOpenApiCatalog } from "../../server/core/catalog/write/write-openapi.ts";
import { writeTypeScriptCatalog } from "../../server/core/catalog/write/write-typescript.ts";

const folder = new URL("../fixtures/catalog/export/", import.meta.url);
const { catalog } = readCatalog(readFileSync(new URL("shop.yaml", folder), "utf8"), {
  uri: "file:///project/shop.yaml",
  format: "yaml",
});

const writers = {
  "shop.md": writeMarkdownCatalog,
  "shop.ts": writeTypeScriptCatalog,
  "shop.openapi.yaml": writeOpenApiCatalog,
};

for (const [name, write] of Object.entries(writers)) {
  test(`${name} is what the catalog says`, () => {
    assert.ok(catalog);
    const text = write(catalog, ["en"]);
    const golden = new URL(name, folder);
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(golden, text);
    assert.equal(text, readFileSync(golden, "utf8"));
  });
}
