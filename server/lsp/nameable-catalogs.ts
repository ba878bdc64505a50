/** Which catalogs a configuration may name: those that come with the program, and the files around that are catalogs. */
import {
  baseName,
  type FileAnalysis,
  isCatalogName,
  looksLikeCatalog,
  type NameableCatalog,
  parentUri,
  pathBelow,
  textIn,
} from "../core/index.ts";
import type { Session } from "./session.ts";

/** How many files are opened to see whether they are catalogs. */
const mostFiles = 300;

/** The catalogs for the configuration that was analysed; paths are relative to its folder. */
export async function nameableCatalogs(session: Session, analysis: FileAnalysis): Promise<readonly NameableCatalog[]> {
  const builtins = session.workspace.builtins.map(({ id, uri }) => {
    const catalog = analysis.available.find((one) => one.uri === uri);
    return { name: `builtin:${id}`, title: catalog && textIn(catalog.title, session.languages) };
  });
  const files = await session.dataFiles();
  const named: NameableCatalog[] = [];
  for (const uri of files.slice(0, mostFiles)) {
    const name = relativePath(analysis.uri, uri);
    if (name === undefined || !(await isCatalog(session, uri))) continue;
    named.push({ name, title: undefined });
  }
  return [...builtins, ...named];
}

async function isCatalog(session: Session, uri: string): Promise<boolean> {
  if (isCatalogName(baseName(uri))) return true;
  const content = await session.host.fileSystem.read(uri);
  return content.kind === "text" && looksLikeCatalog(content.text, /\.ya?ml$/i.test(uri) ? "yaml" : "json");
}

/** How far up the tree a configuration may reach for a catalog. */
const mostSteps = 8;

/** `./errors.yaml`, `../docs/errors.yaml`: the file at `uri` as the configuration at `from` names it. */
function relativePath(from: string, uri: string): string | undefined {
  let folder = parentUri(from);
  for (let up = ""; up.length <= mostSteps * 3; up += "../") {
    const path = pathBelow(folder, uri);
    if (path !== undefined) return up === "" ? `./${path}` : `${up}${path}`;
    folder = parentUri(folder);
  }
  return undefined;
}
