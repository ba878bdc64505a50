/** What the path of a file says about whether it may tell of errors, before anything of it is read. */
import { isDocumentName } from "../references/read-reference.ts";
import { dialectOf } from "../syntax/dialect.ts";
import { baseName } from "../text/uri.ts";

/** Whether `folder`, a name, is one in which projects keep their documentation. */
export function isDocumentationFolder(folder: string): boolean {
  return /^(?:docs?|documentation|api-docs|reference)$/i.test(folder);
}

/** Whether the file is a page: text for people, whose tables and headings may define codes. */
export function isPageName(name: string): boolean {
  return isDocumentName(name) && /\.(?:mdx?|markdown|rst|adoc|asciidoc|html?|csv)$/i.test(name);
}

/** `error-codes.md`, `ERRORS.md`, `api_error_reference.rst`, `errcodes.csv`: a name that is about errors. */
export function speaksOfErrors(name: string): boolean {
  const words = name
    .replace(/\.[^.]*$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word) =>
    /^(?:errors?|err|errcodes?|errorcodes?|codes?derreur|fehlercodes?|errores|erros)$/.test(word),
  );
}

/** Whether a file of this name is worth a look when somebody asks which documents could serve as catalogs. */
export function mayServe(name: string): boolean {
  return isPageName(name) || isApiDescription(name) || (dialectOf(name) !== undefined && speaksOfErrors(name));
}

/** How promising a path is: pages about errors first, then descriptions of APIs, documentation; undefined for the rest. */
export function promiseOf(path: string): number | undefined {
  const name = baseName(path);
  if (speaksOfErrors(name)) return isPageName(name) ? 0 : 1;
  if (isApiDescription(name)) return 1;
  if (!isPageName(name)) return undefined;
  return path.split("/").slice(0, -1).some(isDocumentationFolder) ? 2 : undefined;
}

function isApiDescription(name: string): boolean {
  return /(?:^|[._-])(?:openapi|swagger)(?:[._-].*)?\.(?:ya?ml|json)$/i.test(name);
}
