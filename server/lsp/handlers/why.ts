import type { CancellationToken, Position, TextDocumentIdentifier } from "vscode-languageserver";
import { whyNothingAt } from "../../core/index.ts";
import type { Session } from "../session.ts";

/** Answers `errorCodeInsight/why`: what was looked at under the cursor and where the reading stopped. */
export async function onWhy(
  session: Session,
  params: { readonly textDocument: TextDocumentIdentifier; readonly position: Position },
  token: CancellationToken,
): Promise<{ readonly markdown: string }> {
  const analysis = await session.analysis(params.textDocument.uri, token);
  if (!analysis) return { markdown: "This kind of file is not read." };
  const positions = session.maps(analysis).positions(analysis.uri);
  return {
    markdown: whyNothingAt(analysis, positions.toOffset(params.position), { languages: session.languages }).markdown,
  };
}
