import { deepStrictEqual, strictEqual } from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { type CatalogIndex, indexCatalog } from "../../server/core/catalog/catalog-index.ts";
import type { Code } from "../../server/core/catalog/model.ts";
import { readCatalog } from "../../server/core/catalog/read-catalog.ts";

function indexOf(body: string): CatalogIndex {
  const text = `id: a\ntitle: A\nlanguage: uk\n${body}`;
  const { catalog, problems } = readCatalog(text, { uri: "file:///a.yaml", format: "yaml" });
  deepStrictEqual(problems, []);
  if (catalog === undefined) throw new Error("no catalog");
  return indexCatalog(catalog);
}

const names = indexOf(
  "codes: { FORBIDDEN: , FORBIDDEN_TABLE: , NOT_FOUND: , AUTH_BAD_ACCESS_TOKEN: , service open exception: , userNotFound: , __proto__: }",
);
const numbers = indexOf('codes: { -104: , -201: , 1001: , 1002: , 1003: , 1004: , 5001: , 6100: , "404": }');

/** What is near a code: the codes with what they differ in. */
function near(index: CatalogIndex, code: Code): readonly string[] {
  return index.codesNamed(code).near.map(({ entry, difference }) => `${JSON.stringify(entry.code)} ${difference}`);
}

test("a code is found by its value and its type", () => {
  strictEqual(names.codesNamed("FORBIDDEN").exact?.code, "FORBIDDEN");
  strictEqual(names.codesNamed("__proto__").exact?.code, "__proto__");
  strictEqual(names.codesNamed("toString").exact, undefined);
  strictEqual(numbers.codesNamed(-104).exact?.code, -104);
  strictEqual(numbers.codesNamed("-104").exact, undefined);
  deepStrictEqual(near(names, "FORBIDDEN"), []);
});

test("what may have been meant", () => {
  const expected: readonly [CatalogIndex, Code, readonly string[]][] = [
    [numbers, "-104", ["-104 type"]],
    [numbers, 404, ['"404" type']],
    [numbers, 104, ["-104 sign"]],
    [numbers, "201", ["-201 sign"]],
    [numbers, 6010, ["6100 spelling"]],
    [numbers, 5011, ["5001 spelling"]],
    [numbers, 50001, ["5001 spelling"]],
    [numbers, 1008, []],
    [numbers, 7777, []],
    [numbers, 0, []],
    [names, "forbidden", ['"FORBIDDEN" case']],
    [names, "Not-Found", ['"NOT_FOUND" case', '"userNotFound" words']],
    [names, "USER_NOT_FOUND", ['"userNotFound" case', '"NOT_FOUND" words']],
    [names, "FORBIDEN", ['"FORBIDDEN" spelling']],
    [names, "FROBIDDEN", ['"FORBIDDEN" spelling']],
    [names, "auth_bad_token", ['"AUTH_BAD_ACCESS_TOKEN" words']],
    [names, "service_open_exception", ['"service open exception" case']],
    [names, "NOT_FOND", ['"NOT_FOUND" spelling']],
    [names, "PAYMENT_REQUIRED", []],
    [names, "", []],
    [names, "___", []],
    [names, "x".repeat(1000), []],
    [names, 5, []],
  ];
  deepStrictEqual(
    expected.map(([index, code]) => [code, near(index, code)]),
    expected.map(([, code, found]) => [code, found]),
  );
});

test("near codes are at most three, of the catalog, and none beside an exact one", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer(), fc.constantFrom("FORBIDDEN", "NOT")), (code) => {
      for (const index of [names, numbers]) {
        const found = index.codesNamed(code);
        strictEqual(found.near.length <= (found.exact === undefined ? 3 : 0), true);
        for (const { entry } of found.near) strictEqual(index.codesNamed(entry.code).exact, entry);
      }
    }),
  );
});

const guided = indexOf(
  `statuses: { 4xx: { title: Wrong }, 404: { title: Not Found }, 2xx: { title: Right } }
codes:
  A: { status: [404, 409] }
  B: { status: 409, messages: [{ text: Gone, status: 410 }, "Limit of {0} for {appkey}", "100% of %s", "\${x}"] }
  C: { message: Gone }
`,
);

test("codes by status, their messages' own statuses included", () => {
  const codes = (status: number): readonly Code[] => guided.codesWithStatus(status).map(({ code }) => code);
  deepStrictEqual([codes(409), codes(404), codes(410), codes(400)], [["A", "B"], ["A"], ["B"], []]);
});

test("the guidance of a status comes before that of its class", () => {
  const titles = [404, 403, 200, 299, 300, 500].map((status) => guided.statusEntry(status)?.title);
  deepStrictEqual(titles, ["Not Found", "Wrong", "Right", "Right", undefined, undefined]);
});

test("messages by their text, exact ones first", () => {
  const found = (text: string): readonly string[] =>
    guided.messagesFitting(text).map(({ entry, message }) => `${entry.code}: ${message.template}`);
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are wire messages
  deepStrictEqual(found("Gone"), ["B: Gone", "C: Gone", "B: ${x}"]);
  deepStrictEqual(found("Limit of 5 for abc"), ["B: Limit of {0} for {appkey}", "B: ${x}"]);
  deepStrictEqual(found("100% of disk"), ["B: 100% of %s", "B: ${x}"]);
  deepStrictEqual(found("Limit of {0} for {appkey}"), ["B: Limit of {0} for {appkey}", "B: ${x}"]);
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are wire messages
});

test("texts in the reader's language, in English, in the catalog's", () => {
  const text = new Map([
    ["uk", "укр"],
    ["en", "eng"],
  ]);
  deepStrictEqual(
    [
      guided.textIn(text, ["fr"]),
      guided.textIn(text, ["uk-UA"]),
      guided.textIn(
        new Map([
          ["fa", "x"],
          ["uk", "укр"],
        ]),
        ["fr"],
      ),
      guided.textIn(undefined, []),
    ],
    ["eng", "укр", "укр", undefined],
  );
});
