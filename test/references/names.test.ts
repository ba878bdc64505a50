import assert from "node:assert/strict";
import { test } from "node:test";
import { isNamedAfterErrors, languageOfUri, namesErrors } from "../../server/core/references/names.ts";

test("names speak of errors by whole words", () => {
  const speaking = ["errors", "apiErrorCodes", "error_messages", "Exceptions", "ERR", "errno", "fehlercodes", "ошибки"];
  const others = ["default", "overrides", "merry", "mirror", "terror", "ferry", "interrupt", "codes", "messages", ""];
  assert.deepEqual(
    speaking.filter((name) => !namesErrors(name)),
    [],
  );
  assert.deepEqual(others.filter(namesErrors), []);
  assert.ok(isNamedAfterErrors("file:///p/errors/session.ts"));
  assert.ok(isNamedAfterErrors("file:///p/src/api-errors.en.json"));
  assert.ok(!isNamedAfterErrors("file:///p/errors/de/session.ts"));
});

test("the language of a file is told by its name, or by a folder among those of languages", () => {
  const told = {
    "errors.uk.json": "uk",
    "messages_pt_BR.properties": "pt-br",
    "messages_de.properties": "de",
    "locales/zh-cn/errors.json": "zh-cn",
    "i18n/en_US/error.json": "en-us",
    "lang/fr/deep/errors.yaml": "fr",
    "de.json": "de",
    "src/it/errors.json": undefined,
    "errors.json": undefined,
    "api_err.json": undefined,
    "error-codes.yaml": undefined,
  };
  for (const [path, language] of Object.entries(told))
    assert.equal(languageOfUri(`file:///project/${path}`), language, path);
});
