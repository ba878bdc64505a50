import { deepStrictEqual, strictEqual } from "node:assert/strict";
import test from "node:test";
import type { Configuration } from "../../server/core/facts/configuration.ts";
import { configurationFileNames } from "../../server/core/facts/configuration.ts";
import { isConfigurationName, readConfiguration } from "../../server/core/facts/read-configuration.ts";
import { expectCases, expectGolden, fixtureText, printProblems, printReading } from "../support/catalog-fixture.ts";

function read(text: string, format: "json" | "yaml" = "json"): Configuration {
  return readConfiguration(text, { uri: "file:///error-code-insight.json", format });
}

test("every key of the configuration is read", () => {
  const text = fixtureText("full-configuration.json");
  expectGolden("full-configuration.golden.json", printReading(text, read(text)));
});

test("everything that is wrong is said once, at its place", () => {
  expectCases("broken-configurations.txt", (text) => read(text).problems);
});

test("there is a configuration whatever the text", () => {
  const nothing = { catalogs: [], overrides: [], exclude: [], wrappers: [], rules: [] };
  for (const text of ["", "{", "[]", "null", "5", "{}", "\uFEFF// nothing yet\n", "[".repeat(1000)]) {
    const { catalogs, overrides, exclude, wrappers, rules } = read(text);
    deepStrictEqual({ catalogs, overrides, exclude, wrappers, rules: [...rules] }, nothing, text);
  }
});

test("an empty file is a configuration without problems", () => {
  for (const text of ["", "{}", "// later\n"]) deepStrictEqual(read(text).problems, []);
  for (const text of ["", "# later\n", "{}"]) deepStrictEqual(read(text, "yaml").problems, []);
});

test("broken parts do not take the others along", () => {
  const { catalogs, rules, wrappers } = read(
    '{ "catalogs": [{}, "a.yaml"], "rules": { "a": "x", "b": "off" }, "wrappers": [{ "callee": "f", "args": ["x", "code"] }] }',
  );
  deepStrictEqual(
    [catalogs.map(({ target }) => target), [...rules], wrappers.map(({ callee, args }) => [callee, args])],
    [[{ kind: "files", paths: ["a.yaml"] }], [["b", "off"]], [["f", ["ignore", "code"]]]],
  );
});

test("YAML says the same as JSON", () => {
  const yaml = [
    "catalogs: [builtin:http, { path: ./a.yaml, id: a }]",
    "rules: { unknown-code: off }",
    "overrides:",
    "  - files: ['src/**']",
    "    rules: { unknown-code: info }",
  ].join("\n");
  const json =
    '{"catalogs":["builtin:http",{"path":"./a.yaml","id":"a"}],"rules":{"unknown-code":"off"},"overrides":[{"files":["src/**"],"rules":{"unknown-code":"info"}}]}';
  const plain = (configuration: Configuration): unknown =>
    JSON.parse(
      JSON.stringify(configuration, (key, value) => {
        if (key === "span") return undefined;
        return value instanceof Map ? [...value] : value;
      }),
    );
  deepStrictEqual(plain(read(yaml, "yaml")), plain(read(json)));
});

test("names of rules that are none are said where the rules are known", () => {
  const text =
    '{ "rules": { "unkown-code": "off", "unknown-code": "hint" }, "overrides": [{ "files": ["a"], "rules": { "x": "off" } }] }';
  const source = { uri: "file:///a.json", format: "json" } as const;
  const { problems } = readConfiguration(text, { ...source, ruleNames: new Set(["unknown-code", "status-mismatch"]) });
  strictEqual(
    printProblems(text, problems),
    '1:14 "\\"unkown-code\\"" warning: There is no rule `unkown-code`. Did you mean `unknown-code`?\n' +
      '1:105 "\\"x\\"" warning: There is no rule `x`\n',
  );
  deepStrictEqual(readConfiguration(text, source).problems, []);
});

test("names of configuration files are known, and no others", () => {
  const others = [
    "package.json",
    "error-code-insight.yaml.bak",
    "my-error-code-insight.json",
    "error-code-insight",
    "",
  ];
  deepStrictEqual(
    [...configurationFileNames, "file:///a/b/error-code-insight.jsonc", ...others].filter(isConfigurationName),
    [...configurationFileNames, "file:///a/b/error-code-insight.jsonc"],
  );
});
