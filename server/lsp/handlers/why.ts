import type { CancellationToken, Position, TextDocumentIdentifier } from "vscode-languageserver";
import { whyNothingAt } from "../../core/index.ts";
import type { Page } from "../protocol.ts";
import type { Session } from "../session.ts";

const notRead = "This kind of file is not read.";

/** Answers `errorCodeInsight/why`: what was looked at under the cursor and where the reading stopped. */
export async function onWhy(
  session: Session,
  params: { readonly textDocument: TextDocumentIdentifier; readonly position: Position },
  token: CancellationToken,
): Promise<Page> {
  const analysis = await session.analysis(params.textDocument.uri, token);
  if (!analysis) return { markdown: notRead, text: notRead };
  const positions = session.maps(analysis).positions(analysis.uri);
  return whyNothingAt(analysis, positions.toOffset(params.position), { languages: session.languages });
}
