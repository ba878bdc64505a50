import { Uri, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type CatalogListItem, catalogsRequest } from "../protocol.ts";

/** Lists the catalogs with the reason for each, those in force here first; choosing one opens its file. */
export async function showCatalogs(client: LanguageClient): Promise<void> {
  const active = window.activeTextEditor?.document;
  const catalogs = await client.sendRequest(catalogsRequest, {
    textDocument: active ? { uri: active.uri.toString() } : null,
  });
  const picked = await window.showQuickPick(
    catalogs.map((catalog) => ({
      label: labelOf(catalog),
      description: countsOf(catalog),
      detail: catalog.reason,
      uri: catalog.uri,
    })),
    { title: "Error Catalogs", placeHolder: "Choose one to open it", matchOnDescription: true, matchOnDetail: true },
  );
  if (picked) await window.showTextDocument(Uri.parse(picked.uri), { preview: true });
}

function labelOf(catalog: CatalogListItem): string {
  return `$(${catalog.inScope ? "check" : "circle-outline"}) ${catalog.title}`;
}

function countsOf(catalog: CatalogListItem): string {
  const parts = [
    catalog.id,
    counted(catalog.codes, "code"),
    counted(catalog.statuses, "status", "statuses"),
    counted(catalog.problems, "problem"),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** Empty for none: a zero only takes room. */
function counted(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? "" : `${count} ${count === 1 ? one : many}`;
}
