import { configurationFileNames } from "../facts/configuration.ts";
import { dialectOf } from "../syntax/dialect.ts";
import type { Dialect } from "../syntax/tree.ts";
import { baseName } from "../text/uri.ts";

/** What a file may be, by its name alone; whether a data file is a catalog shows its content. */
export type FileKind =
  | { readonly kind: "configuration" }
  | { readonly kind: "source"; readonly dialect: Dialect }
  /** JSON: a catalog if it looks like one, else a document that may show errors. */
  | { readonly kind: "json" }
  | { readonly kind: "yaml" }
  | { readonly kind: "other" };

/** The kind of the file that `uri` names; an editor's language id decides for names without an ending. */
export function fileKind(uri: string, languageId?: string): FileKind {
  const name = baseName(uri);
  // What Yarn installs lies in one program, with everything that it was made of.
  if (/^\.pnp\.(?:loader\.)?[cm]?js$/.test(name)) return { kind: "other" };
  if (configurationFileNames.includes(name)) return { kind: "configuration" };
  if (/\.ya?ml$/i.test(name) || languageId === "yaml") return { kind: "yaml" };
  const dialect = dialectOf(name) ?? (languageId === undefined ? undefined : dialectsByLanguage.get(languageId));
  if (dialect === undefined) return { kind: "other" };
  return dialect === "json" ? { kind: "json" } : { kind: "source", dialect };
}

const dialectsByLanguage: ReadonlyMap<string, Dialect> = new Map([
  ["typescript", "ts"],
  ["typescriptreact", "tsx"],
  ["javascript", "jsx"],
  ["javascriptreact", "jsx"],
  ["json", "json"],
  ["jsonc", "json"],
]);
