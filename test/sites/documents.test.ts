import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decodedBase64 } from "../../server/core/sites/documents/base64.ts";
import { embeddedText } from "../../server/core/sites/documents/embedded-text.ts";
import { referencesOf } from "../../server/core/sites/documents/references.ts";
import { withoutTemplates } from "../../server/core/sites/documents/templates.ts";
import { readSource } from "../../server/core/syntax/read-source.ts";
import type { Expression } from "../../server/core/syntax/tree.ts";

function rootOf(text: string, dialect: "json" | "yaml"): Expression {
  const [statement] = readSource(text, dialect).statements;
  ok(statement?.kind === "expression");
  return statement.expression;
}

test("each character of a text in quotes is found where it is written", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.constantFrom("json", "yaml"), (value, notation) => {
      const source = notation === "json" ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
      const node = rootOf(source, notation);
      ok(node.kind === "string");
      const { text, placeOf } = embeddedText(source, node);
      for (let index = 0; index < text.length; index += 1) {
        const { start, end } = placeOf({ start: index, end: index + 1 });
        const piece = source.slice(start, end);
        const read = notation === "json" ? JSON.parse(`"${piece}"`) : piece.replaceAll("''", "'");
        strictEqual(read, text[index]);
      }
    }),
    { numRuns: 500 },
  );
});

test("the lines of a block have no places of their own", () => {
  const source = "|\n  { a }\n  { b }\n";
  const node = rootOf(source, "yaml");
  ok(node.kind === "string");
  deepStrictEqual(embeddedText(source, node).placeOf({ start: 2, end: 3 }), { start: node.start, end: node.end });
});

test("a text without its templates is as long as before, and has none", () => {
  const piece = fc.constantFrom(
    '"',
    "{{now}}",
    "{{#if a}}",
    "{{else}}",
    "{{/if}}",
    "{{{raw}}}",
    "{{",
    "}}",
    "\\",
    "x",
    "{",
    "}",
    ":",
    ",",
    " ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join("");
      strictEqual(withoutTemplates(text).length, text.length);
    }),
    { numRuns: 1000 },
  );
});

test("what a template gives is unknown, what stands around it stays", () => {
  const text = `{ "id": {{now}}, "code": "A_{{x}}", "{{k}}": 1, "name": "{{faker "a"}}", "ok": false }`;
  deepStrictEqual(JSON.parse(withoutTemplates(text)), { id: null, code: null, _____: 1, name: null, ok: false });
});

test("references are followed in their document, round ones and others lead nowhere", () => {
  const text = JSON.stringify({
    a: { $ref: "#/b~1c/0" },
    "b/c": [{ $ref: "#/d%20e" }],
    "d e": { code: "X" },
    loop: { $ref: "#/pool" },
    pool: { $ref: "#/loop" },
    away: { $ref: "./other.json#/d" },
    file: { $ref: "/dev/zero" },
    proto: { $ref: "#/__proto__/constructor" },
  });
  const root = rootOf(text, "json");
  ok(root.kind === "object");
  const references = referencesOf(root);
  const found = root.members.map((member) => {
    const followed = member.kind === "property" ? references.follow(member.value) : undefined;
    return followed && [text.slice(followed.node.start, followed.node.end), followed.reference?.pointer];
  });
  deepStrictEqual(found, [
    ['{"code":"X"}', "#/b~1c/0"],
    ['[{"$ref":"#/d%20e"}]', undefined],
    ['{"code":"X"}', undefined],
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("Base64 gives back the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      strictEqual(decodedBase64(Buffer.from(text, "utf8").toString("base64")), text);
    }),
  );
  strictEqual(decodedBase64("/w=="), undefined);
  strictEqual(decodedBase64("?"), undefined);
});
