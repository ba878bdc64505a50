import type { CancellationToken, TextDocumentIdentifier } from "vscode-languageserver";
import {
  isProgramFile,
  LineMap,
  normalUri,
  type ObservedError,
  observedCatalog,
  observedErrors,
  type Place,
  pathBelow,
  writeYamlCatalog,
} from "../../core/index.ts";
import type { MadeCatalog } from "../protocol.ts";
import type { Session } from "../session.ts";

/** Where nothing could be made, and no reason is known. */
export const nothingMade: MadeCatalog = { text: null, reason: "No catalog could be made. The output tells more." };

/** Answers `errorCodeInsight/importCatalog`: the document as a catalog in the product's format. */
export async function onImportCatalog(
  session: Session,
  { textDocument }: { readonly textDocument: TextDocumentIdentifier },
): Promise<MadeCatalog> {
  const identity = { id: undefined, title: undefined, language: undefined };
  const made = await session.workspace.importCatalog([normalUri(textDocument.uri)], identity);
  return made.kind === "missing" ? { text: null, reason: made.reason } : { text: made.text, reason: "" };
}

/** Answers `errorCodeInsight/bootstrapCatalog`: the codes that the code of the workspace sends, as a catalog. */
export async function onBootstrapCatalog(session: Session, token: CancellationToken): Promise<MadeCatalog> {
  const { workspace } = session;
  const observed: ObservedError[] = [];
  const names = new Map<Place, string>();
  for (const root of workspace.roots) {
    for (const uri of await session.sourceFiles(root)) {
      if (token.isCancellationRequested) return nothingMade;
      if (!isProgramFile(`/${pathBelow(root.uri, uri) ?? uri}`)) continue;
      const isOpen = session.isOpen(uri);
      const analysis = await workspace.analyse(uri);
      const sites = analysis?.facts.map(({ site }) => site) ?? [];
      const found = observedErrors(uri, sites);
      const lines = new LineMap(found.length > 0 ? (analysis?.text ?? "") : "");
      for (const { place } of found) {
        const line = lines.toLineColumn(place.span.start).line + 1;
        names.set(place, `${pathBelow(root.uri, uri) ?? uri}:${line}`);
      }
      observed.push(...found);
      if (!isOpen) workspace.release(uri);
    }
  }
  if (observed.length === 0) return { text: null, reason: "No error codes were found in the code of this workspace." };
  const identity = { id: "observed-errors", uri: "", title: "Errors of this project" };
  const { catalog, remarks } = observedCatalog(observed, identity, (place) => names.get(place) ?? "");
  return { text: writeYamlCatalog(catalog, remarks), reason: "" };
}
