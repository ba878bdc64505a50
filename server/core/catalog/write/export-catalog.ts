import type { Catalog } from "../model.ts";
import { writeJsonCatalog, writeYamlCatalog } from "./write-catalog.ts";
import { writeMarkdownCatalog } from "./write-markdown.ts";
import { writeOpenApiCatalog } from "./write-openapi.ts";
import { writeTypeScriptCatalog } from "./write-typescript.ts";

/** The forms in which a catalog can leave: its own format in two notations, a page, a module, an API's components. */
export const exportFormats = ["yaml", "json", "markdown", "typescript", "openapi"] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** The catalog in one of the forms; the forms that have one language take the first of `languages` that a text has. */
export function exportCatalog(catalog: Catalog, format: ExportFormat, languages: readonly string[]): string {
  const preferred = languages.length > 0 ? languages : [catalog.language];
  switch (format) {
    case "yaml":
      return writeYamlCatalog(catalog);
    case "json":
      return writeJsonCatalog(catalog);
    case "markdown":
      return writeMarkdownCatalog(catalog, preferred);
    case "typescript":
      return writeTypeScriptCatalog(catalog, preferred);
    case "openapi":
      return writeOpenApiCatalog(catalog, preferred);
  }
}

/** The export format that `name` names. */
export function isExportFormat(name: string): name is ExportFormat {
  return exportFormats.some((format) => format === name);
}
