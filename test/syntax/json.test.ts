import assert from "node:assert/strict";
import { test } from "node:test";
import { readSource } from "../../server/core/syntax/read-source.ts";
import type { Expression } from "../../server/core/syntax/tree.ts";

function rootOf(text: string): Expression {
  const file = readSource(text, "json");
  assert.equal(file.statements.length, 1);
  const [statement] = file.statements;
  assert.equal(statement?.kind, "expression");
  return statement.kind === "expression" ? statement.expression : assert.fail();
}

test("a key's span covers its quotes, its name does not", () => {
  const root = rootOf('{ "a.b": 1 }');
  assert.equal(root.kind, "object");
  const [member] = root.kind === "object" ? root.members : [];
  assert.equal(member?.kind, "property");
  const key = member?.kind === "property" ? member.key : undefined;
  assert.deepEqual(key, { kind: "key", written: "string", name: "a.b", computed: undefined, start: 2, end: 7 });
});

test("comments are kept with their text", () => {
  const file = readSource('// one\n{ /* two */ "a": 1 }', "json");
  assert.deepEqual(file.comments, [
    { kind: "line", text: " one", start: 0, end: 6 },
    { kind: "block", text: " two ", start: 9, end: 18 },
  ]);
});

test("an empty text is one missing expression", () => {
  assert.equal(rootOf("").kind, "missing");
  assert.equal(rootOf("  // nothing\n").kind, "missing");
});

test("a slash is never a regular expression", () => {
  const root = rootOf('{ "a": /x/, "b": 2 }');
  const keys =
    root.kind === "object" ? root.members.map((member) => member.kind === "property" && member.key.name) : [];
  assert.deepEqual(keys, ["a", "b"]);
});

test("a file of a thousand members keeps them all", () => {
  const text = JSON.stringify(
    Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`k${index}`, { v: index }])),
  );
  const root = rootOf(text);
  assert.equal(root.kind === "object" ? root.members.length : 0, 1000);
});
