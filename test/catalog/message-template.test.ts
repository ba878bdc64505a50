// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are wire messages
import { deepStrictEqual, strictEqual } from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { hasPlaceholders, matchMessage } from "../../server/core/catalog/message-template.ts";

test("how texts relate to wire messages", () => {
  const filled = (...values: readonly string[]): unknown => ({ kind: "filled", values });
  const exact = { kind: "exact" };
  const differs = { kind: "differs" };
  const expected: readonly [string, string, unknown][] = [
    ["Not found", "Not found", exact],
    ["Not found", "Not found.", differs],
    ["Not found", "not found", differs],
    ["{0} of {1}", "3 of 5", filled("3", "5")],
    ["{0} of {1}", "{0} of {1}", exact],
    ["{0} of {1}", "3 out of 5", filled("3 out", "5")],
    ["app {appkey} has none", "app easemob#demo has none", filled("easemob#demo")],
    ["app {appkey} has none", "app  has none", filled("")],
    ["app {appkey} has none", "app has none", differs],
    ["a{0}{1}b", "axyb", filled("", "xy")],
    ["hello ${user.name}!", "hello Ann!", filled("Ann")],
    ["hello {{ name }}!", "hello Ann!", filled("Ann")],
    ["%s is not %d", "x is not 5", filled("x", "5")],
    ["%1$s", "", filled("")],
    ["100%", "100%", exact],
    ["100% discount", "100x discount", differs],
    ['{"error": "x"}', '{"error": "y"}', differs],
    ["aba{0}aba", "aba", differs],
    ["aba{0}aba", "ababa", differs],
    ["aba{0}aba", "abaaba", filled("")],
    ["x{0}a{1}a", "xa", differs],
    ["caf\u00e9", "cafe\u0301", exact],
    ["", "", exact],
    ["", "x", differs],
  ];
  deepStrictEqual(
    expected.map(([template, text]) => [template, text, matchMessage(template, text)]),
    expected,
  );
});

test("what is a placeholder", () => {
  const yes = ["{0}", "{app key}", "${x}", "{{x}}", "a %s", "%d items", "%@"];
  const no = ["", "100% sure", "{", "}", '{"a": 1}', `{${"x".repeat(100)}}`, "50% of it", "%different"];
  deepStrictEqual([...yes, ...no].filter(hasPlaceholders), yes);
});

test("a message with anything filled in is recognised", () => {
  const fixed = fc
    .string()
    .filter((text) => !/[{}$%]/.test(text))
    .map((text) => text.normalize("NFC"));
  const parts = fc.array(fc.tuple(fixed, fc.string()), { maxLength: 6 });
  fc.assert(
    fc.property(parts, fixed, (pairs, last) => {
      const template = pairs.map(([text], index) => `${text}{${index}}`).join("") + last;
      const text = pairs.map(([before, value]) => before + value).join("") + last;
      const match = matchMessage(template, text);
      strictEqual(match.kind === "differs", false);
      if (match.kind === "filled") strictEqual(match.values.length, pairs.length);
    }),
  );
});

test("long texts made to hurt take no long time", () => {
  const template = "{0}a".repeat(5000);
  deepStrictEqual(matchMessage(template, "a".repeat(4999)), { kind: "differs" });
  strictEqual(matchMessage(template, "a".repeat(50_000)).kind, "filled");
  strictEqual(hasPlaceholders("{".repeat(100_000)), false);
});
