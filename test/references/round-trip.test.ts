import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Catalog, CodeEntry } from "../../server/core/catalog/model.ts";
import { readCatalog } from "../../server/core/catalog/read-catalog.ts";
import { type ExportFormat, exportCatalog } from "../../server/core/catalog/write/export-catalog.ts";
import { composeCatalog } from "../../server/core/references/compose/compose-catalog.ts";
import { readReference } from "../../server/core/references/read-reference.ts";
import { builtins } from "../support/memory-workspace.ts";

const endings: Readonly<Record<ExportFormat, string>> = {
  yaml: "yaml",
  json: "json",
  markdown: "md",
  typescript: "ts",
  openapi: "openapi.yaml",
};

const shop = new URL("../fixtures/catalog/export/shop.yaml", import.meta.url);

const catalogs: readonly Catalog[] = [...builtins.map(({ uri }) => uri), shop.toString()].map((uri) => {
  const { catalog } = readCatalog(readFileSync(new URL(uri), "utf8"), { uri, format: "yaml" });
  assert.ok(catalog, uri);
  return catalog;
});

for (const catalog of catalogs) {
  for (const [format, ending] of Object.entries(endings) as [ExportFormat, string][]) {
    test(`${catalog.id} as ${format} is read back with its codes, statuses and messages`, () => {
      const text = exportCatalog(catalog, format, []);
      const uri = `file:///project/${catalog.id}-errors.${ending}`;
      const back = format === "yaml" || format === "json" ? ownFormat(text, uri, format) : composed(text, uri);
      // A page's reader takes no code for an error that comes with success alone.
      const expected = format === "markdown" ? { ...catalog, codes: catalog.codes.filter(isFailure) } : catalog;
      assert.deepEqual(toldOf(back), toldOf(expected));
      if (format === "yaml" || format === "json")
        assert.equal(exportCatalog({ ...back, uri: catalog.uri }, format, []), text);
    });
  }
}

function isFailure({ statuses }: CodeEntry): boolean {
  return statuses.length === 0 || statuses.some((status) => status >= 400);
}

function ownFormat(text: string, uri: string, format: "yaml" | "json"): Catalog {
  const { catalog, problems } = readCatalog(text, { uri, format });
  assert.deepEqual(problems, []);
  assert.ok(catalog);
  return catalog;
}

function composed(text: string, uri: string): Catalog {
  const reading = readReference({ uri, text }, { module: () => "absent" });
  assert.ok(reading);
  const identity = { uri, id: "back", title: undefined, language: undefined };
  return composeCatalog([{ uri, kind: reading.kind, draft: reading.draft }], identity);
}

/** What each code comes with: statuses of its own and of its messages, and all wire messages. */
function toldOf({ codes }: Catalog): readonly unknown[] {
  return codes
    .map(({ code, statuses, messages, meanings }) => ({
      code,
      statuses: [...new Set([...statuses, ...messages.flatMap((message) => message.statuses)])].toSorted(),
      messages: [
        ...new Set([...messages.map(({ template }) => template), ...meanings.flatMap(({ message }) => message ?? [])]),
      ].toSorted(),
    }))
    .toSorted((left, right) => (`${typeof left.code} ${left.code}` < `${typeof right.code} ${right.code}` ? -1 : 1));
}
