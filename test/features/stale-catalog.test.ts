import { strictEqual } from "node:assert/strict";
import { test } from "node:test";
import { hoverAt } from "../../server/core/features/hover.ts";
import { analyse } from "./support/analysis.ts";

const text = "id: a\ntitle: A\nlanguage: en\ncodes:\n  OUT_OF_STOCK: { status: 409, summary: Gone. }\n";

test("a catalog that served before its text broke says nothing at places that have moved", () => {
  const analysis = analyse({ files: [], catalogs: [{ name: "a.yaml", text }], inScope: [] }, "a.yaml");
  const offset = text.indexOf("OUT_OF") + 2;
  strictEqual(hoverAt(analysis, offset, { languages: [] })?.text.split("\n")[0], "OUT_OF_STOCK · 409 Conflict · A");
  const moved = { ...analysis, text: `# a comment that is being typed\n{${text}` };
  strictEqual(hoverAt(moved, offset, { languages: [] }), undefined);
});
