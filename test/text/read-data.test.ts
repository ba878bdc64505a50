import { deepStrictEqual, strictEqual } from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import type { DataFormat, DataNode, DataReading } from "../../server/core/text/data-node.ts";
import { readData } from "../../server/core/text/read-data.ts";
import { readJsonData } from "../../server/core/text/read-json-data.ts";
import { readYamlData } from "../../server/core/text/read-yaml-data.ts";
import { fixtureText, nodesOf, plainData, printProblems } from "../support/catalog-fixture.ts";

/** A line for each node: what it is, and the text that it covers. */
function outline(text: string, node: DataNode | undefined, indentation = ""): string {
  if (node === undefined) return "";
  const shown = JSON.stringify(text.slice(node.span.start, node.span.end));
  if (node.kind === "scalar") {
    return `${indentation}${node.quoted ? "quoted" : "plain"} ${JSON.stringify(node.value)} ${shown}\n`;
  }
  const deeper = `${indentation}  `;
  if (node.kind === "list") {
    return `${indentation}list ${shown}\n${node.items.map((item) => outline(text, item, deeper)).join("")}`;
  }
  const entries = node.entries.map(({ key, keySpan, keyScalar, value }) => {
    const keyShown = JSON.stringify(text.slice(keySpan.start, keySpan.end));
    return `${deeper}${key} ${typeof keyScalar.value} ${keyShown}\n${outline(text, value, `${deeper}  `)}`;
  });
  return `${indentation}map ${shown}\n${entries.join("")}`;
}

test("YAML: every part knows its place and type", () => {
  const text = "# c\na: 'x' # d\n-104: [1, ~, yes, 0x10]\n\"q\\n\": |\n  two\n  lines\n? k\n: { f: 1.5, g }\n";
  const { root, problems } = readYamlData(text);
  deepStrictEqual(problems, []);
  strictEqual(
    outline(text, root),
    [
      `map ${JSON.stringify(text.slice(4, -1))}`,
      '  a string "a"',
      '    quoted "x" "\'x\'"',
      '  -104 number "-104"',
      '    list "[1, ~, yes, 0x10]"',
      '      plain 1 "1"',
      '      plain null "~"',
      '      plain "yes" "yes"',
      '      plain 16 "0x10"',
      '  q\n string "\\"q\\\\n\\""',
      '    quoted "two\\nlines\\n" "|\\n  two\\n  lines\\n"',
      '  k string "k"',
      '    map "{ f: 1.5, g }"',
      '      f string "f"',
      '        plain 1.5 "1.5"',
      '      g string "g"',
      '        plain null ""',
      "",
    ].join("\n"),
  );
});

test("JSON: every part knows its place and type", () => {
  const text = '\uFEFF{ // c\n "a": [1, null, -2.5e1,], "b\\u0041": {"c": "\\"x"}, }';
  const { root, problems } = readJsonData(text);
  deepStrictEqual(problems, []);
  strictEqual(
    outline(text, root),
    [
      `map ${JSON.stringify(text.slice(1))}`,
      '  a string "\\"a\\""',
      '    list "[1, null, -2.5e1,]"',
      '      plain 1 "1"',
      '      plain null "null"',
      '      plain -25 "-2.5e1"',
      '  bA string "\\"b\\\\u0041\\""',
      '    map "{\\"c\\": \\"\\\\\\"x\\"}"',
      '      c string "\\"c\\""',
      '        quoted "\\"x" "\\"\\\\\\"x\\""',
      "",
    ].join("\n"),
  );
});

test("strict JSON has no comments and no commas at the end", () => {
  const text = '{ "a": [1,], // c\n "b": 2, }';
  strictEqual(
    printProblems(text, readJsonData(text, { strict: true }).problems),
    '1:11 "]" error: Expected a value\n1:14 "// c" error: Comments are not allowed in this file\n' +
      '2:10 "}" error: Expected a key in double quotes\n',
  );
});

