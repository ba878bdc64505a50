/**
 * Fixture files of many short texts: `=== dialect name` starts a section, `---` divides its text from what is expected.
 * `UPDATE_GOLDEN=1` rewrites the expectations.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Dialect } from "../../server/core/syntax/tree.ts";

export interface Section {
  readonly dialect: Dialect;
  readonly name: string;
  readonly source: string;
  readonly expected: string;
}

/** One test for each section of a fixture in `test/fixtures/syntax`: `describe` says what the source should be read as. */
export function testSections(fixture: string, describe: (section: Section) => string): readonly Section[] {
  const path = fileURLToPath(new URL(`../fixtures/syntax/${fixture}`, import.meta.url));
  const sections = readSections(readFileSync(path, "utf8"));
  if (process.env.UPDATE_GOLDEN === "1") {
    writeFileSync(path, sections.map((section) => sectionText({ ...section, expected: describe(section) })).join(""));
  }
  for (const section of sections) {
    test(`${fixture}: ${section.name}`, () => {
      assert.equal(describe(section), section.expected);
    });
  }
  return sections;
}

function readSections(text: string): Section[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const headEnd = part.indexOf("\n");
      const [dialect = "ts", ...words] = part.slice(0, headEnd).split(" ");
      const divider = part.lastIndexOf("\n---\n");
      const source = part.slice(headEnd + 1, divider);
      const expected = part.slice(divider + 5).trimEnd();
      return { dialect: dialect as Dialect, name: words.join(" "), source, expected };
    });
}

function sectionText({ dialect, name, source, expected }: Section): string {
  return `=== ${dialect} ${name}\n${source}\n---\n${expected}\n\n`;
}
