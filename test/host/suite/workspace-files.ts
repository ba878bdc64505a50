import * as vscode from "vscode";
import { eventually } from "./harness.ts";

const extensionId = "error-code-insight.error-code-insight";

/** Activates the extension under test and returns it; throws when VS Code does not know it. */
export async function activateExtension(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension(extensionId);
  if (extension === undefined) throw new Error(`VS Code does not know the extension ${extensionId}`);
  await extension.activate();
  return extension;
}

/** Opens a file of the test's workspace in an editor, by its path in the folder. */
export async function openDocument(path: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error("No folder is open");
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The place in the middle of the first occurrence of a text in a document. */
export function middleOf(document: vscode.TextDocument, text: string): vscode.Position {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`${document.fileName} does not contain ${JSON.stringify(text)}`);
  return document.positionAt(start + Math.floor(text.length / 2));
}

/** The findings of the extension in a document. */
export function findingsIn(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((found) => found.source === "error-code-insight");
}

/** The rule that a finding names, with or without a link to its documentation. */
export function ruleOf(finding: vscode.Diagnostic): string {
  const { code } = finding;
  return String(typeof code === "object" ? code.value : code);
}

/** What the hovers at a place say, once they match `expected`. */
export async function hoverText(
  document: vscode.TextDocument,
  position: vscode.Position,
  expected: RegExp,
): Promise<string> {
  return eventually(
    `a hover like ${expected}`,
    async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        position,
      );
      return hovers.flatMap((hover) => hover.contents.map(plainText)).join("\n");
    },
    (found) => expected.test(found),
  );
}

function plainText(content: vscode.MarkedString | vscode.MarkdownString): string {
  return typeof content === "string" ? content : content.value;
}
