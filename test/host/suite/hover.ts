import assert from "node:assert/strict";
import type { SuiteTest } from "./harness.ts";
import { hoverText, middleOf, openDocument } from "./workspace-files.ts";

/** What the hover says of a code and of its look-alike. */
export const hoverTests: readonly SuiteTest[] = [
  {
    name: "hover over a code shows its status, its phrase and its catalog",
    run: async () => {
      const text = await hoverOver("'FORBIDDEN'");
      assert.match(text, /FORBIDDEN/);
      assert.match(text, /409 Conflict/);
      assert.match(text, /Ukrainian retail API|Українськ/);
    },
  },
  {
    name: "hover over a code of a similar name shows that code's own status",
    run: async () => {
      const firstLine = (await hoverOver("FORBIDDEN_TABLE")).split("\n")[0] ?? "";
      assert.match(firstLine, /FORBIDDEN_TABLE/);
      assert.match(firstLine, /403/);
      assert.doesNotMatch(firstLine, /409/);
    },
  },
];

async function hoverOver(text: string): Promise<string> {
  const document = await openDocument("src/hover.ts");
  return hoverText(document, middleOf(document, text), /\b(403|409)\b/);
}
