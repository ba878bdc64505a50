import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, type SuiteTest } from "./harness.ts";
import { openDocument } from "./workspace-files.ts";

/** What is offered where a code is written. */
export const completionTests: readonly SuiteTest[] = [
  {
    name: "completion after a 409 offers the codes of 409 before those of other statuses",
    run: async () => {
      const document = await openDocument("src/complete.ts");
      const place = document.positionAt(document.getText().indexOf("error: { ") + "error: { ".length);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, place, "code: ''");
      assert.ok(await vscode.workspace.applyEdit(edit));
      const items = await completionsAt(document, place.translate(0, "code: '".length));
      const sorted = items.toSorted((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1)).map(labelOf);
      assert.ok(sorted.includes("HAS_STOCK"), `offered: ${sorted.join(", ")}`);
      assert.ok(sorted.includes("FORBIDDEN"));
      const other = sorted.indexOf("FORBIDDEN_TABLE");
      assert.ok(other === -1 || other > sorted.indexOf("HAS_STOCK"), `order: ${sorted.join(", ")}`);
    },
  },
];

async function completionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await eventually(
    "completions inside the quotes of a code",
    () =>
      vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        position,
        "'",
      ),
    (found) => found.items.length > 0,
  );
  return list.items;
}

function labelOf(item: vscode.CompletionItem): string {
  return typeof item.label === "string" ? item.label : item.label.label;
}

function sortKey(item: vscode.CompletionItem): string {
  return item.sortText ?? labelOf(item);
}
