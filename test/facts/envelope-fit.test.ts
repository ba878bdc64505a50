import { deepStrictEqual } from "node:assert/strict";
import { test } from "node:test";
import { readCatalog } from "../../server/core/catalog/read-catalog.ts";
import { envelopeFit } from "../../server/core/facts/envelope-fit.ts";
import { findSites } from "../../server/core/sites/find-sites.ts";
import { readSource } from "../../server/core/syntax/read-source.ts";

const { catalog } = readCatalog(
  `id: sample
title: Sample API
language: en
envelopes:
  - { id: plain, code: error.code }
  - { id: whole, code: error.code, failure: { path: ok, value: false }, required: [ok, error.code, error.message] }
`,
  { uri: "file:///sample.yaml", format: "yaml" },
);

function fitOf(body: string): string | undefined {
  const file = readSource(`res.status(400).json(${body});`, "ts");
  const [site] = findSites(file, { uri: "file:///a.ts", modules: { module: () => "absent" }, wrappers: [] });
  const fit = catalog && envelopeFit(catalog, site?.body);
  return fit?.kind === "fits" ? fit.envelope.id : fit?.kind;
}

test("the fullest envelope that fits is chosen", () => {
  deepStrictEqual(fitOf(`{ ok: false, error: { code: "A_B", message: "x" } }`), "whole");
  deepStrictEqual(fitOf(`{ error: { code: "A_B" } }`), "plain");
});

test("a failure flag that says success excludes an envelope", () =>
  deepStrictEqual(fitOf(`{ ok: true, error: { code: "A_B", message: "x" } }`), "plain"));

test("a body without the code differs", () =>
  deepStrictEqual(fitOf(`{ error: { message: "x" }, code: "A_B" }`), "differs"));

test("what was not seen may hold it", () => {
  deepStrictEqual(fitOf(`{ ...base, ok: false }`), "unknown");
  deepStrictEqual(fitOf(`{ ok: false, error: toError(reason) }`), "unknown");
  deepStrictEqual(fitOf(`body`), "unknown");
});
