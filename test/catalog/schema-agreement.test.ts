/** The schemas, which other people's editors check with, and the readers must accept and refuse the same files. */
import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { Ajv } from "ajv";
import fc from "fast-check";
import { parse } from "yaml";
import { readCatalog } from "../../server/core/catalog/read-catalog.ts";
import { readConfiguration } from "../../server/core/facts/read-configuration.ts";
import type { Problem } from "../../server/core/text/problem.ts";
import { readJsonData } from "../../server/core/text/read-json-data.ts";
import { fixtureCases, fixtureText, plainData } from "../support/catalog-fixture.ts";

const folder = new URL("../../catalogs/", import.meta.url);
// Not strict: editors' own keywords (`defaultSnippets`, `enumDescriptions`) are unknown to validators.
const validators = new Ajv({ strict: false });

function validator(name: string): (data: unknown) => boolean {
  const validate = validators.compile(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
  return (data) => validate(data) === true;
}

const acceptsCatalog = validator("catalog.schema.json");
const acceptsConfiguration = validator("configuration.schema.json");

function catalogProblems(text: string, format: "yaml" | "json"): readonly Problem[] {
  return readCatalog(text, { uri: "file:///a", format }).problems;
}

function configurationProblems(text: string): readonly Problem[] {
  return readConfiguration(text, { uri: "file:///a", format: "json" }).problems;
}

/** YAML as another reader gives it, so that the schema judges independently of ours. */
function plainYaml(text: string): unknown {
  return parse(text, { uniqueKeys: false, logLevel: "silent" });
}

test("what is right is right for both", () => {
  const catalogs = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const texts = [...catalogs.map((name) => readFileSync(new URL(name, folder), "utf8")), fixtureText("full.yaml")];
  for (const text of texts) {
    deepStrictEqual(catalogProblems(text, "yaml"), []);
    strictEqual(acceptsCatalog(plainYaml(text)), true, text.slice(0, 200));
  }
  strictEqual(texts.length > 1, true);
  const json = fixtureText("full.json");
  deepStrictEqual([catalogProblems(json, "json"), acceptsCatalog(plainData(readJsonData(json).root))], [[], true]);
  const configuration = fixtureText("full-configuration.json");
  const data = plainData(readJsonData(configuration).root);
  deepStrictEqual([configurationProblems(configuration), acceptsConfiguration(data)], [[], true]);
});

for (const { title, text } of fixtureCases("broken-catalogs.txt").filter((one) => !one.title.startsWith("*"))) {
  test(`a catalog is wrong for both: ${title}`, () => {
    strictEqual(catalogProblems(text, "yaml").length > 0, true);
    strictEqual(acceptsCatalog(plainYaml(text)), false);
  });
}

for (const { title, text } of fixtureCases("broken-configurations.txt").filter((one) => !one.title.startsWith("*"))) {
  test(`a configuration is wrong for both: ${title}`, () => {
    strictEqual(configurationProblems(text).length > 0, true);
    strictEqual(acceptsConfiguration(plainYaml(text)), false);
  });
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const odd: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  404,
  1000,
  "",
  " ",
  "a",
  "A b",
  "no",
  "must",
  "4xx",
  "404",
  "en",
  "off",
  "code",
  "https://a.example",
  "a.b",
  "a..b",
  "*.a",
  [],
  ["a"],
  [404],
  [null],
  {},
  { a: "b" },
  { en: "a" },
  { text: "a" },
];

/** The places of a tree: each a list of keys and positions. */
function placesOf(node: Json, place: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof node !== "object" || node === null) return [place];
  return [place, ...Object.entries(node).flatMap(([key, value]) => placesOf(value, [...place, key]))];
}

interface Change {
  readonly kind: "replace" | "remove" | "rename" | "add";
  readonly value: Json;
  readonly name: string;
}

/** The tree with one change at a place. */
function changed(node: Json, [head, ...rest]: readonly string[], change: Change): Json {
  if (head === undefined) return change.value;
  if (Array.isArray(node)) {
    if (rest.length === 0 && change.kind === "remove") return node.filter((_, index) => String(index) !== head);
    return node.map((item: Json, index) => (String(index) === head ? changed(item, rest, change) : item));
  }
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).flatMap(([key, value]): readonly (readonly [string, Json])[] => {
    if (key !== head) return [[key, value]];
    if (rest.length > 0 || change.kind === "replace") return [[key, changed(value, rest, change)]];
    if (change.kind === "remove") return [];
    return change.kind === "rename"
      ? [[change.name, value]]
      : [
          [key, value],
          [change.name, change.value],
        ];
  });
  return Object.fromEntries(entries);
}

function oneChangeOf(root: Json): fc.Arbitrary<Json> {
  const names = ["text", "status", "code", "x", "summary", "en", "404", "6xx", "level", "args", "path"];
  const change = fc.record({
    kind: fc.constantFrom<Change["kind"]>("replace", "remove", "rename", "add"),
    value: fc.constantFrom(...odd),
    name: fc.constantFrom(...names),
  });
  return fc.tuple(fc.constantFrom(...placesOf(root)), change).map(([place, one]) => changed(root, place, one));
}

// As parsed from JSON, which is what the type says.
const fullCatalog = plainData(readJsonData(fixtureText("full.json")).root) as Json;
const mappedCatalog = plainYaml(fixtureText("full.yaml")) as Json;
const fullConfiguration = plainData(readJsonData(fixtureText("full-configuration.json")).root) as Json;

test("one change anywhere is right or wrong for both: a catalog of lists", () => {
  fc.assert(
    fc.property(oneChangeOf(fullCatalog), (tree) => {
      strictEqual(catalogProblems(JSON.stringify(tree), "json").length === 0, acceptsCatalog(tree));
    }),
    { numRuns: 1500 },
  );
});

test("one change anywhere is right or wrong for both: a catalog of maps", () => {
  fc.assert(
    fc.property(oneChangeOf(mappedCatalog), (tree) => {
      strictEqual(catalogProblems(JSON.stringify(tree), "json").length === 0, acceptsCatalog(tree));
    }),
    { numRuns: 1500 },
  );
});

test("one change anywhere is right or wrong for both: a configuration", () => {
  fc.assert(
    fc.property(oneChangeOf(fullConfiguration), (tree) => {
      // That a function or a role is given twice is beyond a schema.
      const problems = configurationProblems(JSON.stringify(tree)).filter(
        ({ message }) => !/only the first/.test(message),
      );
      strictEqual(problems.length === 0, acceptsConfiguration(tree));
    }),
    { numRuns: 1500 },
  );
});
