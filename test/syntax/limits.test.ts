import assert from "node:assert/strict";
import { test } from "node:test";
import { LONGEST_TEXT, readSource } from "../../server/core/syntax/read-source.ts";
import type { Dialect } from "../../server/core/syntax/tree.ts";
import { nodesAt, walkFile } from "../../server/core/syntax/walk.ts";

const DIALECTS: readonly Dialect[] = ["ts", "tsx", "js", "jsx", "json"];

test("a text over the longest is refused with a reason", () => {
  const file = readSource(" ".repeat(LONGEST_TEXT + 1), "ts");
  assert.match(file.refusal ?? "", /longer than 5 million characters/);
  assert.deepEqual(file.statements, []);
  assert.equal(readSource(" ".repeat(LONGEST_TEXT), "ts").refusal, undefined);
});

for (const [open, close] of [
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["f(", ")"],
  ["{a:", "}"],
  ["`${", "}`"],
  ["() => {", "}"],
] as const) {
  test(`200 levels of ${open} are read and 201 are refused`, () => {
    const nested = (levels: number): string => `x = ${open.repeat(levels)}1${close.repeat(levels)}`;
    const file = readSource(nested(200), "ts");
    assert.equal(file.refusal, undefined);
    walkFile(file, () => undefined);
    assert.match(readSource(nested(201), "ts").refusal ?? "", /deeper than 200 levels/);
    assert.match(readSource(open.repeat(100_000), "ts").refusal ?? "", /deeper than 200 levels/);
  });
}

test("elements nest as brackets do", () => {
  assert.equal(readSource("<a>".repeat(200) + "</a>".repeat(200), "tsx").refusal, undefined);
  assert.match(readSource(`x = ${"<a>".repeat(201)}`, "tsx").refusal ?? "", /deeper than 200 levels/);
});

/** Long rows that are legal code: read whole, and walked without running out of stack. */
const CHAINS: readonly (readonly [name: string, text: string, atLeast: number])[] = [
  ["members", `a${".b".repeat(20_000)};`, 20_000],
  ["calls", `a${"()".repeat(20_000)};`, 20_000],
  ["sums", `x = a${" + a".repeat(20_000)};`, 40_000],
  ["conditions", `x = ${"a ? b : ".repeat(10_000)}c;`, 30_000],
  ["else if", `${"if (a) b; else ".repeat(10_000)}c;`, 30_000],
  ["negations", `x = ${"!".repeat(10_000)}a;`, 10_000],
  ["commas", `x = (${"a, ".repeat(10_000)}a);`, 10_000],
  ["as", `x = a${" as b".repeat(10_000)};`, 10_000],
];

for (const [name, text, atLeast] of CHAINS) {
  test(`a chain of ${name} is read whole`, () => {
    let count = 0;
    walkFile(readSource(text, "ts"), () => {
      count += 1;
    });
    assert.ok(count >= atLeast, `${count} nodes`);
    assert.ok(nodesAt(readSource(text, "ts"), text.length - 2).length > 0);
  });
}

/** Rows that would recurse: given up at some depth, but nothing is thrown and what follows is read. */
const RECURSIONS: readonly string[] = [
  "a => ".repeat(50_000),
  "a = ".repeat(50_000),
  "a ** ".repeat(50_000),
  "new ".repeat(50_000),
  "a: ".repeat(50_000),
  "if (a) ".repeat(50_000),
  "while (a) ".repeat(50_000),
  "do ".repeat(50_000),
  "try ".repeat(50_000),
  "yield ".repeat(50_000),
  "typeof ".repeat(50_000),
  "a ? ".repeat(50_000),
  "<a>".repeat(180).repeat(20),
  "a<".repeat(50_000),
  "async a => ".repeat(20_000),
  "@a ".repeat(50_000),
  "class extends ".repeat(50_000),
  "@".repeat(50_000),
  "class { a = ".repeat(190),
  "...".repeat(20_000),
  "delete new await ".repeat(10_000),
  "x = a ? (b) : ".repeat(5_000),
  "(a): b => ".repeat(5_000),
  "a ? (b): c => ".repeat(3_000),
  `let x: ${"keyof ".repeat(50_000)}`,
  `let x: ${"A extends B ? C : ".repeat(20_000)}`,
  `let x: ${"A<".repeat(20_000)}`,
  `let x: ${"() => ".repeat(20_000)}`,
  "export default ".repeat(20_000),
  "`${".repeat(150),
  "`".repeat(20_001),
  "'".repeat(20_001),
  "/".repeat(20_001),
  "<".repeat(20_001),
  "</a>".repeat(10_000),
  "}".repeat(20_000),
  ")]}".repeat(20_000),
  "case ".repeat(20_000),
  "@(a) export ".repeat(10_000),
];

for (const text of RECURSIONS) {
  test(`a row of ${JSON.stringify(text.slice(0, 24))} throws nothing`, () => {
    for (const dialect of DIALECTS) {
      const file = readSource(`${text}\nconst last = 1;\n`, dialect);
      walkFile(file, () => undefined);
    }
  });
}
