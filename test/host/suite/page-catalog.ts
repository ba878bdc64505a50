import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, type SuiteTest } from "./harness.ts";
import { findingsIn, hoverText, middleOf, openDocument, ruleOf } from "./workspace-files.ts";

const page = "shop/docs/errors.md";
const server = "shop/src/server.ts";

/** A page that is the catalog of a package: what is typed there counts at once. */
export const pageCatalogTests: readonly SuiteTest[] = [
  {
    name: "hover tells what the page says, also what was just written into it and is not saved",
    run: async () => {
      const document = await openDocument(server);
      const position = middleOf(document, "OUT_OF_STOCK");
      await hoverText(document, position, /Order less/);
      await withChange(page, "Order less", "Come on Monday", async () => {
        await hoverText(document, position, /Come on Monday/);
      });
      await hoverText(document, position, /Order less/);
    },
  },
  {
    name: "a table that breaks is told where it does, and its last good entries go on serving",
    run: async () => {
      const document = await openDocument(server);
      const position = middleOf(document, "OUT_OF_STOCK");
      await hoverText(document, position, /Order less/);
      await withChange(page, "| --- | --- | --- | --- |", "x", async (changed) => {
        const findings = await eventually(
          "a finding about the broken table",
          () => findingsIn(changed),
          (found) => found.some((finding) => ruleOf(finding) === "catalog-syntax"),
        );
        const broken = findings.find((finding) => ruleOf(finding) === "catalog-syntax");
        assert.match(changed.lineAt(broken?.range.start.line ?? 0).text, /OUT_OF_STOCK/);
        await hoverText(document, position, /Order less/);
      });
    },
  },
  {
    name: "Go to Definition leads to the cell of the page",
    run: async () => {
      const document = await openDocument(server);
      const found = await eventually(
        "a definition",
        () =>
          vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
            "vscode.executeDefinitionProvider",
            document.uri,
            middleOf(document, "OUT_OF_STOCK"),
          ),
        (all) => all.some((one) => targetOf(one).uri.path.endsWith(page)),
      );
      const target = found.map(targetOf).find(({ uri }) => uri.path.endsWith(page));
      assert.ok(target !== undefined);
      const text = await vscode.workspace.openTextDocument(target.uri);
      assert.equal(text.getText(target.range), "OUT_OF_STOCK");
    },
  },
  {
    name: "what page and program say against each other is reported at both places",
    run: async () => {
      for (const path of [page, "shop/src/statuses.ts"]) {
        const document = await openDocument(path);
        const findings = await eventually(
          `findings in ${path}`,
          () => findingsIn(document),
          (all) => all.length > 0,
        );
        assert.deepEqual(
          findings.map((finding) => [ruleOf(finding), document.getText(finding.range)]),
          [["catalog-conflict", "UNKNOWN_SKU"]],
        );
      }
    },
  },
  {
    name: "the catalog that is made from a page or from the workspace is a sound one",
    run: async () => {
      for (const [command, wanted] of [
        ["createCatalogFromPage", /OUT_OF_STOCK:\n {4}status: 409/],
        ["createCatalogFromWorkspace", /OUT_OF_STOCK:/],
      ] as const) {
        await openDocument(page);
        await vscode.commands.executeCommand(`errorCodeInsight.${command}`);
        const made = vscode.window.activeTextEditor?.document;
        assert.ok(made?.isUntitled === true && made.languageId === "yaml", `${command} opened ${made?.uri}`);
        assert.match(made.getText(), wanted);
        // A code of it explains itself once it has been read; by then its findings are there, too.
        await hoverText(made, middleOf(made, "OUT_OF_STOCK"), /409/);
        assert.deepEqual(
          findingsIn(made).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
          [],
        );
      }
    },
  },
];

/** Changes the buffer of a file, without saving, for as long as `meanwhile` takes. */
async function withChange(
  path: string,
  from: string,
  to: string,
  meanwhile: (document: vscode.TextDocument) => Promise<void>,
): Promise<void> {
  const document = await openDocument(path);
  const before = document.getText();
  assert.ok(before.includes(from), `${path} has no ${from}`);
  await write(document, before.replace(from, to));
  try {
    await meanwhile(document);
  } finally {
    await write(document, before);
  }
}

async function write(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  edit.replace(document.uri, all, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

function targetOf(found: vscode.Location | vscode.LocationLink): { uri: vscode.Uri; range: vscode.Range } {
  return "targetUri" in found
    ? { uri: found.targetUri, range: found.targetSelectionRange ?? found.targetRange }
    : { uri: found.uri, range: found.range };
}
