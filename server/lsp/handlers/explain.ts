import type { CancellationToken, TextDocumentIdentifier } from "vscode-languageserver";
import {
  type Catalog,
  explainAsMarkdown,
  explainAsText,
  explainSamplesAsMarkdown,
  explainSamplesAsText,
  findExplained,
  statusesOfCode,
  textIn,
} from "../../core/index.ts";
import type { ExplainableItem, Page } from "../protocol.ts";
import type { Session } from "../session.ts";

/** Answers `errorCodeInsight/explainable`: every code and status there is, those of the document's catalogs first. */
export async function onExplainable(
  session: Session,
  params: { readonly textDocument: TextDocumentIdentifier | null },
  token: CancellationToken,
): Promise<readonly ExplainableItem[]> {
  const analysis = params.textDocument ? await session.analysis(params.textDocument.uri, token) : undefined;
  const inScope = analysis?.scope.catalogs.map(({ catalog }) => catalog) ?? [];
  const catalogs = [...new Set([...inScope, ...(await allCatalogs(session))])];
  return catalogs.flatMap((catalog) => itemsOf(catalog, session.languages));
}

/** Answers `errorCodeInsight/explain` with a page of Markdown; empty where nothing is known. */
export async function onExplain(
  session: Session,
  params: { readonly query: string; readonly catalog: string | null },
): Promise<Page> {
  const all = await allCatalogs(session);
  const catalogs = params.catalog === null ? all : all.filter(({ id }) => id === params.catalog);
  const general = all.find((catalog) => catalog.general);
  const entries = findExplained(String(params.query), catalogs);
  const options = { languages: session.languages, general, textOf: (uri: string) => session.workspace.textOf(uri) };
  if (entries.length > 0)
    return { markdown: explainAsMarkdown(entries, options), text: explainAsText(entries, options) };
  const query = String(params.query);
  return {
    markdown: explainSamplesAsMarkdown(query, catalogs, options),
    text: explainSamplesAsText(query, catalogs, options),
  };
}

async function allCatalogs(session: Session): Promise<readonly Catalog[]> {
  return (await session.workspace.allCatalogs([...session.configurationUris])).flatMap(({ catalog }) => catalog ?? []);
}

function itemsOf(catalog: Catalog, languages: readonly string[]): readonly ExplainableItem[] {
  const title = textIn(catalog.title, languages) ?? catalog.id;
  const codes = catalog.codes.map((entry) => ({
    query: String(entry.code),
    catalog: catalog.id,
    label: String(entry.code),
    description: [statusesOfCode(entry).join(", "), title].filter((part) => part !== "").join(" · "),
    detail: textIn(entry.summary ?? entry.cause, languages) ?? entry.messages[0]?.template ?? "",
  }));
  const statuses = catalog.statuses
    .filter(({ status }) => status.from === status.to)
    .map((entry) => ({
      query: String(entry.status.from),
      catalog: catalog.id,
      label: `${entry.status.from} ${entry.title ?? ""}`.trimEnd(),
      description: title,
      detail: textIn(entry.summary ?? entry.use, languages) ?? "",
    }));
  return [...codes, ...statuses];
}
