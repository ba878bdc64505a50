import { deepStrictEqual, strictEqual } from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { Catalog } from "../../server/core/catalog/model.ts";
import { readCatalog } from "../../server/core/catalog/read-catalog.ts";
import type { Span } from "../../server/core/text/span.ts";
import { expectCases, expectGolden, fixtureText, printReading } from "../support/catalog-fixture.ts";

function read(text: string, format: "yaml" | "json" = "yaml"): Catalog {
  const { catalog, problems } = readCatalog(text, { uri: "file:///catalogs/some.yaml", format });
  if (catalog === undefined) throw new Error(`no catalog: ${JSON.stringify(problems)}`);
  return catalog;
}

/** The catalog of these codes, which are YAML. */
function readCodes(codes: string, head = ""): Catalog {
  return read(`id: a\ntitle: A\nlanguage: en\n${head}codes:\n${codes.replace(/^/gm, "  ")}`);
}

test("every key of the format is read", () => {
  const text = fixtureText("full.yaml");
  const reading = readCatalog(text, { uri: "file:///full.yaml", format: "yaml" });
  expectGolden("full.golden.json", printReading(text, reading));
});

test("JSON says the same as YAML", () => {
  const withoutPlaces = (name: string, format: "yaml" | "json"): unknown => {
    const catalog = read(fixtureText(name), format);
    const text = JSON.stringify(catalog, (key, value) => {
      if (key === "span" || key === "codeSpan") return undefined;
      return value instanceof Map ? [...value] : value;
    });
    return JSON.parse(text);
  };
  deepStrictEqual(withoutPlaces("full.json", "json"), withoutPlaces("full.yaml", "yaml"));
});

test("everything that is wrong is said once, at its place", () => {
  expectCases("broken-catalogs.txt", (text) => readCatalog(text, { uri: "file:///a.yaml", format: "yaml" }).problems);
});

test("a broken catalog keeps what can be read", () => {
  const { catalog } = readCatalog("title: A\ncodes:\n  A: { status: [404, x], message: 5 }\n  B: 5\n", {
    uri: "file:///docs/My%20errors.yaml",
    format: "yaml",
  });
  const codes = catalog?.codes.map(({ code, statuses, messages }) => [code, statuses, messages.map((m) => m.template)]);
  deepStrictEqual(
    [catalog?.id, catalog?.language, [...(catalog?.title ?? [])], codes],
    [
      "my-20errors",
      "en",
      [["en", "A"]],
      [
        ["A", [404], ["5"]],
        ["B", [], []],
      ],
    ],
  );
});

test("a file that gives neither id, nor title, nor language is no catalog", () => {
  for (const text of ["", "codes: { A: }", "[]", "a", "id: {}\ntitle: []", "title: {}\nlanguage: '?'"]) {
    const { catalog, problems } = readCatalog(text, { uri: "file:///a.yaml", format: "yaml" });
    strictEqual(catalog, undefined, text);
    strictEqual(problems.length > 0, true, text);
  }
});

test("texts, numbers and odd names are codes exactly as written", () => {
  const names = [
    "no",
    "yes",
    "null",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "then",
    "a b",
    "認証失敗",
  ];
  const codes = readCodes(
    [...names.map((name) => `"${name}": { summary: x }`), "-104:", '"-104":', "0:", "1.5:"].join("\n"),
  );
  deepStrictEqual(
    codes.codes.map((entry) => entry.code),
    [...names, -104, "-104", 0, 1.5],
  );
  deepStrictEqual(codes.problems, []);
});

test("`codeType` decides what all codes are", () => {
  const json = (codeType: string): string =>
    `{ "id": "a", "title": "A", "language": "en", ${codeType} "codes": { "-104": { "parent": 7 }, "12": null } }`;
  const codesOf = (text: string): unknown => read(text, "json").codes.map(({ code, parent }) => [code, parent]);
  deepStrictEqual(codesOf(json("")), [
    ["-104", 7],
    ["12", undefined],
  ]);
  deepStrictEqual(codesOf(json('"codeType": "number",')), [
    [-104, 7],
    [12, undefined],
  ]);
  deepStrictEqual(codesOf(json('"codeType": "string",')), [
    ["-104", "7"],
    ["12", undefined],
  ]);
  deepStrictEqual(
    readCodes("-104:\n007:", "codeType: string\n").codes.map(({ code }) => code),
    ["-104", "007"],
  );
});

