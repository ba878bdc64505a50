import { ProgressLocation, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { bootstrapCatalogRequest, importCatalogRequest, type MadeCatalog } from "../protocol.ts";

/** Makes a catalog from the page, the API description or the module in the active editor, in a new document. */
export async function createCatalogFromPage(client: LanguageClient): Promise<void> {
  const active = window.activeTextEditor?.document;
  if (!active) {
    await window.showInformationMessage("Open the page, the API description or the module that tells of the errors.");
    return;
  }
  await show(await client.sendRequest(importCatalogRequest, { textDocument: { uri: active.uri.toString() } }));
}

/** Makes a first catalog from the codes that the code of the workspace sends, in a new document. */
export async function createCatalogFromWorkspace(client: LanguageClient): Promise<void> {
  const options = { location: ProgressLocation.Notification, title: "Looking for error codes…", cancellable: true };
  await window.withProgress(options, async (_, token) => {
    const made = await client.sendRequest(bootstrapCatalogRequest, {}, token);
    if (!token.isCancellationRequested) await show(made);
  });
}

async function show({ text, reason }: MadeCatalog): Promise<void> {
  if (text === null) {
    await window.showInformationMessage(reason);
    return;
  }
  const document = await workspace.openTextDocument({ language: "yaml", content: text });
  await window.showTextDocument(document);
}
