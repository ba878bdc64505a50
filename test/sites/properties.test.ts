import { deepStrictEqual, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { dialectOf, isDocument } from "../../server/core/syntax/dialect.ts";
import { allFixtureFiles, type FixtureFile, passesPrefilter, sitesOf } from "../support/site-fixture.ts";

const files = allFixtureFiles();
const anyFile = fc.constantFrom(...files);

/** A fixture with a part of it cut out, doubled or replaced: what typing and bad merges make of code. */
const mutated: fc.Arbitrary<FixtureFile> = fc
  .record({
    file: anyFile,
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(80),
    insert: fc.constantFrom(
      "",
      "(",
      "{",
      "}",
      ")",
      '"',
      "`",
      "${",
      ".",
      ",",
      "=>",
      "\u{1F600}",
      "404",
      "status: ",
      "res.status(",
      "\r\n",
    ),
  })
  .map(({ file, from, length, insert }) => {
    const start = Math.floor(from * file.text.length);
    return { name: file.name, text: file.text.slice(0, start) + insert + file.text.slice(start + length) };
  });

function checkSites(file: FixtureFile): void {
  const { text } = file;
  const sites = sitesOf(file);
  let last = -1;
  for (const site of sites) {
    ok(site.span.start >= last, "sites stand in the order of the text");
    last = site.span.start;
    ok(site.span.start <= site.span.end && site.span.end <= text.length);
    for (const part of [site.status, site.code, site.message]) {
      if (part === undefined) continue;
      ok(part.span.start >= 0 && part.span.start <= part.span.end && part.span.end <= text.length);
      for (const { value, written } of part.values) {
        const source = text.slice(written.span.start, written.span.end);
        if (written.kind === "number") ok(Number(source.replace(/[\s_+]/g, "")) === value || /^-/.test(source), source);
        if (written.kind === "string")
          ok(source.startsWith(written.quote) || part === site.code || part === site.status, source);
        if (written.kind === "member") ok(source.includes(text.slice(written.nameSpan.start, written.nameSpan.end)));
      }
    }
    for (const value of site.status?.values ?? [])
      ok(Number.isInteger(value.value) && value.value >= 100 && value.value <= 599);
    for (const field of site.body?.fields ?? []) ok(field.valueSpan.end <= text.length && field.path.length > 0);
  }
}

describe("properties of error sites", () => {
  it("every fixture keeps to the bounds", () => {
    for (const file of files) checkSites(file);
  });

  it("no mutation throws or leaves the bounds", () => {
    fc.assert(
      fc.property(mutated, (file) => checkSites(file)),
      { numRuns: 400 },
    );
  });

  it("no truncation throws or leaves the bounds", () => {
    fc.assert(
      fc.property(anyFile, fc.double({ min: 0, max: 1, noNaN: true }), ({ name, text }, share) =>
        checkSites({ name, text: text.slice(0, Math.floor(text.length * share)) }),
      ),
      { numRuns: 300 },
    );
  });

  it("the same text gives the same sites", () => {
    fc.assert(
      fc.property(mutated, (file) => deepStrictEqual(sitesOf(file), sitesOf(file))),
      { numRuns: 60 },
    );
  });

  it("no construct is two sites", () => {
    for (const file of files) {
      const sites = sitesOf(file);
      const keys = sites.map(
        (site) => `${site.span.start}:${site.span.end}:${site.code?.span.start}:${site.status?.span.start}`,
      );
      deepStrictEqual(keys, [...new Set(keys)], file.name);
    }
  });

  it("text before and after moves sites and changes nothing else", () => {
    fc.assert(
      fc.property(anyFile, fc.constantFrom("\n\n", "/* x */\n", "const zzz = 1;\n"), ({ name, text }, before) => {
        fc.pre(!isDocument(dialectOf(name) ?? "ts"));
        const plain = sitesOf({ name, text });
        const moved = sitesOf({ name, text: before + text });
        deepStrictEqual(
          moved.map((site) => [
            site.idiom,
            site.span.start - before.length,
            site.status?.values.map((one) => one.value),
          ]),
          plain.map((site) => [site.idiom, site.span.start, site.status?.values.map((one) => one.value)]),
        );
      }),
      { numRuns: 80 },
    );
  });

  it("expressions of any depth leave what stands beside them to be seen", () => {
    const many = (part: string, times = 5000): string => `${part}\n`.repeat(times);
    for (const deep of [
      `1 ${many("+ 1")}`,
      `"a" ${many('+ "b"')}`,
      `a ${many(".b")}`,
      `a ${many(".b()")}`,
      `a ${many("[0]")}`,
      `a ${many('|| a.code === "A_B"')}`,
      `${many("a ? 1 :")} 2`,
    ]) {
      const text = `const x = ${deep};\nres.status(404).json({ code: x, message: x });\nthrow new AppError(409, x);\n`;
      const found = sitesOf({ name: "deep.js", text }).map((site) => site.status?.values.map(({ value }) => value));
      deepStrictEqual(found, [[404], [409]], deep.slice(0, 20));
    }
  });

  it("the prefilter lets through every file with a site", () => {
    for (const file of files) if (sitesOf(file).length > 0) ok(passesPrefilter(file), file.name);
    for (const line of files.flatMap(({ name, text }) => text.split("\n").map((one) => ({ name, text: one })))) {
      if (sitesOf(line).length > 0) ok(passesPrefilter(line), line.text);
    }
  });

  it("the prefilter leaves out plain code", () => {
    for (const text of [
      "const a = 1;",
      "export function add(x, y) { return x + y; }",
      'import { z } from "zod";',
      "throw new Error(message);",
    ]) {
      ok(!passesPrefilter({ name: "a.ts", text }), text);
    }
  });
});
