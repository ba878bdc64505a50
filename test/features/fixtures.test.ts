import { readdirSync } from "node:fs";
import { test } from "node:test";
import { checkFeatureFixture } from "./support/check.ts";

for (const name of readdirSync(new URL("../fixtures/features/", import.meta.url)).sort()) {
  test(`features: ${name}`, () => checkFeatureFixture(name));
}
