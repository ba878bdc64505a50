/** Inside the configuration file: what is offered, and what is said of keys and words. */
import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { asSchema, type JsonSchema } from "../../server/core/catalog/schema-walk.ts";
import type { FileAnalysis } from "../../server/core/features/analysis.ts";
import { isCatalogNameAt, schemaCompletionsAt, schemaHoverAt } from "../../server/core/features/schema-completion.ts";
import { factRules } from "../../server/core/rules/index.ts";
import { analyse } from "./support/analysis.ts";
import { withoutCursors } from "./support/feature-fixture.ts";

function schemaNamed(name: string): JsonSchema {
  const schema = asSchema(JSON.parse(readFileSync(new URL(`../../catalogs/${name}`, import.meta.url), "utf8")));
  if (schema === undefined) throw new Error(`${name} is no schema`);
  return schema;
}

const schemas = {
  catalog: schemaNamed("catalog.schema.json"),
  configuration: schemaNamed("configuration.schema.json"),
};
const catalogs = [
  { name: "builtin:uk-retail-api", title: "Ukrainian retail API" },
  { name: "./docs/errors.yaml", title: undefined },
];

interface Asked {
  readonly analysis: FileAnalysis;
  readonly offset: number;
}

function asked(name: string, marked: string): Asked {
  const { text, cursors } = withoutCursors(marked);
  return {
    analysis: analyse({ files: [{ name, text }], catalogs: [], inScope: [] }, name),
    offset: cursors.get("$0") ?? 0,
  };
}

function accepted(name: string, marked: string, label: string): string {
  const { analysis, offset } = asked(name, marked);
  const item = schemaCompletionsAt(analysis, offset, { schemas, catalogs }).find((one) => one.label === label);
  if (item === undefined) return `no ${label}`;
  return analysis.text.slice(0, item.span.start) + item.insertText + analysis.text.slice(item.span.end);
}

const json = "error-code-insight.json";
const yaml = "error-code-insight.yaml";

const namings: readonly (readonly [file: string, text: string, label: string, after: string])[] = [
  [json, '{ "catalogs": [$0] }', "builtin:uk-retail-api", '{ "catalogs": ["builtin:uk-retail-api"] }'],
  [json, '{ "catalogs": ["$0"] }', "./docs/errors.yaml", '{ "catalogs": ["./docs/errors.yaml"] }'],
  [json, '{ "catalogs": ["bui$0"] }', "builtin:uk-retail-api", '{ "catalogs": ["builtin:uk-retail-api"] }'],
  [json, '{\n  "catalogs": ["bui$0\n}\n', "builtin:uk-retail-api", '{\n  "catalogs": ["builtin:uk-retail-api"\n}\n'],
  [
    "error-code-insight.jsonc",
    '{ // ours\n "catalogs": ["a", $0] }',
    "./docs/errors.yaml",
    '{ // ours\n "catalogs": ["a", "./docs/errors.yaml"] }',
  ],
  [
    json,
    '{ "catalogs": [{ "path": "$0" }] }',
    "./docs/errors.yaml",
    '{ "catalogs": [{ "path": "./docs/errors.yaml" }] }',
  ],
  [
    json,
    '{ "overrides": [{ "files": ["a"], "catalogs": [$0] }] }',
    "./docs/errors.yaml",
    '{ "overrides": [{ "files": ["a"], "catalogs": ["./docs/errors.yaml"] }] }',
  ],
  [yaml, "catalogs:\n  - $0\n", "builtin:uk-retail-api", "catalogs:\n  - builtin:uk-retail-api\n"],
  [yaml, "catalogs: [bui$0]\n", "builtin:uk-retail-api", "catalogs: [builtin:uk-retail-api]\n"],
];

for (const [file, text, label, after] of namings) {
  test(`a catalog is named: ${JSON.stringify(text)}`, () => {
    const { analysis, offset } = asked(file, text);
    ok(isCatalogNameAt(analysis, offset));
    strictEqual(accepted(file, text, label), after);
  });
}

test("catalogs are named nowhere else", () => {
  for (const [file, text] of [
    [json, '{ "exclude": ["$0"] }'],
    [json, '{ "catalogs": [{ "id": "$0" }] }'],
    [json, '{ "rules": { "unknown-code": "$0" } }'],
    [json, '{ "$0" }'],
    ["package.json", '{ "catalogs": ["$0"] }'],
  ] as const) {
    const { analysis, offset } = asked(file, text);
    strictEqual(isCatalogNameAt(analysis, offset), false, text);
    ok(!accepted(file, text, "./docs/errors.yaml").includes('errors.yaml"]'), text);
  }
});

test("every rule is offered, with the severities of each", () => {
  const { analysis, offset } = asked(json, '{ "rules": { $0 } }');
  const labels = schemaCompletionsAt(analysis, offset, { schemas, catalogs }).map(({ label }) => label);
  deepStrictEqual(
    factRules.map(({ meta }) => meta.name).filter((name) => !labels.includes(name)),
    [],
  );
  strictEqual(accepted(json, '{ "rules": { "unknown-code": o$0 } }', "off"), '{ "rules": { "unknown-code": "off" } }');
});

const hovers: readonly (readonly [file: string, text: string, start: string])[] = [
  [json, '{ "cata$0logs": [] }', "catalogs\nThe catalogs in scope"],
  [
    json,
    '{ "rules": { "unknown-$0code": "off" } }',
    "unknown-code\nA code that the catalog in scope does not define.\n\noff: Not checked.\nerror: ",
  ],
  [json, '{ "rules": { "unknown-code": "o$0ff" } }', "off\nNot checked."],
  [json, '{ "wrappers": [{ "calle$0e": "fail" }] }', "callee\nThe name alone. fail means every call"],
  [json, '{ "wrappers": [{ "callee": "fail", "args": ["sta$0tus"] }] }', "status\nThe HTTP status."],
  [yaml, "overrides:\n  - fi$0les: [a]\n", "files\nGlobs of the files"],
  ["shop.error-catalog.yaml", "id: shop\nti$0tle: Shop\n", "title\n"],
];

for (const [file, text, start] of hovers) {
  test(`hover: ${JSON.stringify(text)}`, () => {
    const { analysis, offset } = asked(file, text);
    const hover = schemaHoverAt(analysis, offset, schemas);
    ok(hover?.text.startsWith(start), hover?.text);
  });
}

test("nothing is said of texts of one's own, nor between things, nor elsewhere", () => {
  for (const [file, text] of [
    [json, '{ "wrappers": [{ "callee": "fa$0il" }] }'],
    [json, '{ "catalogs": [ $0 ] }'],
    [json, "$0"],
    ["package.json", '{ "cata$0logs": [] }'],
  ] as const) {
    const { analysis, offset } = asked(file, text);
    strictEqual(schemaHoverAt(analysis, offset, schemas), undefined, text);
  }
});
