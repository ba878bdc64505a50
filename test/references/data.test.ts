import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { ReferenceReading } from "../../server/core/references/draft.ts";
import { readReference } from "../../server/core/references/read-reference.ts";
import { draftText } from "../support/draft-text.ts";

const folder = new URL("../fixtures/references/data/", import.meta.url);

describe("references in data and programs", () => {
  for (const name of readdirSync(folder).filter((file) => !file.endsWith(".golden"))) {
    const text = readFileSync(new URL(name, folder), "utf8");

    test(name, () => {
      const { draft, confidence, reason } = read(name, text);
      const actual = `${confidence} ${reason}\n${draftText(text, draft)}`;
      const golden = new URL(`${name}.golden`, folder);
      if (process.env.UPDATE_GOLDEN === "1") writeFileSync(golden, actual);
      assert.equal(actual, readFileSync(golden, "utf8"));
    });

    test(`${name}, cut off anywhere`, () => {
      for (let end = 0; end < text.length; end += 7) {
        for (const { code, span } of read(name, text.slice(0, end)).draft.codes) {
          assert.ok(span.start <= code.span.start && code.span.end <= Math.max(span.end, code.span.end));
          assert.ok(code.span.end <= end);
        }
      }
    });
  }
});

function read(name: string, text: string): ReferenceReading {
  const reading = readReference({ uri: `file:///project/${name}`, text }, { module: () => "absent" });
  assert.ok(reading);
  return reading;
}
