/**
 * Files made to hurt: each is read to the end of what may be read, says what was refused, and leaves the process as it
 * was. A test that hangs or aborts the process fails by that.
 */
import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import test from "node:test";
import { type CatalogReading, readCatalog } from "../../server/core/catalog/read-catalog.ts";
import { readConfiguration } from "../../server/core/facts/read-configuration.ts";
import type { DataFormat } from "../../server/core/text/data-node.ts";
import { readData } from "../../server/core/text/read-data.ts";
import { nodesOf } from "../support/catalog-fixture.ts";

const head = "id: a\ntitle: A\nlanguage: en\n";

function nested(levels: number): string {
  return Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}a:`).join("\n");
}

function times(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("");
}

/** Anchors of which each names the one before it several times: `copies` to the power of `levels` when written out. */
function aliasBomb(levels: number, copies: number): string {
  const level = (index: number): string =>
    `x${index}: &x${index} [${Array(copies)
      .fill(`*x${index - 1}`)
      .join(", ")}]\n`;
  return `x0: &x0 [lol, lol]\n${times(levels, (index) => level(index + 1))}`;
}

interface Hostile {
  readonly title: string;
  readonly text: string;
  readonly format?: DataFormat;
  /** What one of the problems says; undefined where there is nothing to complain about. */
  readonly says: RegExp | undefined;
}

const tooDeep = /More than 200 levels/;
const tooMany = /More than (?:400000 words and marks|50000 entries and items)/;
const tooLarge = /too large/;

const cases: readonly Hostile[] = [
  { title: "1 alias bomb of 9 levels", text: head + aliasBomb(9, 9), says: /aliases of this file stand for too much/ },
  {
    title: "2 binary alias bomb of 30 levels",
    text: head + aliasBomb(30, 2),
    says: /aliases of this file stand for too much/,
  },
  {
    title: "3 a thousand aliases of one anchor",
    text: `${head}summary: &x A text\ncodes:\n${times(1000, (n) => `  A${n}: { cause: *x }\n`)}`,
    says: undefined,
  },
  { title: "4 an alias inside what it names", text: `${head}codes: &A { x: *A }`, says: /stands inside what it names/ },
  { title: "5 a merge of itself", text: `${head}codes: &A { <<: *A }`, says: /not part of YAML 1\.2/ },
  {
    title: "6 a merge of ten thousand aliases",
    text: `${head}x: &a { b: 1 }\ncodes: { <<: [${times(10_000, () => "*a, ")}] }`,
    says: /not part of YAML 1\.2/,
  },
  { title: "7 lists 900 deep", text: "[".repeat(900) + "]".repeat(900), says: tooDeep },
  { title: "8 lists 50,000 deep", text: "[".repeat(50_000) + "]".repeat(50_000), says: tooDeep },
  { title: "9 lists 50,000 deep, open", text: `${head}codes: ${"[".repeat(50_000)}`, says: tooDeep },
  { title: "10 block lists 5,000 deep", text: `${head}codes:\n  ${"- ".repeat(5000)}`, says: tooDeep },
  { title: "11 explicit keys 5,000 deep", text: "? ".repeat(5000), says: tooDeep },
  { title: "12 block maps 3,000 deep", text: nested(3000), says: tooDeep },
  { title: "13 flow maps 20,000 deep", text: "{a:".repeat(20_000), says: tooDeep },
  { title: "13 keys that are lists", text: "{[a]: ".repeat(300), says: tooDeep },
  {
    title: "14 JSON lists 100,000 deep",
    format: "json",
    text: "[".repeat(100_000) + "]".repeat(100_000),
    says: tooDeep,
  },
  { title: "15 JSON maps 5,000 deep", format: "json", text: '{"a":'.repeat(5000), says: tooDeep },
  { title: "15 JSON brackets that do not fit", format: "json", text: "[},".repeat(5000), says: tooDeep },
  { title: "16 100,000 keys in one map", text: `${head}codes:\n${times(100_000, (n) => `  K${n}:\n`)}`, says: tooMany },
  {
    title: "16 20,000 codes",
    text: `${head}codes:\n${times(20_000, (n) => `  K${n}: { status: 400 }\n`)}`,
    says: undefined,
  },
  {
    title: "16 100,000 keys in one JSON map",
    format: "json",
    text: `{"id":"a","title":"A","language":"en","codes":{${times(100_000, (n) => `"K${n}":{},`)}}}`,
    says: tooMany,
  },
  {
    title: "17 30,000 equal keys",
    text: `${head}${times(30_000, () => "summary: x\n")}`,
    says: /and 29899 more problems/,
  },
  {
    title: "17 20,000 equal codes",
    text: `${head}codes:\n${times(20_000, () => "  A: { summary: x }\n")}`,
    says: undefined,
  },
  { title: "18 10,000 documents", text: `${head}${times(10_000, () => "---\nid: b\n")}`, says: /A second document/ },
  {
    title: "19 20,000 mistakes",
    text: `${head}codes:\n${times(20_000, (n) => `  A${n}: @\n`)}`,
    says: /and \d+ more problems/,
  },
  {
    title: "19 20,000 mistakes in JSON",
    format: "json",
    text: `{"id":"a","title":"A","language":"en",${times(20_000, () => "x ")}`,
    says: /and \d+ more problems/,
  },
  { title: "20 a line of 10 MB", text: `${head}summary: ${"x".repeat(10_000_000)}`, says: tooLarge },
  { title: "20 a line of 4 MB", text: `${head}summary: ${"x".repeat(4_000_000)}`, says: undefined },
  { title: "21 a file of 50 MB", format: "json", text: `"${"x".repeat(50_000_000)}"`, says: tooLarge },
  { title: "21 a million commas", text: `[${",".repeat(1_000_000)}]`, says: tooMany },
  { title: "21 a million blank lines", text: `${head}${"\n".repeat(1_000_000)}summary: x`, says: tooMany },
  {
    title: "23 prototypes as names",
    text: `${head}__proto__: { polluted: 1 }\ncodes: { __proto__: { polluted: 1, summary: x }, constructor: { prototype: { polluted: 1 } }, prototype: }`,
    says: /`polluted` is not known in a code/,
  },
  {
    title: "23 prototypes as names in JSON",
    format: "json",
    text: '{"id":"a","title":"A","language":"en","__proto__":{"polluted":1},"codes":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}',
    says: /`__proto__` is not known in a catalog/,
  },
  {
    title: "23 a prototype by merge",
    text: `${head}codes: { A: { <<: { __proto__: { polluted: 1 } } } }`,
    says: /not part of YAML 1\.2/,
  },
  {
    title: "24 codes named like methods",
    text: `${head}codes: { toString: , hasOwnProperty: , then: , __defineGetter__: , valueOf: }`,
    says: undefined,
  },
  {
    title: "25 tags that make things",
    text: `${head}codes: { A: !!js/function "function () { polluted = 1 }", B: !!binary "${"A".repeat(1000)}", C: !x/y { summary: z } }`,
    says: /Unresolved tag: tag:yaml\.org,2002:js\/function/,
  },
  {
    title: "25 20,000 tag directives",
    text: `${times(20_000, (n) => `%TAG !a${n}! tag:x\n`)}---\n${head}`,
    says: undefined,
  },
  { title: "26 control characters", text: `${head}summary: a\0b\u0002\u0018\u001F`, says: /control character U\+0000/ },
  {
    title: "26 control characters in JSON",
    format: "json",
    text: '{"id":"a\0"}',
    says: /Control characters must be escaped/,
  },
  { title: "26 UTF-16 read as UTF-8", text: "\uFFFD\uFFFDi\0d\0:\0 \0a\0", says: /control character/ },
  { title: "26 a byte order mark", text: `\uFEFF${head}`, says: undefined },
  { title: "26 byte order marks inside", text: `${head}summary: "\uFEFFa\uFEFF"`, says: undefined },
  { title: "26 lone surrogates", text: `${head}codes: { "\uD800": { summary: \uDC00 } }`, says: undefined },
  { title: "26 lines of old Macs", text: head.replaceAll("\n", "\r"), says: undefined },
  { title: "26 Unicode line separators", text: `${head}summary: a\u2028b\u2029c\u0085d`, says: undefined },
  {
    title: "27 numbers that are none",
    text: `${head}codes: { 1e400: , 0xFFFFFFFFFFFFFFFFFF: , .inf: , .nan: , 0o17: , 017: , 2026-01-01: , no: , 1_000: }`,
    says: /too large for a number/,
  },
  {
    title: "28 keys that are maps and lists",
    text: `${head}codes: { { a: b }: x, [c]: y }\n? - d\n: z\n`,
    says: /A key must be a word or a number/,
  },
  { title: "28 a key without a name", text: `${head}codes: { : x, ~: y }`, says: /A code cannot be empty/ },
];

function readHostile({ text, format = "yaml" }: Hostile): CatalogReading {
  readConfiguration(text, { uri: "file:///error-code-insight", format });
  return readCatalog(text, { uri: "file:///a", format });
}

for (const hostile of cases) {
  test(hostile.title, () => {
    const { problems } = readHostile(hostile);
    const said = problems.map(({ message }) => message).join("\n");
    if (hostile.says === undefined) strictEqual(said, "");
    else match(said, hostile.says);
    strictEqual(problems.length <= 101, true);
    strictEqual(
      problems.every(({ span }) => span.end <= hostile.text.length),
      true,
    );
    strictEqual("polluted" in {}, false);
    strictEqual("polluted" in globalThis, false);
  });
}

test("a deep text is refused at every edit, and at once when it is mended", () => {
  for (let edit = 0; edit < 20; edit += 1) {
    const text = `${"[".repeat(900 + edit)}${"]".repeat(900)}`;
    match(readCatalog(text, { uri: "file:///a", format: "yaml" }).problems[0]?.message ?? "", tooDeep);
  }
  deepStrictEqual(readCatalog(head, { uri: "file:///a", format: "yaml" }).problems, []);
});

test("200 levels are read, 201 are not, in every form", () => {
  const forms: readonly [DataFormat, (levels: number) => string][] = [
    ["yaml", (levels) => `${"[".repeat(levels)}${"]".repeat(levels)}`],
    ["yaml", (levels) => `${"{a: ".repeat(levels)}${"}".repeat(levels)}`],
    ["yaml", (levels) => `${"- ".repeat(levels)}a`],
    ["yaml", (levels) => nested(levels)],
    ["json", (levels) => `${"[".repeat(levels)}${"]".repeat(levels)}`],
    ["json", (levels) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`],
  ];
  for (const [format, text] of forms) {
    deepStrictEqual(readData(text(200), format).problems, [], text(2));
    match(readData(text(201), format).problems[0]?.message ?? "", tooDeep, text(2));
  }
});

