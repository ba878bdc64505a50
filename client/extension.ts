/** The VS Code side: starts the language server, shows its state, offers the commands. It knows nothing of catalogs. */
import { commands, type ExtensionContext, window } from "vscode";
import { createCatalogFromPage, createCatalogFromWorkspace } from "./commands/create-catalog.ts";
import { explainCode } from "./commands/explain-code.ts";
import { showCatalogs } from "./commands/show-catalogs.ts";
import { whyNothing } from "./commands/why-nothing.ts";
import { createLanguageClient } from "./language-client.ts";
import { Pages } from "./pages.ts";
import { StatusItem } from "./status-item.ts";

/** Called by VS Code on the first file of a language that is read. */
export async function activate(context: ExtensionContext): Promise<void> {
  const channel = window.createOutputChannel("Error Code Insight", { log: true });
  const client = createLanguageClient(context, channel);
  const pages = new Pages();
  const status = new StatusItem(client);
  context.subscriptions.push(
    channel,
    pages,
    status,
    client,
    commands.registerCommand("errorCodeInsight.showCatalogs", () => showCatalogs(client)),
    commands.registerCommand("errorCodeInsight.explainCode", () => explainCode(client, pages)),
    commands.registerCommand("errorCodeInsight.createCatalogFromPage", () => createCatalogFromPage(client)),
    commands.registerCommand("errorCodeInsight.createCatalogFromWorkspace", () => createCatalogFromWorkspace(client)),
    commands.registerCommand("errorCodeInsight.whyNothing", () => whyNothing(client, pages)),
    commands.registerCommand("errorCodeInsight.showOutput", () => channel.show(true)),
    commands.registerCommand("errorCodeInsight.restart", async () => {
      status.loading();
      await client.restart();
    }),
  );
  try {
    await client.start();
  } catch (error) {
    status.failed();
    channel.error(error instanceof Error ? error : String(error));
  }
}
