import type { Catalog } from "../catalog/model.ts";
import { writeYamlCatalog } from "../catalog/write/write-catalog.ts";
import { importRemarks } from "../references/import-remarks.ts";
import { runCatalogRules } from "../rules/run-rules.ts";
import type { Problem } from "../text/problem.ts";

/** A catalog that was made from documents. */
export interface ImportedCatalog {
  readonly kind: "imported";
  readonly catalog: Catalog;
  /** What the readers and the rules for catalogs say of it. */
  readonly problems: readonly Problem[];
  /** The catalog as a file of its own format, remarks telling whence each entry comes. */
  readonly text: string;
}

/** A catalog of documents, with what the rules for catalogs say of it and its text in our format. */
export function importedCatalog(
  catalog: Catalog,
  read: readonly Problem[],
  textOf: (uri: string) => string | undefined,
): ImportedCatalog {
  const text = textOf(catalog.uri) ?? "";
  const findings = runCatalogRules({ catalog, uri: catalog.uri, text, problems: read, levels: new Map() });
  const problems = findings.map(({ rule, severity, message, span }) => ({ code: rule, severity, message, span }));
  return { kind: "imported", catalog, problems, text: writeYamlCatalog(catalog, importRemarks(catalog, textOf)) };
}
