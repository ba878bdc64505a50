/** What names of files, folders and fields say about what is in them. */
import { baseName, parentUri } from "../text/uri.ts";

/** The words of `apiErrorCodes`, `api_error-codes`, `API errors`. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

const errorWord =
  /^(?:err|errs|errno|errmsg|errcodes?|errormessages?|exceptions?|problems?|faults?|fehler\p{L}*|fout\p{L}*|erros?|errores|erreurs?|errori|hata\p{L}*|ошибк\p{L}*|помилк\p{L}*|错误\p{L}*|エラー\p{L}*)$|error/u;

/** Whether a name speaks of errors: `errorCodes`, `api-problems`, `errno`; never `default`, `overrides`, `merry`. */
export function namesErrors(name: string): boolean {
  return wordsOf(name).some((word) => errorWord.test(word) && !/terror/.test(word));
}

/** Whether the file or the folder that it lies in is called after errors: `errors.json`, `errors/session.ts`. */
export function isNamedAfterErrors(uri: string): boolean {
  return namesErrors(stemOf(uri)) || namesErrors(baseName(parentUri(uri)));
}

/** The file's name without its endings of one to five letters: `errors.en` of `errors.en.json`. */
function stemOf(uri: string): string {
  return baseName(uri).replace(/\.[^.]{1,10}$/, "");
}

const languages: ReadonlySet<string> = new Set(
  `ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lt lv
  mk ml mn mr ms my nb ne nl nn no pa pl pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh`.split(/\s+/),
);

const folderOfLanguages =
  /^(?:i18n|l10n|lang|langs|languages?|locales?|translations?|messages|phrases|texts|_locales)$/i;

/** The language that a name stands for, a BCP 47 tag in lower case: `uk`, `pt_BR`, `zh-Hans`. */
export function languageNamed(name: string): string | undefined {
  const [, language = "", , script, region] = /^([a-z]{2,3})([-_](?:(hans|hant)|([a-z]{2}|\d{3})))?$/i.exec(name) ?? [];
  if (!languages.has(language.toLowerCase())) return undefined;
  return [language, script ?? region]
    .filter((part) => part !== undefined)
    .join("-")
    .toLowerCase();
}

/**
 * The language of a file, told by its name or a folder: `errors.uk.json`, `messages_pt_BR.properties`,
 * `locales/zh-cn/errors.json`, `i18n/de.yaml`.
 */
export function languageOfUri(uri: string): string | undefined {
  const stem = stemOf(uri);
  const [, ending = ""] = /[._-]((?:[a-z]{2,3})(?:[-_][A-Za-z]{2,4})?)$/.exec(stem) ?? [];
  const short = stem.slice(Math.max(stem.lastIndexOf("_"), stem.lastIndexOf("-"), stem.lastIndexOf(".")) + 1);
  const own = languageNamed(stem) ?? languageNamed(ending) ?? languageNamed(short);
  if (own !== undefined) return own;
  const folders = uri.split("/").slice(0, -1).slice(-5);
  return folders
    .map((folder, index) => (folderOfLanguages.test(folders[index - 1] ?? "") ? languageNamed(folder) : undefined))
    .findLast((language) => language !== undefined);
}
