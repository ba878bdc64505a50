import type { CancellationToken, Hover, HoverParams } from "vscode-languageserver";
import { hoverAt, schemaHoverAt } from "../../core/index.ts";
import type { Session } from "../session.ts";
import { toMarkup, toRange } from "../to-lsp.ts";

/** Answers `textDocument/hover`. */
export async function onHover(session: Session, params: HoverParams, token: CancellationToken): Promise<Hover | null> {
  const analysis = await session.analysis(params.textDocument.uri, token);
  if (!analysis) return null;
  const positions = session.maps(analysis).positions(analysis.uri);
  const offset = positions.toOffset(params.position);
  const found =
    hoverAt(analysis, offset, { languages: session.languages }) ??
    schemaHoverAt(analysis, offset, session.host.schemas);
  if (!found) return null;
  const formats = session.capabilities.textDocument?.hover?.contentFormat;
  return { contents: toMarkup(found, formats), range: toRange(found.span, positions) };
}
