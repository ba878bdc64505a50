import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, type SuiteTest } from "./harness.ts";
import { middleOf, openDocument } from "./workspace-files.ts";

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
  const position = middleOf(document, text);
  return eventually(
    `a hover over ${text}`,
    async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        position,
      );
      return hovers.flatMap((hover) => hover.contents.map(plainText)).join("\n");
    },
    (found) => /\b(403|409)\b/.test(found),
  );
}

function plainText(content: vscode.MarkedString | vscode.MarkdownString): string {
  return typeof content === "string" ? content : content.value;
}
