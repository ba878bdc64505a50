import { deepStrictEqual } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import { rules } from "../../server/core/rules/index.ts";

const place = new URL("../../catalogs/configuration.schema.json", import.meta.url);

/** The rules as the schema lists them: of the text from `"rules": {` in the definitions to the end of its properties. */
const listing = /("rules": \{\s+"type": "object",\s+"properties": )\{[\s\S]*?\n {6}\}/;

test("the configuration's schema lists the rules; UPDATE_GOLDEN=1 and this test bring it up to date", () => {
  const expected = Object.fromEntries(
    rules.map(({ meta }) => [meta.name, { description: meta.summary, $ref: "#/definitions/severity" }]),
  );
  const text = readFileSync(place, "utf8");
  if (process.env.UPDATE_GOLDEN === "1") {
    const written = JSON.stringify(expected, undefined, 2).replaceAll("\n", "\n      ");
    writeFileSync(
      place,
      text.replace(listing, (_, head: string) => head + written),
    );
  }
  deepStrictEqual(JSON.parse(readFileSync(place, "utf8")).definitions.rules.properties, expected);
});
