import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, test } from "node:test";
import { readDataReference } from "../../server/core/references/data/read-data-reference.ts";
import { readOpenApiReference } from "../../server/core/references/data/read-openapi-reference.ts";
import { readPropertiesReference } from "../../server/core/references/data/read-properties.ts";
import { readProtoReference } from "../../server/core/references/data/read-proto.ts";
import type { ReferenceReading } from "../../server/core/references/draft.ts";
import { readProgram } from "../../server/core/references/program/read-program.ts";
import { findSites } from "../../server/core/sites/find-sites.ts";
import { readSource } from "../../server/core/syntax/read-source.ts";
import type { Dialect } from "../../server/core/syntax/tree.ts";
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
  if (name.endsWith(".openapi.yaml")) return readOpenApiReference(text, "yaml", sitesIn(text, "yaml"));
  if (name.endsWith(".proto")) return readProtoReference(text);
  if (name.endsWith(".properties")) return readPropertiesReference(text);
  if (name.endsWith(".ts")) return readProgram(readSource(text, "ts"), sitesIn(text, "ts"));
  return readDataReference(text, name.endsWith(".json") ? "json" : "yaml");
}

function sitesIn(text: string, dialect: Dialect) {
  const modules = { module: () => "absent" as const };
  return findSites(readSource(text, dialect), { uri: "file:///project/errors", modules, wrappers: [] });
}
