/** The same fixtures in other clothes: line ends, indentation, letters of two units, right-to-left text, no last line end. */
import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { type Finding, type Fix, LineMap } from "../../server/core/index.ts";
import { applyEdits, type TextEdit } from "../../server/core/text/edit.ts";
import { uriOf } from "../support/memory-workspace.ts";
import { filesAfter, findingsIn, parseRuleFixture, type RuleFixture, ruleFixtures } from "../support/rule-fixture.ts";

type Findings = ReadonlyMap<string, readonly Finding[]>;

/** What a fixture becomes: of each text the edits that make it so. Fixes are to change the new text in the same way. */
interface Variant {
  readonly name: string;
  /** The edits for a text as it stands in the fixture, or as a fix left it. */
  readonly dress?: (path: string, text: string) => string;
  /** A comment that is put at these offsets, before anything else in their lines. */
  readonly comment?: string;
}

const program = /\.[cm]?[jt]s$/;

const variants: readonly Variant[] = [
  { name: "Windows line ends", dress: (_, text) => text.replace(/\r?\n/g, "\r\n") },
  {
    name: "tabs",
    dress: (path, text) =>
      program.test(path) ? text.replace(/^ +/gm, (spaces) => "\t".repeat(Math.ceil(spaces.length / 2))) : text,
  },
  { name: "no line end at the end", dress: (_, text) => text.replace(/\n+$/, "") },
  { name: "letters of two units before it", comment: "/* 😀 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍👩‍👧 */ " },
  { name: "right-to-left text before it", comment: "/* \u2067کد خطا\u2069 שגיאה */ " },
];

const fixtures = readdirSync(ruleFixtures, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".txt"))
  .map((path) => path.replaceAll("\\", "/"))
  .sort();

for (const path of fixtures) {
  const fixture = parseRuleFixture(readFileSync(new URL(path, ruleFixtures), "utf8"));
  for (const variant of variants) {
    test(`${path}: ${variant.name}`, async () => {
      const before = await findingsIn(fixture);
      const marks = commentEdits(fixture, before, variant.comment);
      const dressed = {
        ...fixture,
        files: new Map([...fixture.files].map(([name, text]) => [name, dress(name, text, variant, marks.get(name))])),
      };
      const after = await findingsIn(dressed);
      deepStrictEqual(wordsOf(after), wordsOf(before));
      for (const [name, findings] of before) {
        for (const [index, { fixes }] of findings.entries()) {
          for (const [which, fix] of fixes.entries()) {
            const other = after.get(name)?.[index]?.fixes[which];
            for (const [file, text] of filesAfter(dressed, other === undefined ? [] : [other]))
              strictEqual(text, expected(fixture, fix, file, variant, marks.get(file)), fix.title);
          }
        }
      }
    });
  }
}

function wordsOf(findings: Findings): readonly string[] {
  return [...findings].flatMap(([path, list]) =>
    list.map(({ rule, message, fixes }) => `${path} ${rule} ${message} ${fixes.map(({ title }) => title).join("; ")}`),
  );
}

function dress(name: string, text: string, { dress: change }: Variant, marks: readonly TextEdit[] = []): string {
  const marked = applyEdits(text, marks);
  return change === undefined ? marked : change(name, marked);
}

/** The file after a fix of the fixture as it is, dressed in the same way. */
function expected(
  fixture: RuleFixture,
  fix: Fix,
  file: string,
  variant: Variant,
  marks: readonly TextEdit[] = [],
): string {
  const edits = fix.edits.filter(({ uri }) => uri === uriOf(file)).flatMap((one) => one.edits);
  return dress(file, applyEdits(fixture.files.get(file) ?? "", [...marks, ...edits]), { ...variant, name: "" });
}

/** The comment at the start of each line of a program in which something is found, its indentation left before it. */
function commentEdits(
  { files }: RuleFixture,
  findings: Findings,
  comment: string | undefined,
): ReadonlyMap<string, readonly TextEdit[]> {
  if (comment === undefined) return new Map();
  return new Map(
    [...files].map(([path, text]) => {
      const lines = new LineMap(text);
      // A comment that silences nothing goes with the line that it alone is on.
      const found = program.test(path)
        ? (findings.get(path) ?? []).filter(({ rule }) => rule !== "unused-suppression")
        : [];
      const starts = found.map(({ span }) => {
        const start = lines.lineStart(lines.toLineColumn(span.start).line);
        return start + (/^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0);
      });
      const edits = [...findings.values()].flat().flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
      const own = edits.filter(({ uri }) => uri === uriOf(path)).flatMap((file) => file.edits);
      // What a fix takes away, it takes away with what stands in it.
      const isKept = (at: number) => !own.some(({ span }) => span.start < at && at <= span.end);
      return [
        path,
        [...new Set(starts)].filter(isKept).map((at) => ({ span: { start: at, end: at }, newText: comment })),
      ];
    }),
  );
}
