import { window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Pages } from "../pages.ts";
import { explainableRequest, explainRequest } from "../protocol.ts";

/** Lets the person choose a code or a status of any catalog and shows all that is known of it. */
export async function explainCode(client: LanguageClient, pages: Pages): Promise<void> {
  const active = window.activeTextEditor?.document;
  const entries = await client.sendRequest(explainableRequest, {
    textDocument: active ? { uri: active.uri.toString() } : null,
  });
  const picked = await window.showQuickPick(
    entries.map(({ label, description, detail, query, catalog }) => ({ label, description, detail, query, catalog })),
    {
      title: "Explain Code…",
      placeHolder: "A code, a status, or words of its meaning",
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  if (!picked) return;
  const page = await client.sendRequest(explainRequest, { query: picked.query, catalog: picked.catalog });
  await pages.show(picked.label, page);
}
