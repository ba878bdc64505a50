import { addCatalog, newConfiguration } from "../facts/add-catalog.ts";
import type { Configuration } from "../facts/configuration.ts";
import { dataFormatOf } from "../text/data-format.ts";
import type { TextEdit } from "../text/edit.ts";
import { parentUri, pathBelow, relativePath, resolveUri } from "../text/uri.ts";
import type { NearContext } from "./near-references.ts";
import type { SourceView } from "./source-view.ts";

/** How a document becomes a catalog by name: what is to be written where. */
export type Naming =
  | {
      readonly kind: "named";
      /** The configuration, which is new where it is not there yet. */
      readonly configuration: string;
      readonly isNew: boolean;
      readonly edits: readonly TextEdit[];
      /** The document as the configuration names it. */
      readonly path: string;
    }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Names the document `uri` in the configuration that is in force for it; where there is none, in a new one beside the
 * nearest package.json. Pages that served unnamed until then are named with it, for naming one ends the looking around.
 */
export function namingOf(context: NearContext, uri: string): Naming {
  const { view, roots, configurationFor } = context;
  const configuration = configurationFor(uri);
  const target =
    configuration?.uri ??
    newConfigurationFor(
      view,
      uri,
      roots.map((root) => root.uri),
    );
  if (target === undefined) return { kind: "refused", reason: "The file lies outside the workspace." };
  const path = relativePath(parentUri(target), uri);
  if (path === undefined) return { kind: "refused", reason: "The file lies too far from the configuration." };
  const served = servedBefore(context, uri, configuration).flatMap(
    (other) => relativePath(parentUri(target), other) ?? [],
  );
  if (configuration === undefined) {
    const newText = newConfiguration([...served, path]);
    const edits = [{ span: { start: 0, end: 0 }, newText }];
    return { kind: "named", configuration: target, isNew: true, edits, path };
  }
  const content = view.content(target);
  const text = content?.kind === "text" ? content.text : "";
  const edits = addCatalog(text, dataFormatOf(target), { path, served });
  return edits === undefined
    ? { kind: "refused", reason: "The configuration is broken: mend it first." }
    : { kind: "named", configuration: target, isNew: false, edits, path };
}

function servedBefore(
  { view, catalogs, roots }: NearContext,
  uri: string,
  configuration: Configuration | undefined,
): readonly string[] {
  if (configuration?.namesCatalogs === true) return [];
  const found = catalogs.found.around(view, uri, roots).map((loaded) => loaded.uri);
  return found.filter((other) => other !== uri);
}

/** Beside the nearest package.json within the workspace folder, else at the folder's top. */
function newConfigurationFor(view: SourceView, uri: string, folders: readonly string[]): string | undefined {
  const top = folders.find((folder) => pathBelow(folder, uri) !== undefined);
  if (top === undefined) return undefined;
  for (let folder = parentUri(uri); pathBelow(top, folder) !== undefined; folder = parentUri(folder))
    if (view.exists(resolveUri(folder, "package.json")) === true) return resolveUri(folder, "error-code-insight.json");
  return resolveUri(top, "error-code-insight.json");
}
