import { readdirSync } from "node:fs";
import { test } from "node:test";
import { expectRuleFixture, ruleFixtures } from "../support/rule-fixture.ts";

const fixtures = readdirSync(ruleFixtures, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".txt"))
  .map((path) => path.replaceAll("\\", "/"))
  .sort();

for (const path of fixtures) test(path, () => expectRuleFixture(path));
