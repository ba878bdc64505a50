import type { CancellationToken, DefinitionParams, Location, LocationLink } from "vscode-languageserver";
import { definitionAt } from "../../core/index.ts";
import type { Session } from "../session.ts";
import { toLocation, toRange } from "../to-lsp.ts";

/** Answers `textDocument/definition`: the entry in the catalog, and the literal that a constant stands for. */
export async function onDefinition(
  session: Session,
  params: DefinitionParams,
  token: CancellationToken,
): Promise<Location[] | LocationLink[] | null> {
  const analysis = await session.analysis(params.textDocument.uri, token);
  if (!analysis) return null;
  const maps = session.maps(analysis);
  const positions = maps.positions(analysis.uri);
  const found = definitionAt(analysis, positions.toOffset(params.position));
  if (!found) return null;
  if (!session.capabilities.textDocument?.definition?.linkSupport)
    return found.targets.map(({ uri, nameSpan }) => toLocation(uri, nameSpan, maps));
  return found.targets.map(({ uri, span, nameSpan }) => ({
    originSelectionRange: toRange(found.span, positions),
    targetUri: maps.clientUri(uri),
    targetRange: toRange(span, maps.positions(uri)),
    targetSelectionRange: toRange(nameSpan, maps.positions(uri)),
  }));
}