test("aliases cannot nest deeper than what is written", () => {
  const text = times(400, (n) => (n === 0 ? "x0: &x0 [a]\n" : `x${n}: &x${n} [*x${n - 1}]\n`));
  const { root, problems } = readData(text, "yaml");
  match(problems[0]?.message ?? "", /stand for too much/);
  strictEqual(depthOf(root), true);
  strictEqual(nodesOf(root).length < 5000, true);
});

/** Whether a tree, shared parts counted where they stand, is at most 201 levels deep. */
function depthOf(root: ReturnType<typeof readData>["root"], depth = 0): boolean {
  if (root === undefined || root.kind === "scalar") return depth <= 201;
  const inner = root.kind === "list" ? root.items : root.entries.map((entry) => entry.value);
  return inner.every((node) => depthOf(node, depth + 1));
}

test("codes named like parts of a prototype are codes like any other", () => {
  const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then", "__defineGetter__"];
  const yaml = `${head}codes:\n${names.map((name) => `  ${name}: { summary: about ${name} }\n`).join("")}`;
  const json = `{"id":"a","title":"A","language":"en","codes":{${names.map((name) => `"${name}":{"summary":"about ${name}"}`).join(",")}}}`;
  for (const [format, text] of [
    ["yaml", yaml],
    ["json", json],
  ] as const) {
    const { catalog, problems } = readCatalog(text, { uri: "file:///a", format });
    deepStrictEqual(problems, []);
    deepStrictEqual(
      catalog?.codes.map(({ code, summary }) => [code, summary?.get("en")]),
      names.map((name) => [name, `about ${name}`]),
    );
  }
});
