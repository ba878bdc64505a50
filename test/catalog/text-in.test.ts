import { deepStrictEqual, strictEqual } from "node:assert/strict";
import test from "node:test";
import { languageOf, textIn } from "../../server/core/catalog/text-in.ts";

function chosen(languages: readonly string[], ...preferred: readonly string[]): string {
  return languageOf(new Map(languages.map((language) => [language, `text in ${language}`])), preferred);
}

test("the first preferred language that is there", () => {
  strictEqual(chosen(["en", "uk", "fa"], "fr", "fa", "uk"), "fa");
  strictEqual(chosen(["en", "uk"], "UK"), "uk");
});

test("wider languages stand for narrower ones, part by part", () => {
  deepStrictEqual(
    [
      chosen(["en", "zh"], "zh-Hans-CN"),
      chosen(["en", "zh", "zh-hans"], "zh-hans-cn"),
      chosen(["en", "zh"], "zh-x-private"),
      chosen(["en", "de"], "de_AT"),
    ],
    ["zh", "zh-hans", "zh", "de"],
  );
});

test("narrower languages stand for wider ones, and Chinese scripts for their regions", () => {
  const both = ["en", "zh-hans", "zh-hant"];
  deepStrictEqual(
    [
      chosen(both, "zh"),
      chosen(both, "zh-cn"),
      chosen(both, "zh-tw"),
      chosen(both, "zh-HK"),
      chosen(["en", "pt-br"], "pt"),
    ],
    ["zh-hans", "zh-hans", "zh-hant", "zh-hant", "pt-br"],
  );
});

test("else English, else what comes first", () => {
  deepStrictEqual(
    [chosen(["uk", "en"], "fr"), chosen(["uk", "en-gb"], "fr"), chosen(["uk", "fa"], "fr"), chosen([], "fr")],
    ["en", "en-gb", "uk", ""],
  );
  strictEqual(chosen(["uk", "en"]), "en");
});

test("languages that only begin alike are different", () => {
  strictEqual(chosen(["en", "fil", "zha"], "fi", "zh"), "en");
});

test("no text in any language for no text", () => {
  strictEqual(textIn(undefined, ["en"]), undefined);
  strictEqual(textIn(new Map([["fa", "متن"]]), ["en"]), "متن");
});
