import { Range, Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type CatalogListItem, type CatalogNaming, nameCatalogRequest } from "../protocol.ts";

/** Asks whether the document shall serve as a catalog, and writes it into the configuration. */
export async function nameCatalog(client: LanguageClient, { uri, title }: CatalogListItem): Promise<void> {
  const naming = await client.sendRequest(nameCatalogRequest, { textDocument: { uri } });
  if (naming.configuration === null) {
    await window.showInformationMessage(naming.reason);
    return;
  }
  const configuration = Uri.parse(naming.configuration);
  const file = workspace.asRelativePath(configuration);
  const where = naming.isNew ? `a new ${file}` : file;
  const detail = `Writes ${naming.path} into ${where}. Codes that the catalog does not define are reported from then on.`;
  const yes = "Use as Catalog";
  const answer = await window.showInformationMessage(`Use “${title}” as a catalog?`, { modal: true, detail }, yes);
  if (answer === yes) await write(configuration, naming);
}

async function write(configuration: Uri, { isNew, edits }: CatalogNaming): Promise<void> {
  const edit = new WorkspaceEdit();
  if (isNew) {
    const contents = new TextEncoder().encode(edits.map(({ newText }) => newText).join(""));
    edit.createFile(configuration, { contents });
  } else {
    for (const { range, newText } of edits) {
      const { start, end } = range;
      edit.replace(configuration, new Range(start.line, start.character, end.line, end.character), newText);
    }
  }
  const wasDirty = workspace.textDocuments.some(
    (one) => one.isDirty && one.uri.toString() === configuration.toString(),
  );
  if (!(await workspace.applyEdit(edit))) return;
  const document = await workspace.openTextDocument(configuration);
  // What somebody is still writing there is theirs to save.
  if (!wasDirty) await document.save();
  await window.showTextDocument(document);
}
