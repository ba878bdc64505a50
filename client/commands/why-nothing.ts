import { window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Pages } from "../pages.ts";
import { whyRequest } from "../protocol.ts";

/** Says what was looked at under the cursor and where the reading stopped. */
export async function whyNothing(client: LanguageClient, pages: Pages): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) {
    await window.showInformationMessage("Open a file and put the cursor where you expected something.");
    return;
  }
  const page = await client.sendRequest(whyRequest, {
    textDocument: { uri: editor.document.uri.toString() },
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
  });
  await pages.show("Why Is There Nothing Here", page);
}
