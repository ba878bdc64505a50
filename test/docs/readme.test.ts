import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readmePath, withGeneratedSections } from "./readme-sections.ts";

test("the README's tables are what the program says: otherwise run `npm run docs`", () => {
  const readme = readFileSync(readmePath, "utf8");
  assert.equal(withGeneratedSections(readme), readme);
});
