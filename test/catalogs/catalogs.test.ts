/** The built-in catalogs: readable without a problem, complete to the last fact, told in two languages. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { Catalog, CodeEntry } from "../../server/core/catalog/model.ts";
import { builtIn, builtInIds, folded, goldenPath, pageOf } from "./built-in.ts";
import { goldenText, rangeText } from "./golden-text.ts";
import { codeFact, pageReaders } from "./page-facts.ts";
import { localizedTexts, scriptOf } from "./texts.ts";

const expectedIds = [
  "agora-chat",
  "fa-web-services",
  "google-booking-server",
  "google-rpc",
  "http",
  "ru-rest-api",
  "uk-retail-api",
];

/** Fields that the service really sends, though its page names only `error`; the catalog says where they were read. */
const fieldsBeyondThePage = new Set(["error_description", "exception", "timestamp", "duration"]);

test("the built-in catalogs are these seven", () => {
  assert.deepEqual(builtInIds(), expectedIds);
});

for (const id of expectedIds) {
  describe(id, () => {
    const catalog = builtIn(id);

    test("is read without a problem and bears the name of its file", () => {
      assert.deepEqual(catalog.problems, []);
      assert.equal(catalog.id, id);
    });

    test("has exactly the facts of its golden file, and of its page where that is at hand", () => {
      const text = goldenText(catalog);
      if (process.env.UPDATE_GOLDEN === "1") writeFileSync(goldenPath(id), text);
      assert.equal(text, readFileSync(goldenPath(id), "utf8"));
      const page = pageOf(id);
      if (page !== undefined) assertAgrees(catalog, page);
    });

    test("tells everything in its own language and in English", () => {
      for (const { path, text } of localizedTexts(catalog)) {
        for (const language of new Set([catalog.language, "en"])) {
          assert.notEqual(text.get(language)?.trim() ?? "", "", `${path} lacks ${language}`);
        }
        for (const [language, value] of text) {
          assert.match(value, scriptOf(language), `${path} is not written in ${language}: ${value}`);
          assert.equal(value, folded(value), `${path} has stray white space in ${language}`);
        }
      }
    });

    test("says of every status and code what it is, and of every error code what to do", () => {
      for (const entry of catalog.statuses) assert.ok(entry.summary, `${rangeText(entry.status)} lacks its summary`);
      for (const entry of catalog.codes) {
        const telling = [entry.summary, entry.title, entry.meanings[0]?.summary];
        const advising = [entry.fix, ...entry.meanings.map(({ fix }) => fix)];
        assert.ok(telling.some(Boolean), `${entry.code} lacks its summary`);
        assert.ok(advising.some(Boolean), `${entry.code} lacks its fix`);
      }
    });

    test("refers only to codes that it has", () => {
      const known = new Set(catalog.codes.map(({ code }) => code));
      for (const { code, confusedWith, replacement } of catalog.codes) {
        for (const other of [...confusedWith, ...(replacement === undefined ? [] : [replacement])]) {
          assert.ok(known.has(other), `${code} refers to ${other}`);
          assert.notEqual(other, code);
        }
      }
    });
  });
}

/** Both ways: nothing in the catalog that the page does not state, nothing on the page that the catalog leaves out. */
function assertAgrees(catalog: Catalog, page: string): void {
  const facts = pageReaders[catalog.id]?.(page);
  assert.ok(facts && facts.codes.length + facts.statuses.length > 0, "nothing was read from the page");
  assert.deepEqual(sorted(catalog.codes.flatMap(codeFactsOf)), sorted(facts.codes));
  assert.deepEqual(sorted(statusFactsOf(catalog, facts.statuses)), sorted(facts.statuses));
  const text = folded(page);
  for (const fact of verbatimFacts(catalog)) assert.ok(text.includes(fact), `the page does not have ${fact}`);
}

function codeFactsOf({ code, statuses, messages }: CodeEntry): readonly string[] {
  const status = statuses[0];
  if (messages.length === 0) return [codeFact(code, status, undefined)];
  return messages.map(({ template, statuses: own }) => codeFact(code, own[0] ?? status, template));
}

// Pages without reason phrases list bare numbers: the phrase is compared only where the page has it.
function statusFactsOf({ statuses }: Catalog, stated: readonly string[]): readonly string[] {
  return statuses.map(({ status, title }) => {
    const range = rangeText(status);
    return stated.includes(range) || title === undefined ? range : `${range} ${title}`;
  });
}

/** Whatever a catalog took over letter by letter, beside codes, statuses and messages, which are compared as sets. */
function verbatimFacts(catalog: Catalog): readonly string[] {
  const paths = catalog.envelopes.flatMap((envelope) => [
    ...envelope.required,
    ...[envelope.code, envelope.message, envelope.details, envelope.failure?.path].filter((path) => path !== undefined),
  ]);
  const messages = [...catalog.codes.flatMap((entry) => entry.messages), ...catalog.samples];
  return [
    ...paths.flat().filter((field) => !fieldsBeyondThePage.has(field)),
    ...catalog.codes.flatMap(({ code, methods }) => [String(code), ...methods]),
    ...messages.flatMap((entry) => ("template" in entry ? [entry.template, ...entry.methods] : (entry.message ?? []))),
    ...catalog.samples.flatMap(({ code }) => (code === undefined ? [] : String(code))),
    ...catalog.statuses.flatMap(({ headers }) => headers.map(({ name }) => name)),
    ...catalog.statuses.flatMap(({ limits }) => limits.map(({ amount }) => String(amount))),
  ];
}

function sorted(values: readonly string[]): readonly string[] {
  return [...values].sort();
}