test("a code defined several times is one entry with all its meanings", () => {
  const text = fixtureText("twice.yaml");
  const { codes, problems } = read(text);
  deepStrictEqual(problems, []);
  expectGolden("twice.golden.json", printReading(text, codes));
});

test("plain texts are in the catalog's language, tags in small letters", () => {
  const catalog = read("id: a\ntitle: 标题\nlanguage: zh-Hans\nsummary: { zh_Hant: 標題, EN: Title }");
  deepStrictEqual(
    [catalog.language, [...catalog.title], [...(catalog.summary ?? [])]],
    [
      "zh-hans",
      [["zh-hans", "标题"]],
      [
        ["zh-hant", "標題"],
        ["en", "Title"],
      ],
    ],
  );
});

test("a catalog with codes is complete unless it says otherwise", () => {
  const complete = (rest: string): boolean => read(`id: a\ntitle: A\nlanguage: en\n${rest}`).complete;
  deepStrictEqual(
    [complete(""), complete("codes: {}"), complete("codes: { A: }"), complete("complete: false\ncodes: { A: }")],
    [false, false, true, false],
  );
});

test("aliases stand for what they name", () => {
  const catalog = readCodes(
    "A: { cause: &why The disk is full., status: &s [500, 503] }\nB: { cause: *why, status: *s }",
  );
  const [first, second] = catalog.codes;
  deepStrictEqual([second?.cause, second?.statuses], [first?.cause, [500, 503]]);
  deepStrictEqual(catalog.problems, []);
});

test("line breaks of Windows and old Macs, and a byte order mark, change nothing but places", () => {
  const unix = fixtureText("full.yaml");
  const strip = (catalog: Catalog): unknown =>
    JSON.parse(
      JSON.stringify(catalog, (key, value) =>
        /span$/i.test(key) ? undefined : value instanceof Map ? [...value] : value,
      ),
    );
  for (const text of [unix.replaceAll("\n", "\r\n"), unix.replaceAll("\n", "\r"), `\uFEFF${unix}`]) {
    deepStrictEqual(strip(read(text)), strip(read(unix)));
    const forbidden = read(text).codes[0];
    strictEqual(text.slice(forbidden?.codeSpan.start, forbidden?.codeSpan.end), "FORBIDDEN");
  }
});

test("YAML is read as 1.2 whatever version it claims", () => {
  const { catalog, problems } = readCatalog(
    "%YAML 1.1\n---\nid: a\ntitle: { no: Ja }\nlanguage: no\ncodes: { off: { retry: no }, 017: { retry: yes } }\n",
    { uri: "file:///a.yaml", format: "yaml" },
  );
  deepStrictEqual(
    catalog?.codes.map(({ code, retry }) => [code, retry?.advice]),
    [
      ["off", "no"],
      [17, "yes"],
    ],
  );
  deepStrictEqual(
    problems.map(({ message }) => message),
    ["`017` is read as the number 17: put it in quotes if it is a text"],
  );
});

/** Every span in a model, wherever it stands. */
function spansIn(value: unknown): readonly Span[] {
  if (typeof value !== "object" || value === null) return [];
  if (value instanceof Map) return [...value.values()].flatMap(spansIn);
  const { start, end } = Object.fromEntries(Object.entries(value));
  if (typeof start === "number" && typeof end === "number") return [{ start, end }];
  return Object.values(value).flatMap(spansIn);
}

for (const [name, format] of [
  ["full.yaml", "yaml"],
  ["full.json", "json"],
] as const) {
  test(`any stretch taken out of ${name} leaves a reading whose places are in the text`, () => {
    const whole = fixtureText(name);
    fc.assert(
      fc.property(fc.nat({ max: whole.length }), fc.nat({ max: 80 }), (start, length) => {
        const text = whole.slice(0, start) + whole.slice(start + length);
        const { catalog, problems } = readCatalog(text, { uri: "file:///a", format });
        for (const span of spansIn({ catalog, problems })) {
          strictEqual(0 <= span.start && span.start <= span.end && span.end <= text.length, true);
        }
      }),
      { numRuns: 200 },
    );
  });
}
