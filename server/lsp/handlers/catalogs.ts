import type { CancellationToken, TextDocumentIdentifier } from "vscode-languageserver";
import { catalogListFor } from "../../core/index.ts";
import type { CatalogListItem } from "../protocol.ts";
import type { Session } from "../session.ts";

/** Answers `errorCodeInsight/catalogs`: all catalogs, those that apply to the document first, each with its reason. */
export async function onCatalogs(
  session: Session,
  params: { readonly textDocument: TextDocumentIdentifier | null },
  token: CancellationToken,
): Promise<readonly CatalogListItem[]> {
  const options = { languages: session.languages };
  const analysis = params.textDocument ? await session.analysis(params.textDocument.uri, token) : undefined;
  const loaded = await session.workspace.allCatalogs([...session.configurationUris]);
  const all = loaded.flatMap(({ catalog }) => catalog ?? []);
  const scope = analysis?.scope ?? { catalogs: [], general: undefined, rules: new Map(), problems: [] };
  const available = [...new Set([...(analysis?.available ?? []), ...all])];
  const listed = catalogListFor({ scope, available, textOf: analysis?.textOf ?? (() => undefined) }, options);
  const uris = new Set<string>();
  return listed
    .filter(({ uri, id }) => !uris.has(`${uri} ${id}`) && uris.add(`${uri} ${id}`))
    .map((item) => ({
      id: item.id,
      title: item.title,
      uri: item.uri,
      inScope: item.state !== "silent",
      reason: item.reason,
      codes: item.codes,
      statuses: item.statuses,
      problems: item.problems.error + item.problems.warning + item.problems.information,
    }));
}
