import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, type Finding } from "../../server/core/index.ts";
import { rules } from "../../server/core/rules/index.ts";
import type { RuleExample } from "../../server/core/rules/model.ts";
import { findingsIn } from "../support/rule-fixture.ts";

async function findingsOf({ catalogs, catalog, language, file, text }: RuleExample): Promise<readonly Finding[]> {
  const named = catalog === undefined ? catalogs : [...catalogs, "sample.yaml"];
  const header = named.length === 0 ? "" : `catalogs: ${named.join(", ")}\n`;
  const path = file ?? `example.${language}`;
  const files = new Map([[path, text]]);
  if (catalog !== undefined) files.set("sample.yaml", catalog);
  return (await findingsIn({ header, files })).get(path) ?? [];
}

async function rulesFoundIn(example: RuleExample): Promise<readonly string[]> {
  return [...new Set((await findingsOf(example)).map(({ rule }) => rule))];
}

/** What the text becomes by the fix of that name; undefined where the rule offers none. */
async function fixedText(example: RuleExample, name: string, title: string): Promise<string | undefined> {
  const found = (await findingsOf(example)).filter(({ rule }) => rule === name);
  const fix = found.flatMap(({ fixes }) => fixes).find((one) => one.title === title);
  return (
    fix &&
    applyEdits(
      example.text,
      fix.edits.flatMap(({ edits }) => edits),
    )
  );
}

for (const { meta } of rules) {
  for (const example of meta.examples.invalid) {
    test(`${meta.name} finds: ${example.title}`, async () => {
      ok((await rulesFoundIn(example)).includes(meta.name));
      const { fixed } = example;
      if (fixed !== undefined) strictEqual(await fixedText(example, meta.name, fixed.title), fixed.text);
    });
  }
  for (const example of meta.examples.valid) {
    test(`${meta.name} is silent: ${example.title}`, async () => deepStrictEqual(await rulesFoundIn(example), []));
  }
  // Nothing of five megabytes belongs into a page.
  if (meta.name === "file-skipped") continue;
  test(`${meta.name} has examples and words`, () => {
    ok(meta.examples.invalid.length > 0 && meta.examples.valid.length > 0);
    ok(meta.summary.endsWith(".") && meta.description.endsWith(".") && meta.authority.endsWith("."));
    // Its fixes are in one of two documents.
    ok(
      meta.fix === "none" ||
        meta.name === "catalog-conflict" ||
        meta.examples.invalid.some(({ fixed }) => fixed !== undefined),
    );
  });
}
