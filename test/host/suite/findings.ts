import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, type SuiteTest } from "./harness.ts";
import { findingsIn, openDocument, ruleOf } from "./workspace-files.ts";

/** What the extension reports, and how it repairs it. */
export const findingTests: readonly SuiteTest[] = [
  {
    name: "a status that does not go with its code is reported at the status, once",
    run: async () => {
      const document = await openDocument("src/mismatch.ts");
      const findings = await findingsOf(document);
      assert.deepEqual(
        findings.map((finding) => [ruleOf(finding), document.getText(finding.range)]),
        [["status-mismatch", "403"]],
      );
      assert.match(findings[0]?.message ?? "", /409/);
    },
  },
  {
    name: "the quick fix writes the status that the catalog defines, and nothing is left to report",
    run: async () => {
      const document = await openDocument("src/repair.ts");
      const [finding] = await findingsOf(document);
      assert.ok(finding !== undefined);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
        20,
      );
      const edit = actions.find((action) => action.edit !== undefined && /409/.test(action.title))?.edit;
      assert.ok(edit !== undefined, `no fix to 409 among: ${actions.map((action) => action.title).join(", ")}`);
      const before = document.getText();
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.equal(document.getText(), before.replace("403", "409"));
      await eventually(
        "no findings after the fix",
        () => findingsIn(document),
        (left) => left.length === 0,
      );
    },
  },
  {
    name: "code that follows its catalog has no findings",
    run: async () => {
      // The other file's finding shows that the server has got as far as this one, which was opened before it.
      const clean = await openDocument("src/clean.ts");
      await findingsOf(await openDocument("src/mismatch.ts"));
      assert.deepEqual(findingsIn(clean), []);
    },
  },
];

async function findingsOf(document: vscode.TextDocument): Promise<readonly vscode.Diagnostic[]> {
  return eventually(
    `findings in ${document.fileName}`,
    () => findingsIn(document),
    (found) => found.length > 0,
  );
}
