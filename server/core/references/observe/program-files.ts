/** Which files say what a program sends: not its tests, nor what is shown, generated or translated beside it. */
import { languageNamed } from "../names.ts";
import { isTestFile } from "./test-files.ts";

const besides =
  /\/(?:demos?|playgrounds?|sandbox(?:es)?|samples?|docs?|documentation|bench(?:marks?)?|dist|build|out|coverage|vendor|generated|__generated__|codegen|i18n|l10n|locales?|translations?|\.storybook|\.next)\//i;

const generated = /\.(?:gen|generated|min|bundle|d)\.[cm]?[jt]sx?$/i;

/** Whether the file, named by its path below the project, belongs to the program itself. */
export function isProgramFile(uri: string): boolean {
  if (isTestFile(uri) || besides.test(uri) || generated.test(uri)) return false;
  const [folder = "", name = ""] = uri.split("/").slice(-2);
  return [folder, name.replace(/\..*$/, "")].every((part) => !isLanguage(part));
}

/** `pt-br`, `zh_CN`: two letters alone are names of other things as well. */
function isLanguage(name: string): boolean {
  return /[-_]/.test(name) && languageNamed(name) !== undefined;
}
