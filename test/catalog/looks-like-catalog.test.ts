import { equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isCatalogData, looksLikeCatalog } from "../../server/core/catalog/looks-like-catalog.ts";
import { readData } from "../../server/core/text/read-data.ts";

const catalogs: Readonly<Record<string, string>> = {
  plain: "id: a\ntitle: A\ncodes: []\n",
  "in another order, with other keys": "statuses: []\nlanguage: en\ntitle: A\nid: a\n",
  quoted: "\"id\": a\n'title': A\ncodes:\n  - code: 1\n",
  indented: "  id: a\n  title: A\n  codes: []\n",
  "behind a byte order mark": "\uFEFFid: a\ntitle: A\ncodes: []\n",
  "behind comments and marks": "# A catalog.\n%YAML 1.2\n\n--- # here\n\n# Now.\nid: a\ntitle: A\ncodes: []\n",
  "on the mark's line": "--- {id: a,\n title: A, codes: []}\n",
  flow: "{ id: a, title: A, codes: [] }\n",
  "with lines ended by carriage returns": "id: a\r\ntitle: A\rcodes: []\r\n",
  explicit: "? id\n: a\n? title\n: A\n? codes\n: []\n",
  "with anchors and tags": "id: a\n&t title: A\n!!str codes: []\n",
  "with spaces before colons": "id : a\ntitle : A\ncodes : []\n",
  "tagged as a whole": "!!map\nid: a\ntitle: A\ncodes: []\n",
};

const others: Readonly<Record<string, string>> = {
  "a lock file": "lockfileVersion: 9\npackages:\n  codes:\n    id: 1\n  title: 2\n",
  "a description of an API": "openapi: 3.1.0\ninfo:\n  title: A\npaths:\n  id: 1\n  codes: []\n",
  "a list": "- id: a\n  title: A\n  codes: []\n",
  "words in a text": "id: a\ntitle: >\n  A\n  codes: many\n",
};

for (const [name, text] of Object.entries(catalogs)) {
  test(`a YAML catalog is told by its keys: ${name}`, () => equal(looksLikeCatalog(text, "yaml"), true));
}

for (const [name, text] of Object.entries(others)) {
  test(`YAML that only has the words is no catalog: ${name}`, () => equal(looksLikeCatalog(text, "yaml"), false));
}

test("what the lines alone tell is never against what reading tells", () => {
  const word = fc.constantFrom(
    "id",
    "title",
    "codes",
    "statuses",
    "'id'",
    "other",
    "? id",
    "&a title",
    "#",
    "---",
    "{",
  );
  const line = fc.tuple(
    fc.constantFrom("", "", "", "  ", "    ", "- "),
    word,
    fc.constantFrom(": a", ":", " :", "", ": []"),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const text = lines.map((parts) => parts.join("")).join("\n");
      const { root, problems } = readData(text, "yaml", { duplicates: "keep" });
      if (problems.length === 0) equal(looksLikeCatalog(text, "yaml"), isCatalogData(root), text);
    }),
    { numRuns: 2000 },
  );
});

const jsonCatalogs: Readonly<Record<string, string>> = {
  plain: '{ "id": "a", "title": "A", "codes": [] }',
  "with comments": '// { "x": [\n{ /* " */ "id": "a", "title": "A {", "statuses": {}, }',
  "half typed": '{ "id": "a", "title": "A\n, "codes": [{ "code": ',
  "its keys last": '{ "envelopes": [{ "code": ["id"] }], "codes": [], "title": "A", "id": "a" }',
};

const otherJson: Readonly<Record<string, string>> = {
  "a file of translations": '{ "page": { "id": "Id", "title": "Title", "codes": "Codes" } }',
  "a list": '[{ "id": "a", "title": "A", "codes": [] }]',
  "words in texts": '{ "text": "\\"id\\": 1", "title": "codes", "codes": "id" }',
};

for (const [name, text] of Object.entries(jsonCatalogs)) {
  test(`a JSON catalog is told by its keys: ${name}`, () => equal(looksLikeCatalog(text, "json"), true));
}

for (const [name, text] of Object.entries(otherJson)) {
  test(`JSON that only has the words is no catalog: ${name}`, () => equal(looksLikeCatalog(text, "json"), false));
}

test("one look at the characters of JSON is never against what reading tells", () => {
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom("id", 'a "title": b', "\\", "//", "/*", 1, null),
      fc.dictionary(fc.constantFrom("id", "title", "codes", "statuses", "x", '"'), tie("value")),
      fc.array(tie("value"), { maxLength: 3 }),
    ),
  }));
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 2), (data, indentation) => {
      const text = JSON.stringify(data, undefined, indentation);
      equal(looksLikeCatalog(text, "json"), isCatalogData(readData(text, "json").root), text);
    }),
    { numRuns: 2000 },
  );
});
