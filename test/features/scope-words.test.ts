import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { test } from "node:test";
import type { ScopeReason } from "../../server/core/facts/model.ts";
import { reasonLine } from "../../server/core/features/describe/scope-words.ts";
import { lineToText } from "../../server/core/features/prose/plain.ts";
import { wordsFor } from "../../server/core/features/words/words.ts";

const span = { start: 0, end: 0 };
const reasons: readonly ScopeReason[] = [
  { kind: "configuration", uri: "file:///a%20b/error-code-insight.json" },
  { kind: "override", uri: "file:///a/error-code-insight.yaml", files: ["src/chat/**", "b.ts"] },
  { kind: "comment", span },
  { kind: "envelope", envelope: "error", span },
  { kind: "host", host: "api.example.com", span },
  { kind: "dependency", name: "chat-sdk", uri: "file:///a/package.json" },
  { kind: "codes", codes: ["A_B", "`C`"] },
  { kind: "general" },
];
const languages = ["en", "fa", "uk", "ru", "zh"];

test("every reason has its words", () => {
  deepStrictEqual(
    reasons.map((reason) => lineToText(reasonLine(wordsFor(["en"]), reason))),
    [
      "named in error-code-insight.json",
      "named for src/chat/**, b.ts in error-code-insight.yaml",
      "named by a comment in this file",
      "a body here has the shape of its envelope error",
      "this file calls api.example.com",
      "package.json depends on chat-sdk",
      "this file uses its codes A_B, 'C'",
      "general knowledge of HTTP",
    ],
  );
});

test("every language words every reason in its own way", () => {
  for (const reason of reasons) {
    const worded = languages.map((language) => lineToText(reasonLine(wordsFor([language]), reason)));
    strictEqual(new Set(worded).size, languages.length, reason.kind);
  }
});

test("a language that the program does not speak gives way to the next, and at last to English", () => {
  strictEqual(wordsFor(["de", "uk-UA", "ru"]).language, "uk");
  strictEqual(wordsFor(["zh-Hant-TW"]).language, "zh");
  strictEqual(wordsFor(["de"]).language, "en");
  strictEqual(wordsFor([]).language, "en");
});

test("all languages have the same words, none empty", () => {
  const keys = (value: object): readonly string[] =>
    Object.entries(value)
      .flatMap(([key, inner]) =>
        inner !== null && typeof inner === "object" ? keys(inner).map((rest) => `${key}.${rest}`) : [key],
      )
      .sort();
  const english = keys(wordsFor(["en"]));
  for (const language of languages) {
    const words = wordsFor([language]);
    deepStrictEqual(keys(words), english, language);
    ok(
      Object.values(words).every((word) => word !== ""),
      language,
    );
    ok(words.meanings(2) !== words.meanings(3) && words.meanings(12).includes("12"), language);
  }
});