test("repeated keys are all there, and problems unless the caller looks after them", () => {
  const cases: readonly [DataFormat, string][] = [
    ["yaml", "a: 1\nb: 2\na: 3\n"],
    ["json", '{ "a": 1,\n "b": 2,\n "a": 3 }'],
  ];
  for (const [format, text] of cases) {
    const { root, problems } = readData(text, format);
    deepStrictEqual(root?.kind === "map" && root.entries.map(({ key }) => key), ["a", "b", "a"]);
    deepStrictEqual(
      problems.map(({ code, message }) => [code, message]),
      [["data-syntax", "`a` is already there, in line 1; only the first one counts"]],
    );
    deepStrictEqual(readData(text, format, { duplicates: "keep" }).problems, []);
  }
});

test("problems have the code that the caller gives them", () => {
  const codes = (reading: DataReading): readonly string[] => reading.problems.map(({ code }) => code);
  deepStrictEqual(codes(readJsonData("{", { code: "x" })), ["x"]);
  deepStrictEqual(codes(readYamlData("[", { code: "x" })), ["x"]);
});

test("an alias shares what it names", () => {
  const { root, problems } = readYamlData("a: &x { b: [1] }\nc: *x\nd: [*x, *x]\n? *x\n: 1\n");
  deepStrictEqual(
    plainData(root),
    Object.assign(
      Object.create(null),
      plainData(readYamlData("a: { b: [1] }\nc: { b: [1] }\nd: [{ b: [1] }, { b: [1] }]").root),
    ),
  );
  deepStrictEqual(
    problems.map(({ message }) => message),
    ["A key must be a word or a number, not a list or a map"],
  );
});

test("JSON is read as `JSON.parse` reads it", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      const { root, problems } = readJsonData(text);
      deepStrictEqual(problems, []);
      strictEqual(JSON.stringify(plainData(root)), JSON.stringify(JSON.parse(text, withoutPrototype)));
    }),
  );
});

/** Objects as `plainData` makes them. */
function withoutPrototype(_key: string, value: unknown): unknown {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? Object.assign(Object.create(null), value) : value;
}

test("YAML is read as the parser's own conversion reads it", () => {
  const key = fc.stringMatching(/^[a-z][a-z_]{0,8}$/);
  const leaf = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.dictionary(key, tie("tree"), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.constantFrom(2, 4), (data, indent) => {
      const text = stringify(data, { indent });
      const { root, problems } = readYamlData(text);
      // Control characters are escaped by the writer, so that nothing is left to complain about.
      deepStrictEqual(problems, []);
      strictEqual(JSON.stringify(plainData(root)), JSON.stringify(parse(text)));
    }),
  );
});

const sources: readonly (readonly [DataFormat, string])[] = [
  ["yaml", fixtureText("full.yaml")],
  ["json", fixtureText("full.json")],
  ["json", fixtureText("full-configuration.json")],
];

/** A text with a stretch of it replaced by something that means much in data files. */
function mutationsOf(text: string): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    "",
    ":",
    "- ",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "#",
    "&a ",
    "*a",
    "!!int ",
    "|\n",
    "\t",
    "\n",
    "---\n",
    "\r",
    "\0",
    "\uD800",
    "? ",
    ",",
    "%YAML 9\n",
    "<<: ",
    "//",
    "/*",
    "\\u12",
  );
  const place = fc.nat({ max: text.length });
  return fc.tuple(place, fc.nat({ max: 40 }), piece).map(([start, length, inserted]) => {
    return text.slice(0, start) + inserted + text.slice(start + length);
  });
}

for (const [format, text] of sources) {
  const check = (mutated: string): void => {
    const { root, problems } = readData(mutated, format);
    for (const { span } of [...nodesOf(root), ...problems]) {
      strictEqual(0 <= span.start && span.start <= span.end && span.end <= mutated.length, true, JSON.stringify(span));
    }
    strictEqual(problems.length <= 101, true);
  };
  test(`any beginning of ${format} text (${text.length} characters) is read, with places inside it`, () => {
    fc.assert(
      fc.property(fc.nat({ max: text.length }), (length) => check(text.slice(0, length))),
      { numRuns: 150 },
    );
  });
  test(`any change of ${format} text (${text.length} characters) is read, with places inside it`, () => {
    fc.assert(fc.property(mutationsOf(text), check), { numRuns: 250 });
  });
}
