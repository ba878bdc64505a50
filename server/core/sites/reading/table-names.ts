/** What names say of tables: whether one so called holds the codes of errors. */
import { errorsInLanguages } from "../parts/names-of-languages.ts";
import { wordsOf } from "./names.ts";

/** `ErrorCode`, `ERROR_CODES`, `apiErrors`, `ErrCodes`, `Codes`; not `StatusCodes`, `CountryCodes`, `errorMessages`. */
export function isTableName(name: string | undefined): boolean {
  const words = wordsOf(name ?? "");
  const last = words.at(-1);
  if (last === undefined) return false;
  const ofErrors = words.some(
    (word) =>
      /^(?:err|errs|error|errors|errorcode|errorcodes|exception|exceptions|problem|problems)$/.test(word) ||
      namesInLanguages.has(word),
  );
  // `codes` alone is as often a list of colours or of countries; `Codes` of a declaration is a table.
  if (/^codes?$/.test(last)) return ofErrors || name === "Codes" || name === "CODES";
  return (
    ofErrors &&
    (namesInLanguages.has(last) ||
      /^(?:err|errs|errors?|errorcodes?|exceptions?|types?|kinds?|ids?|keys?|enum)$/.test(last))
  );
}

const namesInLanguages: ReadonlySet<string> = new Set(errorsInLanguages);

/** Whether the name alone says codes, so that every value under it is one. */
export function saysCodes(name: string | undefined): boolean {
  return /codes?$|enum$/i.test(name ?? "");
}
