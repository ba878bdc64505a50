import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import type { Draft, DraftCode } from "../../server/core/references/draft.ts";
import { asciiText } from "../../server/core/references/reading/digits.ts";
import type { Span } from "../../server/core/text/span.ts";
import { readingOf } from "./reference-golden.ts";

const folder = resolve(import.meta.dirname, "../fixtures/references/markdown");
const pages = globSync("**/*.{md,mdx,txt}", { cwd: folder })
  .sort()
  .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));

function spansOf({ title, codes, statuses, samples, envelopes, problems }: Draft): readonly Span[] {
  const parts = (entry: DraftCode): readonly ({ readonly span: Span } | undefined)[] => [
    entry,
    entry.code,
    ...entry.statuses,
    ...entry.messages,
    ...entry.methods,
    entry.title,
    entry.summary,
    entry.cause,
    entry.fix,
    entry.retry,
    entry.replacement,
  ];
  const placed = [
    title,
    ...codes.flatMap(parts),
    ...statuses.flatMap((entry) => [entry, entry.status, entry.title, entry.summary, entry.cause, entry.fix]),
    ...samples.flatMap((sample) => [sample, sample.code, sample.message]),
    ...envelopes,
    ...problems,
  ];
  return placed.flatMap((part) => (part === undefined ? [] : [part.span]));
}

function assertPlaced(name: string, text: string): Draft {
  const { draft, confidence } = readingOf(name, text);
  for (const { start, end } of spansOf(draft)) assert.ok(0 <= start && start <= end && end <= text.length);
  assert.ok(0 <= confidence && confidence <= 1);
  for (const { code } of draft.codes) {
    // In a text broken at random, marks may have got into the middle of a code.
    const written = asciiText(text.slice(code.span.start, code.span.end)).replace(/<[^<>]*>|[\\*`~]/g, "");
    assert.equal(written, String(code.value));
  }
  return draft;
}

test("digits that no number writes the same way are a text", () => {
  const rows = ["-0", "-11", "1001"].map((code) => `| ${code} | 404 | The book is lost (${code}) |`);
  const text = `# Error codes\n\n| Code | Status | Message |\n|---|---|---|\n${rows.join("\n")}\n`;
  const codes = assertPlaced("errors.md", text).codes.map(({ code }) => code.value);
  assert.deepEqual(codes, ["-0", -11, 1001]);
});

test("the text at the place of a code is the code, and all places lie in the page", () => {
  for (const { name, text } of pages) {
    for (const { code } of assertPlaced(name, text).codes) {
      assert.equal(asciiText(text.slice(code.span.start, code.span.end)), String(code.value));
    }
  }
});

test("no page is too broken to be read: cut off anywhere, or with a part missing", () => {
  const broken = fc.constantFrom(...pages).chain(({ name, text }) =>
    fc.record({
      name: fc.constant(name),
      text: fc
        .tuple(fc.nat(text.length), fc.nat(40), fc.boolean())
        .map(([at, length, isCut]) => (isCut ? text.slice(0, at) : text.slice(0, at) + text.slice(at + length))),
    }),
  );
  fc.assert(
    fc.property(broken, ({ name, text }) => {
      assertPlaced(name, text);
    }),
    { numRuns: 400 },
  );
});

test("line breaks of other systems change no entry", () => {
  for (const { name, text } of pages) {
    const plain = readingOf(name, text);
    const other = readingOf(name, text.replaceAll("\n", "\r\n"));
    assert.deepEqual(factsOf(other.draft), factsOf(plain.draft), name);
  }
});

function factsOf({ codes, statuses }: Draft): unknown {
  return {
    codes: codes.map(({ code, statuses: own, messages, title, summary, cause, fix }) => [
      code.value,
      own.map(({ value }) => value),
      messages.map(({ value }) => value),
      [title, summary, cause, fix].map((part) => part?.value),
    ]),
    statuses: statuses.map(({ status, title, summary }) => [status.value, title?.value, summary?.value]),
  };
}
