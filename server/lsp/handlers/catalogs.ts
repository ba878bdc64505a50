import type { CancellationToken, TextDocumentIdentifier } from "vscode-languageserver";
import {
  type Catalog,
  catalogListFor,
  type FeatureOptions,
  type FileAnalysis,
  type NearReference,
  nearReasonOf,
  normalUri,
  pathBelow,
  textIn,
} from "../../core/index.ts";
import type { CatalogListItem, CatalogNaming } from "../protocol.ts";
import { type Session, stopIfCancelled } from "../session.ts";
import { toTextEdit } from "../to-lsp.ts";

/**
 * Answers `errorCodeInsight/catalogs`: all catalogs, those that apply to the document first, then the documents that could
 * serve, each with its reason.
 */
export async function onCatalogs(
  session: Session,
  params: { readonly textDocument: TextDocumentIdentifier | null },
  token: CancellationToken,
): Promise<readonly CatalogListItem[]> {
  const options = { languages: session.languages };
  const analysis = params.textDocument ? await session.analysis(params.textDocument.uri, token) : undefined;
  await session.lookAround();
  const near = await session.workspace.nearReferences([...session.documentUris]);
  stopIfCancelled(token);
  const loaded = await session.workspace.allCatalogs([...session.configurationUris]);
  const builtins = new Set(session.workspace.builtins.map(({ uri }) => uri));
  const named = new Set(loaded.map(({ uri }) => uri).filter((uri) => !builtins.has(uri)));
  const all = loaded.flatMap(({ catalog }) => catalog ?? []);
  const found = near.flatMap(({ loaded, use }) => (use === "found" && loaded.catalog ? [loaded.catalog] : []));
  const items = listed(analysis, [...all, ...found], options).map((item): CatalogListItem => {
    if (item.inScope) return item;
    if (analysis?.catalog?.uri === item.uri) return { ...item, inScope: true, reason: "this file tells of it" };
    if (named.has(item.uri)) return { ...item, reason: "named in a configuration, not for this file" };
    const page = near.find(({ loaded }) => loaded.uri === item.uri);
    return page === undefined ? item : { ...item, reason: `serves the files near it: ${nearReasonOf(page)}` };
  });
  const offered = near.filter(({ use }) => use === "offered").flatMap((one) => offerOf(session, one, options));
  const inForce = items.filter(({ inScope }) => inScope);
  return [...inForce, ...offered, ...items.filter(({ inScope }) => !inScope)];
}

/** Answers `errorCodeInsight/nameCatalog`: what to write into which configuration, so that the document serves. */
export async function onNameCatalog(
  session: Session,
  { textDocument }: { readonly textDocument: TextDocumentIdentifier },
): Promise<CatalogNaming> {
  const naming = await session.workspace.naming(normalUri(textDocument.uri));
  if (naming.kind === "refused") return refusedNaming(naming.reason);
  const { configuration, isNew, path, edits } = naming;
  const positions = session.positionsOf(configuration);
  return { configuration, isNew, path, reason: "", edits: edits.map((edit) => toTextEdit(edit, positions)) };
}

/** Where nothing can be written. */
export function refusedNaming(reason: string): CatalogNaming {
  return { configuration: null, isNew: false, edits: [], path: "", reason };
}

function listed(
  analysis: FileAnalysis | undefined,
  all: readonly Catalog[],
  options: FeatureOptions,
): readonly CatalogListItem[] {
  const scope = analysis?.scope ?? { catalogs: [], general: undefined, rules: new Map(), problems: [] };
  const available = [...new Set([...(analysis?.available ?? []), ...all])];
  const seen = new Set<string>();
  return catalogListFor({ scope, available, textOf: analysis?.textOf ?? (() => undefined) }, options)
    .filter(({ uri, id }) => !seen.has(`${uri} ${id}`) && seen.add(`${uri} ${id}`))
    .map(({ id, title, uri, state, reason, codes, statuses, problems }) => ({
      id,
      title,
      uri,
      inScope: state !== "silent",
      offered: false,
      reason,
      codes,
      statuses,
      problems: problems.error + problems.warning + problems.information,
    }));
}

function offerOf(
  session: Session,
  reference: NearReference,
  { languages }: FeatureOptions,
): readonly CatalogListItem[] {
  const { catalog, uri } = reference.loaded;
  if (catalog === undefined) return [];
  const root = session.workspace.roots.find((one) => pathBelow(one.uri, uri) !== undefined);
  return [
    {
      id: (root && pathBelow(root.uri, uri)) ?? catalog.id,
      title: textIn(catalog.title, languages) ?? catalog.id,
      uri,
      inScope: false,
      offered: true,
      reason: nearReasonOf(reference),
      codes: catalog.codes.length,
      statuses: catalog.statuses.length,
      problems: 0,
    },
  ];
}
