import { deepStrictEqual, equal } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { rulePages, rulePagesFolder } from "./rule-pages.ts";

test("there is one page a rule: otherwise run `npm run docs`", () => {
  deepStrictEqual(readdirSync(rulePagesFolder).sort(), [...rulePages().keys()].sort());
});

for (const [name, page] of rulePages()) {
  test(`${name} is what the rule says: otherwise run \`npm run docs\``, () => {
    equal(readFileSync(join(rulePagesFolder, name), "utf8"), page);
  });
}
