import { deepStrictEqual } from "node:assert/strict";
import { test } from "node:test";
import { readCatalog } from "../../server/core/catalog/read-catalog.ts";
import { catalogsByEvidence } from "../../server/core/facts/scope-evidence.ts";

const text = `id: sample
title: Sample API
language: en
evidence: { hosts: ["api.example.com", "*.example.org"], dependencies: ["@sample/client"], codes: false }
`;
const { catalog } = readCatalog(text, { uri: "file:///sample.yaml", format: "yaml" });
const candidates = catalog === undefined ? [] : [catalog];

const reasons = (source: string, packages: readonly string[] = []) =>
  catalogsByEvidence(candidates, {
    text: source,
    comments: [],
    sites: [],
    dependencies: { uri: "file:///package.json", names: new Set(packages) },
  }).map(({ reason }) => reason);

test("a dependency speaks for a catalog", () => {
  deepStrictEqual(reasons("", ["express", "@sample/client"]), [
    { kind: "dependency", name: "@sample/client", uri: "file:///package.json" },
  ]);
  deepStrictEqual(reasons("", ["express"]), []);
});

test("a host is stronger than a dependency, and knows no case", () => {
  const source = 'get("https://API.example.com/v1")';
  const start = source.indexOf("API");
  deepStrictEqual(reasons(source, ["@sample/client"]), [
    { kind: "host", host: "api.example.com", span: { start, end: start + "api.example.com".length } },
  ]);
});

test("a wildcard stands for at least one more part", () => {
  deepStrictEqual(reasons('get("wss://eu.example.org")').length, 1);
  deepStrictEqual(reasons('get("https://example.org")'), []);
  deepStrictEqual(reasons('get("https://badexample.org")'), []);
});
