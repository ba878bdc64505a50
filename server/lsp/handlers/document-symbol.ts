import {
  type CancellationToken,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
  SymbolTag,
} from "vscode-languageserver";
import { type DocumentSymbol as CoreSymbol, documentSymbolsOf } from "../../core/index.ts";
import type { PositionMap } from "../position-encoding.ts";
import type { Session } from "../session.ts";
import { toLocation, toRange } from "../to-lsp.ts";

/** Answers `textDocument/documentSymbol` for catalogs: statuses and codes. Other files have an outline of their own. */
export async function onDocumentSymbol(
  session: Session,
  params: DocumentSymbolParams,
  token: CancellationToken,
): Promise<DocumentSymbol[] | SymbolInformation[] | null> {
  const analysis = await session.analysis(params.textDocument.uri, token);
  if (!analysis?.catalog) return null;
  const symbols = documentSymbolsOf(analysis.catalog, { languages: session.languages });
  const maps = session.maps(analysis);
  if (session.capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport) {
    return symbols.map((symbol) => toSymbol(symbol, maps.positions(analysis.uri)));
  }
  return symbols.map(({ name, kind, span }) => ({
    name,
    kind: kindOf(kind),
    location: toLocation(analysis.uri, span, maps),
  }));
}

function toSymbol(symbol: CoreSymbol, positions: PositionMap): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: kindOf(symbol.kind),
    range: toRange(symbol.span, positions),
    selectionRange: toRange(symbol.nameSpan, positions),
    ...(symbol.deprecated ? { tags: [SymbolTag.Deprecated] } : {}),
    children: symbol.children.map((child) => toSymbol(child, positions)),
  };
}

function kindOf(kind: CoreSymbol["kind"]): SymbolKind {
  switch (kind) {
    case "code":
      return SymbolKind.EnumMember;
    case "status":
      return SymbolKind.Enum;
    case "envelope":
      return SymbolKind.Struct;
  }
}
