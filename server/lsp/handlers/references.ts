import type { CancellationToken, Location, ReferenceParams } from "vscode-languageserver";
import {
  type FileAnalysis,
  normalUri,
  type ReferenceTarget,
  referencesIn,
  referenceTargetsAt,
} from "../../core/index.ts";
import { otherMessages, type Session, stopIfCancelled } from "../session.ts";
import { toLocation } from "../to-lsp.ts";

/** Answers `textDocument/references`: every place of the workspace that uses the code or the status at the cursor. */
export async function onReferences(
  session: Session,
  params: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  const analysis = await session.analysis(params.textDocument.uri, token);
  if (!analysis) return null;
  const targets = referenceTargetsAt(
    analysis,
    session.maps(analysis).positions(analysis.uri).toOffset(params.position),
  );
  if (targets.length === 0) return null;
  const locations: Location[] = [];
  for (const uri of await filesToSearch(session)) {
    await otherMessages();
    stopIfCancelled(token);
    const other = await session.workspace.analyse(uri);
    if (other) locations.push(...locationsIn(other, targets, session));
    if (!session.isOpen(uri)) session.workspace.release(uri);
  }
  return locations;
}

function locationsIn(
  analysis: FileAnalysis,
  targets: readonly ReferenceTarget[],
  session: Session,
): readonly Location[] {
  const maps = session.maps(analysis);
  return targets
    .flatMap((target) => referencesIn(analysis, target))
    .map(({ span }) => toLocation(analysis.uri, span, maps));
}

/** Open buffers first: they may belong to no root. */
async function filesToSearch(session: Session): Promise<ReadonlySet<string>> {
  const files = new Set(session.documents.map(({ clientUri }) => normalUri(clientUri)));
  for (const root of session.workspace.roots) for (const uri of await session.sourceFiles(root)) files.add(uri);
  return files;
}
