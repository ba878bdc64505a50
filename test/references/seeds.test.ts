import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import type { Catalog } from "../../server/core/catalog/model.ts";
import type { Draft } from "../../server/core/references/draft.ts";
import { builtIn, builtInIds, pageOf } from "../catalogs/built-in.ts";
import { assertGolden, goldenOf, readingOf } from "./reference-golden.ts";

interface Facts {
  readonly codes: readonly (readonly [code: string, statuses: readonly number[], messages: readonly string[]])[];
  readonly statuses: readonly string[];
}

/** Built-in catalogs whose pages lie beside the checkout. */
const pages = builtInIds().flatMap((id) => {
  const text = pageOf(id);
  return text === undefined ? [] : [{ id, text }];
});

/** The project's own pages in the shapes of those. */
const likeThem = ["fa-multiline.md", "tr-cut-rule.md", "uk-plain.txt", "zh-hans-sub-errors.md", "ru-fence.md"];

test("a page yields the codes, statuses and wire messages of the catalog that was made from it", () => {
  for (const { id, text } of pages) {
    const name = id === "uk-retail-api" ? `${id}.txt` : `${id}.md`;
    const reading = readingOf(name, text);
    assert.deepEqual(factsOfDraft(reading.draft), factsOfCatalog(builtIn(id)), id);
    assert.ok(reading.confidence >= 0.4, `${id} is offered at least: ${reading.confidence}`);
  }
  // Where those pages are not at hand, the project's own in the same shapes stand for them.
  for (const name of pages.length > 0 ? [] : likeThem) {
    const path = resolve(import.meta.dirname, "../fixtures/references/markdown", name);
    const text = readFileSync(path, "utf8");
    assertGolden(`${path}.golden`, goldenOf(text, readingOf(name, text)));
  }
});

function factsOfCatalog({ codes, statuses }: Catalog): Facts {
  return {
    codes: sortedCodes(
      codes.map((entry) => ({
        code: entry.code,
        statuses: entry.statuses,
        messages:
          entry.messages.length > 0
            ? entry.messages.map(({ template }) => template)
            : entry.meanings.flatMap(({ message }) => message ?? []),
      })),
    ),
    statuses: distinct(statuses.map(({ status }) => rangeName(status.from, status.to))),
  };
}

function factsOfDraft({ codes, statuses }: Draft): Facts {
  const merged = new Map<string, { code: string | number; statuses: number[]; messages: string[] }>();
  for (const entry of codes) {
    const key = JSON.stringify(entry.code.value);
    const known = merged.get(key) ?? { code: entry.code.value, statuses: [], messages: [] };
    known.statuses.push(...entry.statuses.map(({ value }) => value));
    known.messages.push(...entry.messages.map(({ value }) => value));
    merged.set(key, known);
  }
  return {
    codes: sortedCodes([...merged.values()]),
    statuses: distinct(statuses.map(({ status }) => rangeName(status.value.from, status.value.to))),
  };
}

function sortedCodes(
  codes: readonly { code: string | number; statuses: readonly number[]; messages: readonly string[] }[],
): Facts["codes"] {
  return codes
    .map(
      ({ code, statuses, messages }) =>
        [JSON.stringify(code), [...new Set(statuses)].sort(), distinct(messages)] as const,
    )
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

function rangeName(from: number, to: number): string {
  return from === to ? String(from) : `${from}-${to}`;
}
