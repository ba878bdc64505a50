import assert from "node:assert/strict";
import { test } from "node:test";
import { testSections } from "./sections.ts";
import { outlineText, pathText, readSnippet } from "./structure-text.ts";

// Two lines are expected: the way to the cursor, and the statements of the file that survive.
const sections = testSections("half-typed.txt", ({ source, dialect }) => {
  const snippet = readSnippet(source, dialect);
  return `${pathText(snippet)}\n${outlineText(snippet.file)}`;
});

test("the fixture holds at least forty half-typed texts", () => {
  assert.ok(sections.length >= 40);
});
