import { deepStrictEqual, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { applyEdits, type FileEdit, type Finding, SafeFixes } from "../../server/core/index.ts";
import { uriOf } from "../support/memory-workspace.ts";
import { filesAfter, findingsIn, parseRuleFixture, type RuleFixture, ruleFixtures } from "../support/rule-fixture.ts";

const fixtures = readdirSync(ruleFixtures, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".txt"))
  .sort()
  .map((path) => ({
    path,
    fixture: parseRuleFixture(readFileSync(new URL(path.replaceAll("\\", "/"), ruleFixtures), "utf8")),
  }));

/** Findings without their places, which move when the text changes. */
function kindsOf(findings: ReadonlyMap<string, readonly Finding[]>): readonly string[] {
  return [...findings].flatMap(([path, list]) => list.map(({ rule, message }) => `${path} ${rule} ${message}`)).sort();
}

function without(items: readonly string[], item: string): readonly string[] {
  const index = items.indexOf(item);
  return items.filter((_, position) => position !== index);
}

for (const { path, fixture } of fixtures) {
  test(`a safe fix removes its finding and adds none: ${path}`, async () => {
    const before = await findingsIn(fixture);
    const kinds = kindsOf(before);
    for (const [file, findings] of before) {
      for (const { rule, message, fixes } of findings) {
        for (const fix of fixes.filter(({ safety }) => safety === "safe")) {
          const after = await findingsIn({ ...fixture, files: filesAfter(fixture, [fix]) });
          const left = without(kinds, `${file} ${rule} ${message}`);
          // What other files say about the same declaration goes with it.
          const others = kindsOf(after).filter((kind) => kind.startsWith(`${file} `));
          deepStrictEqual(
            others,
            left.filter((kind) => kind.startsWith(`${file} `)),
            fix.title,
          );
          ok(kindsOf(after).every((kind) => left.includes(kind)));
        }
      }
    }
  });
}

for (const { path, fixture } of fixtures) {
  test(`all safe fixes at once leave nothing to fix and find nothing new: ${path}`, async () => {
    const before = await findingsIn(fixture);
    const fixes = new SafeFixes();
    for (const findings of before.values()) fixes.add({ findings });
    if (fixes.count === 0) return;
    const fixed = { ...fixture, files: withEdits(fixture.files, fixes.edits) };
    const after = await findingsIn(fixed);
    const kinds = kindsOf(before);
    ok(kindsOf(after).every((kind) => kinds.includes(kind)));
    ok(kindsOf(after).length <= kinds.length - fixes.count);
    const again = new SafeFixes();
    for (const findings of after.values()) again.add({ findings });
    deepStrictEqual(again.edits, []);
  });
}

function withEdits(files: ReadonlyMap<string, string>, edits: readonly FileEdit[]): ReadonlyMap<string, string> {
  const own = new Map(edits.map(({ uri, edits: list }) => [uri, list]));
  return new Map([...files].map(([path, text]) => [path, applyEdits(text, own.get(uriOf(path)) ?? [])]));
}

test("every fix leaves a text that can be read again, and changes something", async () => {
  for (const { fixture } of fixtures) {
    for (const findings of (await findingsIn(fixture)).values()) {
      for (const fix of findings.flatMap(({ fixes }) => fixes)) {
        ok(fix.edits.length > 0 && fix.title !== "");
        const after = filesAfter(fixture, [fix]);
        ok(
          [...after].some(([name, text]) => text !== fixture.files.get(name)),
          fix.title,
        );
      }
    }
  }
});

/** A fixture with one of its files cut at some place, or with some characters taken out. */
const damaged: fc.Arbitrary<RuleFixture> = fc
  .record({
    which: fc.nat(),
    file: fc.nat(),
    start: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(Number.POSITIVE_INFINITY)),
  })
  .map(({ which, file, start, length }) => {
    const { fixture } = fixtures[which % fixtures.length] ?? {
      fixture: { header: "", files: new Map<string, string>() },
    };
    const [name, text] = [...fixture.files][file % fixture.files.size] ?? ["a.ts", ""];
    const at = Math.floor(start * text.length);
    return { ...fixture, files: new Map([...fixture.files, [name, text.slice(0, at) + text.slice(at + length)]]) };
  });

test("damaged files give findings within their texts, in order, and never fail", async () => {
  await fc.assert(
    fc.asyncProperty(damaged, async (fixture) => {
      for (const [name, findings] of await findingsIn(fixture)) {
        const length = fixture.files.get(name)?.length ?? 0;
        const starts = findings.map(({ span }) => span.start);
        deepStrictEqual(
          starts,
          starts.toSorted((left, right) => left - right),
        );
        for (const { span, message } of findings) {
          ok(0 <= span.start && span.start <= span.end && span.end <= length, `${name}: ${message}`);
        }
      }
    }),
    { numRuns: 80 },
  );
});
