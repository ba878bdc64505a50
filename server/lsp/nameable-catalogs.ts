/** Which catalogs a configuration may name: those that come with the program, and the files around that are or tell of one. */
import {
  baseName,
  type FileAnalysis,
  isCatalogName,
  looksLikeCatalog,
  type NameableCatalog,
  parentUri,
  relativePath,
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
    const name = relativePath(parentUri(analysis.uri), uri);
    if (name === undefined || !(await isCatalog(session, uri))) continue;
    named.push({ name, title: undefined });
  }
  return [...builtins, ...named, ...(await nameableDocuments(session, analysis.uri))];
}

/** Pages, descriptions of APIs and programs that tell of errors, each with the title it gives itself. */
async function nameableDocuments(session: Session, from: string): Promise<readonly NameableCatalog[]> {
  await session.lookAround();
  const near = await session.workspace.nearReferences([...session.documentUris], "nameable");
  return near.flatMap(({ loaded: { uri, catalog } }) => {
    const name = relativePath(parentUri(from), uri);
    return name === undefined || catalog === undefined
      ? []
      : [{ name, title: textIn(catalog.title, session.languages) }];
  });
}

async function isCatalog(session: Session, uri: string): Promise<boolean> {
  if (isCatalogName(baseName(uri))) return true;
  const content = await session.host.fileSystem.read(uri);
  return content.kind === "text" && looksLikeCatalog(content.text, /\.ya?ml$/i.test(uri) ? "yaml" : "json");
}
