/** The project's configuration file, the same for the editor and the command line. */
import type { Wrapper } from "../sites/recogniser.ts";
import type { Problem, Severity } from "../text/problem.ts";
import type { Span } from "../text/span.ts";

/** File names that are looked for in a folder, in this order. */
export const configurationFileNames: readonly string[] = [
  "error-code-insight.json",
  "error-code-insight.jsonc",
  "error-code-insight.yaml",
  "error-code-insight.yml",
];

export interface Configuration {
  /** Where the file is; paths and globs in it are relative to its folder. */
  readonly uri: string;
  readonly catalogs: readonly CatalogReference[];
  /** Whether the file says which catalogs there are, be it none: then nothing is looked for. */
  readonly namesCatalogs: boolean;
  readonly rules: ReadonlyMap<string, Severity | "off">;
  readonly overrides: readonly ConfigurationOverride[];
  /** Globs of files that are never read. */
  readonly exclude: readonly string[];
  /** What the team's own functions do with their arguments. */
  readonly wrappers: readonly Wrapper[];
  readonly problems: readonly Problem[];
}

/**
 * `builtin:ID`, or paths relative to the configuration file: one of a catalog in its own format, or one or several of
 * documents that tell of errors together. `id`, `title` and `language` go before what a file says of itself.
 */
export interface CatalogReference {
  readonly target:
    | { readonly kind: "builtin"; readonly id: string }
    | { readonly kind: "files"; readonly paths: readonly string[] };
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly span: Span;
}

export interface ConfigurationOverride {
  readonly files: readonly string[];
  /** Replaces the list above for these files; undefined keeps it. */
  readonly catalogs: readonly CatalogReference[] | undefined;
  readonly rules: ReadonlyMap<string, Severity | "off">;
}
