import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { readAsciidoc } from "../../server/core/references/page/asciidoc/read-asciidoc.ts";
import type { Page } from "../../server/core/references/page/page.ts";
import { readCsv } from "../../server/core/references/page/read-csv.ts";
import { readHtml } from "../../server/core/references/page/read-html.ts";
import { readRestructuredText } from "../../server/core/references/page/restructured-text/read-restructured-text.ts";
import { inlinesIn, pageText } from "../support/page-text.ts";

const folder = new URL("../fixtures/references/pages/", import.meta.url);

const readers: Readonly<Record<string, (source: string) => Page>> = {
  "errors.rst": readRestructuredText,
  "errors.adoc": readAsciidoc,
  "errors.csv": readCsv,
  "errors.html": readHtml,
};

for (const [name, read] of Object.entries(readers)) {
  const source = readFileSync(new URL(name, folder), "utf8");

  test(`${name} is read as the blocks that people see`, () => {
    const { blocks, problems } = read(source);
    const actual = pageText(source, blocks);
    const golden = new URL(`${name}.golden`, folder);
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(golden, actual);
    assert.equal(actual, readFileSync(golden, "utf8"));
    assert.deepEqual(problems, []);
  });

  test(`${name}: text that is as long as its place stands there, whatever is cut off or put in`, () => {
    const piece = fc.constantFrom("|", "===", "`", "*", "\n", "\r\n", '"', ",", "::", " ", "<td>", "[", "+--+", "😀");
    const edits = fc.tuple(fc.nat(source.length), fc.nat(source.length), fc.array(piece, { maxLength: 6 }));
    fc.assert(
      fc.property(edits, ([from, to, pieces]) => {
        const text = source.slice(0, Math.min(from, to)) + pieces.join("") + source.slice(Math.max(from, to));
        for (const { runs, span } of inlinesIn(read(text).blocks)) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
          for (const run of runs) {
            assert.ok(0 <= run.span.start && run.span.start <= run.span.end && run.span.end <= text.length);
            const written = text.slice(run.span.start, run.span.end).replace(/[\r\n\t]/g, " ");
            if (written.length === run.text.length && !written.includes("&"))
              assert.equal(run.text.replace(/[\r\n\t]/g, " "), written);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
}

test("blocks within blocks of AsciiDoc and many blocks side by side are read in bounded work", () => {
  const marks = Array.from({ length: 1500 }, (_, at) => "=".repeat(4 + at));
  readAsciidoc([...marks, "inside", ...marks.toReversed()].join("\n"));
  const { blocks } = readAsciidoc("====\n| a\n====\n\n".repeat(20_000));
  assert.equal(blocks.length, 20_000);
});

test("blocks within blocks of reStructuredText and many tables are read in bounded work", () => {
  for (const block of ["- x", "term", ".. note:: x", ":field:"])
    readRestructuredText(Array.from({ length: 1500 }, (_, at) => `${" ".repeat(at)}${block}`).join("\n"));
  const { blocks } = readRestructuredText(".. csv-table:: t\n\n   a,b\n\n".repeat(10_000));
  assert.equal(blocks.length, 10_000);
});

test("a long file of one kind of mark is read in bounded work", () => {
  for (const read of Object.values(readers)) {
    for (const mark of ["|", "*", "`", "= ", "::\n", '"', "[", "- ", "+-"]) read(mark.repeat(20_000));
  }
});
