import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { readSource } from "../../server/core/syntax/read-source.ts";
import type { Expression } from "../../server/core/syntax/tree.ts";
import { nodesAt, walkFile } from "../../server/core/syntax/walk.ts";

/** The data of a structure, without places and quotes. */
function dataOf(node: Expression | undefined): unknown {
  switch (node?.kind) {
    case "object":
      return {
        map: node.members.map((member) =>
          member.kind === "property" ? [member.key.name, dataOf(member.value)] : undefined,
        ),
      };
    case "array":
      return node.elements.map(dataOf);
    case "unary":
      return node.operand.kind === "number" ? -node.operand.value : undefined;
    case "string":
    case "number":
    case "keyword":
      return node.value;
    default:
      return null;
  }
}

function rootOf(text: string, dialect: "json" | "yaml"): Expression | undefined {
  const [statement] = readSource(text, dialect).statements;
  return statement?.kind === "expression" ? statement.expression : undefined;
}

const key = fc.constantFrom("code", "status", "404", "a b", "x-y", "ключ", "#no", "'", '"', "no");
const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom("404", "~", "# x"));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, leaf, fc.dictionary(key, tie("value")), fc.array(tie("value"))),
}));

test("the same data has the same structure in both notations", () => {
  fc.assert(
    fc.property(value, fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE", "BLOCK_LITERAL"), (data, style) => {
      const yaml = stringify(data, { defaultStringType: style, lineWidth: 0 });
      // The writer of the test leaves out blocks of nothing but blanks.
      fc.pre(JSON.stringify(parse(yaml)) === JSON.stringify(data));
      deepStrictEqual(dataOf(rootOf(yaml, "yaml")), dataOf(rootOf(JSON.stringify(data), "json")));
    }),
    { numRuns: 500 },
  );
});

test("every node lies in the text, whatever is typed", () => {
  const piece = fc.constantFrom(
    "a: ",
    "- ",
    "\n",
    "  ",
    "{",
    "}",
    "[",
    "]",
    ",",
    '"',
    "'",
    "&x ",
    "*x",
    "|\n",
    "404",
    "# c",
    "? ",
    "!t ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const file = readSource(text, "yaml");
      walkFile(file, ({ start, end }) => ok(0 <= start && start <= end && end <= text.length));
      for (let offset = 0; offset <= text.length; offset += 1) nodesAt(file, offset);
    }),
    { numRuns: 500 },
  );
});

test("what an alias names is one node in two places", () => {
  const root = rootOf("a: &x { code: 1 }\nb: *x\n", "yaml");
  ok(root?.kind === "object");
  const [first, second] = root.members.map((member) => (member.kind === "property" ? member.value : undefined));
  strictEqual(first, second);
});

test("comments are those of YAML, not signs in texts", () => {
  const text = "# one\na: x#y # two\nb: '# no'\nc: |\n  # no\n# three\n";
  deepStrictEqual(
    readSource(text, "yaml").comments.map(({ start, end }) => text.slice(start, end)),
    ["# one", "# two", "# three"],
  );
});

test("a text without quotes and a block are told from one in quotes", () => {
  const quotes: string[] = [];
  walkFile(readSource("[a, 'b', \"c\"]", "yaml"), (node) => void (node.kind === "string" && quotes.push(node.quote)));
  walkFile(
    readSource("a: |\n  b\nc: >-\n  d\n", "yaml"),
    (node) => void (node.kind === "string" && quotes.push(node.quote)),
  );
  deepStrictEqual(quotes, ["", "'", '"', "|", "|"]);
});

test("what costs too much is refused with a reason", () => {
  const refusals = {
    levels: `${"[".repeat(201)}${"]".repeat(201)}`,
    "in a flow": `a: [${"b,".repeat(60_000)}]`,
    "in lines": "- a\n".repeat(60_000),
    comments: "# a\n".repeat(60_000),
    words: `a: ${"'x' ".repeat(300_000)}`,
  };
  for (const [name, text] of Object.entries(refusals)) {
    const file = readSource(text, "yaml");
    match(file.refusal ?? "", /More than \d+ .*not read/, name);
    deepStrictEqual(file.statements, [], name);
  }
});

test("mistakes are no refusal", () => {
  for (const text of ["a: [", "\t- x", "a: *nobody", "{{ template }}", "a: b: c", "'open", "%"]) {
    strictEqual(readSource(text, "yaml").refusal, undefined, text);
  }
});

test("aliases that stand for too much are left out", () => {
  const levels = Array.from({ length: 9 }, (_, index) =>
    index === 0
      ? 'l0: &l0 ["x","x","x","x","x","x","x","x","x"]'
      : `l${index}: &l${index} [${Array(9)
          .fill(`*l${index - 1}`)
          .join(",")}]`,
  );
  let nodes = 0;
  walkFile(readSource(levels.join("\n"), "yaml"), () => {
    nodes += 1;
  });
  ok(nodes < 300_000);
});
