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
  return wordsOf(name).some((word) => errorWord.test(word));
}

const errorWord = /^(?:errors?|err|errcodes?|errorcodes?|codes?derreur|fehlercodes?|errores|erros)$/;

function wordsOf(name: string): readonly string[] {
  const words = name
    .replace(/\.[^.]*$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.split(/[^a-z]+/).filter((word) => word !== "");
}

/** `errors.ts`, `errorCodes.ts`, `api-error-status.ts`: a program that is a list of errors, not one that does something with them. */
function listsErrors(name: string): boolean {
  const isPlain = dialectOf(name) !== undefined && /\.[cm]?[jt]s$/i.test(name);
  const others = wordsOf(name).filter((word) => !errorWord.test(word));
  return isPlain && speaksOfErrors(name) && others.every((word) => listWord.test(word));
}

const listWord =
  /^(?:codes?|status(?:es)?|http|api|app|messages?|maps?|lists?|catalogs?|constants?|enums?|definitions?)$/;

/** Whether a file of this name is worth a look when somebody asks which documents could serve as catalogs. */
export function mayServe(name: string): boolean {
  return isPageName(name) || isApiDescription(name) || listsErrors(name);
}

/** How promising a path is: pages about errors first, then descriptions of APIs, documentation; undefined for the rest. */
export function promiseOf(path: string): number | undefined {
  const name = baseName(path);
  const folders = path.split("/").slice(0, -1);
  if (isPageName(name) && speaksOfErrors(name)) return 0;
  if (isApiDescription(name)) return 1;
  if (isPageName(name)) return folders.some(isDocumentationFolder) ? 2 : undefined;
  return listsErrors(name) && !folders.some(isTranslationFolder) ? 1 : undefined;
}

/** Texts of an interface, which speak of errors without defining any. */
function isTranslationFolder(folder: string): boolean {
  return /^(?:i18n|l10n|locales?|translations?|lang|langs|languages|phrases)$/i.test(folder);
}

function isApiDescription(name: string): boolean {
  return /(?:^|[._-])(?:openapi|swagger)(?:[._-].*)?\.(?:ya?ml|json)$/i.test(name);
}
