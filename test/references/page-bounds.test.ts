import assert from "node:assert/strict";
import { test } from "node:test";
import { readMarkdown } from "../../server/core/references/page/read-markdown.ts";
import { readPlainText } from "../../server/core/references/page/read-plain-text.ts";
import { readingOf } from "./reference-golden.ts";

const row = (cell: string, count: number): string => `|${`${cell}|`.repeat(count)}`;

const hostile: Readonly<Record<string, string>> = {
  "a table of 100,000 columns": [row("a", 100_000), row("-", 100_000), row("E1", 100_000)].join("\n"),
  "a loose table of 100,000 columns": [row("a", 100_000), "---|", row("E1", 100_000)].join("\n"),
  "100,000 asterisks": "*".repeat(100_000),
  "100,000 words between asterisks": "*a_ ".repeat(100_000),
  "100,000 opening brackets": "[".repeat(100_000),
  "runs of backticks": Array.from({ length: 600 }, (_, length) => `${"`".repeat(length + 1)}x`).join(""),
  "100,000 tags": "<a ".repeat(100_000),
  "tags that never end": "<Tab ".repeat(20_000),
  "1,000 open tables": "<table><tr><td>\n".repeat(1_000),
  "nested elements": "<div>".repeat(20_000),
  "an open fence": '# Errors\n\n```json\n{ "E1": {',
  "lines of dashes": "------ ------\n\n".repeat(20_000),
  "grids that never close": "+---+---+\n| a | b |\n".repeat(20_000),
  "braces in braces": `<A b={${"{".repeat(50_000)}`,
  "data in front that expands": `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n---\n# Errors\n`,
  "tags that go on over lines": "<Tab\n".repeat(20_000),
  "one word and a hundred thousand spaces": `# Errors\n\nx${" ".repeat(100_000)}y\n\n- HTTP${" ".repeat(100_000)}y\n`,
  "a bracket and a hundred thousand spaces": `# Errors\n\n- \`E1\` (${" ".repeat(100_000)}y\n- \`E2\` (${" ".repeat(100_000)}y\n`,
  "a hundred thousand dashes": `${"-".repeat(100_000)}x`,
  "a line of a hundred thousand letters": `# Errors\n\n${"E1_".repeat(40_000)}\n`,
  "headings without end": "# a\n".repeat(20_000),
  "NUL and lone surrogates": "# Errors\n\n| Code | Status |\n|--|--|\n| \uD800\u0000 | 404 |\n",
};

for (const [what, text] of Object.entries(hostile)) {
  test(`${what} is read to the end`, () => {
    const { draft } = readingOf("hostile.md", text);
    assert.ok(draft.codes.length < 3 && draft.problems.length <= 101);
    assert.ok(readPlainText(text).blocks.length >= 0);
    readingOf("hostile.txt", text);
  });
}

const refused: Readonly<Record<string, readonly [text: string, message: RegExp]>> = {
  "10,000 quotations in each other": [`${">".repeat(10_000)}x`, /More than 200 levels/],
  "10,000 lists in each other": ["- ".repeat(10_000), /More than 200 levels/],
  "a list that steps in for ever": [
    Array.from({ length: 1_000 }, (_, depth) => `${" ".repeat(2 * depth)}- x`).join("\n"),
    /More than 200 levels/,
  ],
  "more than 5 MB": ["x".repeat(5 * 1024 * 1024 + 1), /too large/],
};

for (const [what, [text, message]] of Object.entries(refused)) {
  test(`${what} is refused with a reason`, () => {
    const { blocks, problems } = readMarkdown(text);
    assert.equal(blocks.length, 0);
    assert.match(problems.map((problem) => problem.message).join("\n"), message);
  });
}
