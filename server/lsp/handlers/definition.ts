import type { CancellationToken, DefinitionParams, Location } from "vscode-languageserver";
import { definitionAt } from "../../core/index.ts";
import type { Session } from "../session.ts";
import { toLocation } from "../to-lsp.ts";

/** Answers `textDocument/definition`: the entry in the catalog, and the constant's own place. */
export async function onDefinition(session: Session, params: DefinitionParams, token: CancellationToken): Promise<Location[] | null> {
  const analysis = await session.analysis(params.textDocument.uri, token);
  if (!analysis) return null;
  const maps = session.maps(analysis);
  const places = definitionAt(analysis, maps.positions(analysis.uri).toOffset(params.position));
  return places.length === 0 ? null : places.map((place) => toLocation(place.uri, place.span, maps));
}
