import assert from "node:assert/strict";
import { test } from "node:test";
import type { Catalog } from "../../server/core/catalog/model.ts";
import { memoryWorkspace, uriOf, workspaceUri } from "../support/memory-workspace.ts";

const main = `openapi: 3.0.3
info: { title: Library }
paths:
  /books:
    $ref: "paths/books.yaml"
  /readers:
    put: { $ref: "paths/readers.yaml" }
  /loans:
    post:
      responses:
        "409": { $ref: "shared/responses.yaml#/OnLoan" }
        "403": { $ref: "../../outside.yaml#/Secret" }
        "500": { $ref: "shared/responses.yaml#/Nowhere" }
`;

const books = `get:
  responses:
    "200": { description: Fine, content: { application/json: { example: { code: NO_ERROR_AT_ALL } } } }
    "404":
      content:
        application/json:
          schema: { $ref: "../shared/body.json" }
          example: { error: { code: book_not_found, message: No such book } }
    "422": { $ref: "../shared/responses.yaml#/Invalid" }
`;

const responses = `OnLoan:
  content:
    application/json:
      examples:
        first: { value: { error: { code: on_loan, message: Somebody reads it } } }
        second: { $ref: "#/Reserved" }
Reserved: { value: { error: { code: reserved, message: Somebody waits for it } } }
Invalid:
  content: { application/json: { schema: { properties: { error: { $ref: "#/InvalidBody" } } } } }
InvalidBody: { properties: { code: { enum: [title_missing, isbn_wrong] }, again: { $ref: "#/InvalidBody" } } }
Nowhere: { $ref: "#/Nowhere" }
`;

const body = JSON.stringify({
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code"],
      properties: { code: { type: "string" }, message: { type: "string" } },
    },
  },
});

const readers = `responses:
  "403": { content: { a: { example: { type: "https://library.example/problems/barred", detail: You are barred } } } }
`;

const files = {
  "api/openapi.yaml": main,
  "api/paths/readers.yaml": readers,
  "api/paths/books.yaml": books,
  "api/shared/responses.yaml": responses,
  "api/shared/body.json": body,
};

test("a description in several files tells what all of them tell, each code at its place", async () => {
  const { catalog, disk } = await imported(files);
  assert.deepEqual(
    catalog.codes.map(({ code, statuses, messages, origin, codeSpan }) => {
      const path = (origin ?? "").slice(`${workspaceUri}/`.length) as keyof typeof files;
      const written = files[path].slice(codeSpan.start, codeSpan.end);
      return [code, statuses, messages.map(({ template }) => template), path, written.includes(String(code))];
    }),
    [
      ["book_not_found", [404], ["No such book"], "api/paths/books.yaml", true],
      ["title_missing", [422], [], "api/shared/responses.yaml", true],
      ["isbn_wrong", [422], [], "api/shared/responses.yaml", true],
      ["on_loan", [409], ["Somebody reads it"], "api/shared/responses.yaml", true],
      ["reserved", [409], ["Somebody waits for it"], "api/shared/responses.yaml", true],
      ["https://library.example/problems/barred", [403], ["You are barred"], "api/paths/readers.yaml", true],
    ],
  );
  assert.deepEqual(
    catalog.envelopes.map(({ code, message, required }) => [code, message, required]),
    [
      [["error", "code"], ["error", "message"], [["error", "code"]]],
      [["error", "code"], undefined, []],
    ],
  );
  assert.ok(!disk.asked.some((uri) => uri.includes("outside")), "what lies above the workspace is not asked for");
});

test("references in circles, to other hosts, drives and devices lead nowhere", async () => {
  const strange = [
    "https://example.invalid/e.yaml",
    "//host/e.yaml",
    "/etc/passwd",
    "file:///etc/e.yaml",
    "..\\\\e.yaml",
    "C:/e.yaml",
    "%2e%2e/e.yaml",
    "../../../etc/e.yaml",
    "e.yaml#/a/../b",
    "#/paths/~1x",
    "x.yaml",
  ];
  const responsesOf = strange.map((reference, at) => `        "${400 + at}": { $ref: '${reference}' }\n`).join("");
  const text = `openapi: 3.0.0\npaths:\n  /x:\n    get:\n      responses:\n        "422": { content: { a: { example: { code: REAL_ONE, message: x } } } }\n${responsesOf}`;
  const { catalog, disk } = await imported({
    "api/openapi.yaml": text,
    "api/x.yaml": "$ref: y.yaml\n",
    "api/y.yaml": "$ref: x.yaml\n",
    "api/e.yaml": "a: { code: A }\n",
  });
  assert.deepEqual(
    catalog.codes.map(({ code }) => code),
    ["REAL_ONE"],
  );
  const asked = disk.asked.filter((uri) => /\.ya?ml$|passwd/.test(uri) && !uri.includes("catalogs"));
  assert.deepEqual(
    [...new Set(asked)].filter((uri) => !uri.startsWith(`${workspaceUri}/`)),
    [],
  );
});

test("a chain of files and schemas that fan out are followed within bounds", async () => {
  const chain = Object.fromEntries(
    Array.from({ length: 700 }, (_, at) => [`api/f${at}.yaml`, `$ref: f${at + 1}.yaml\n`]),
  );
  const fan = Array.from(
    { length: 40 },
    (_, at) =>
      `    S${at}: { allOf: [{ $ref: "#/components/schemas/S${at + 1}" }, { $ref: "#/components/schemas/S${at + 1}" }] }\n`,
  );
  const text = `openapi: 3.0.0
paths:
  /x:
    get:
      responses:
        "400": { $ref: f0.yaml }
        "404": { content: { a: { schema: { $ref: "#/components/schemas/S0" }, example: { code: REAL_ONE, message: x } } } }
components:
  schemas:
${fan.join("")}`;
  const { catalog } = await imported({ "api/openapi.yaml": text, ...chain });
  assert.deepEqual(
    catalog.codes.map(({ code }) => code),
    ["REAL_ONE"],
  );
});

async function imported(given: Readonly<Record<string, string>>) {
  const { workspace, disk } = memoryWorkspace(given);
  const found = await workspace.importCatalog([uriOf("api/openapi.yaml")], {
    id: undefined,
    title: undefined,
    language: undefined,
  });
  assert.ok(found.kind === "imported");
  const catalog: Catalog = found.catalog;
  return { catalog, disk };
}
