import { type QuickPickItem, QuickPickItemKind, Uri, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type CatalogListItem, catalogsRequest } from "../protocol.ts";
import { nameCatalog } from "./name-catalog.ts";

/**
 * Lists the catalogs with the reason for each, those in force here first. Choosing one opens its file; choosing a document
 * that could serve offers to name it in the configuration.
 */
export async function showCatalogs(client: LanguageClient): Promise<void> {
  const active = window.activeTextEditor?.document;
  const catalogs = await client.sendRequest(catalogsRequest, {
    textDocument: active ? { uri: active.uri.toString() } : null,
  });
  const picked = await window.showQuickPick(
    [
      ...group(
        "in force here",
        catalogs.filter(({ inScope }) => inScope),
      ),
      ...group(
        "could serve",
        catalogs.filter(({ offered }) => offered),
      ),
      ...group(
        "not in force here",
        catalogs.filter(({ inScope, offered }) => !inScope && !offered),
      ),
    ],
    {
      title: "Error Catalogs",
      placeHolder: "Choose one to open it, or a document to make it a catalog",
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  const catalog = picked?.catalog;
  if (catalog === undefined) return;
  await window.showTextDocument(Uri.parse(catalog.uri), { preview: true });
  if (catalog.offered) await nameCatalog(client, catalog);
}

type CatalogChoice = QuickPickItem & { readonly catalog?: CatalogListItem };

function group(title: string, catalogs: readonly CatalogListItem[]): readonly CatalogChoice[] {
  if (catalogs.length === 0) return [];
  const choices = catalogs.map((catalog) => ({
    label: labelOf(catalog),
    description: countsOf(catalog),
    // A list shows no marks.
    detail: catalog.reason.replaceAll("`", ""),
    catalog,
  }));
  return [{ label: title, kind: QuickPickItemKind.Separator }, ...choices];
}

function labelOf({ inScope, offered, title }: CatalogListItem): string {
  return `$(${inScope ? "check" : offered ? "add" : "circle-outline"}) ${title}`;
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
