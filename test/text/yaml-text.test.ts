import { strictEqual } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parse } from "yaml";
import { yamlText } from "../../server/core/text/yaml-text.ts";

const word = fc.constantFrom(
  "no",
  "NULL",
  "~",
  "404",
  "-1",
  "1e5",
  ".inf",
  "a: b",
  "# c",
  "- d",
  "e #f",
  "it's",
  '"q"',
  "{",
  "a,b",
  "FORBIDDEN",
  "x y",
);

test("a text is read as itself again, in a block and in a flow, whatever quotes stand there", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), word), fc.constantFrom("", "'", '"'), (text, quote) => {
      const written = yamlText(text, quote);
      strictEqual(parse(`a: ${written}\n`).a, text);
      strictEqual(parse(`[${written}]`)[0], text);
      strictEqual(parse(`{ ${written}: 1 }`) instanceof Object, true);
    }),
    { numRuns: 1000 },
  );
});

test("quotes come only where they are needed", () => {
  strictEqual(yamlText("FORBIDDEN_TABLE", ""), "FORBIDDEN_TABLE");
  strictEqual(yamlText("service open exception", ""), "service open exception");
  strictEqual(yamlText("1001", ""), '"1001"');
  strictEqual(yamlText("no", ""), '"no"');
  strictEqual(yamlText("it's", "'"), "'it''s'");
});
