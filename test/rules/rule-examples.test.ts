import { deepStrictEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { rules } from "../../server/core/rules/index.ts";
import type { RuleExample } from "../../server/core/rules/model.ts";
import { findingsIn } from "../support/rule-fixture.ts";

async function rulesFoundIn({ catalogs, catalog, language, text }: RuleExample): Promise<readonly string[]> {
  const named = catalog === undefined ? catalogs : [...catalogs, "sample.yaml"];
  const header = named.length === 0 ? "" : `catalogs: ${named.join(", ")}\n`;
  const path = `example.${language}`;
  const files = new Map([[path, text]]);
  if (catalog !== undefined) files.set("sample.yaml", catalog);
  const findings = await findingsIn({ header, files });
  return [...new Set((findings.get(path) ?? []).map(({ rule }) => rule))];
}

for (const { kind, meta } of rules) {
  for (const example of meta.examples.invalid) {
    test(`${meta.name} finds: ${example.title}`, async () => ok((await rulesFoundIn(example)).includes(meta.name)));
  }
  for (const example of meta.examples.valid) {
    test(`${meta.name} is silent: ${example.title}`, async () => deepStrictEqual(await rulesFoundIn(example), []));
  }
  if (kind === "report") continue;
  test(`${meta.name} has examples and words`, () => {
    ok(meta.examples.invalid.length > 0 && meta.examples.valid.length > 0);
    ok(meta.summary.endsWith(".") && meta.description.endsWith("."));
  });
}
