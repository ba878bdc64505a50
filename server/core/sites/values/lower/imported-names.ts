import type { ImportStatement } from "../../../syntax/tree.ts";
import type { Span } from "../../../text/span.ts";
import type { ImportedName } from "../module-summary.ts";

/** One name that an import statement binds. */
export interface LocalImport extends ImportedName {
  readonly local: string;
  readonly at: Span;
}

/**
 * The names that an import statement binds, those of types as well: a type may be a class. None while its specifier is
 * not written yet.
 */
export function importedNames(statement: ImportStatement): readonly LocalImport[] {
  const specifier = statement.specifier?.value;
  if (specifier === undefined) return [];
  return statement.bindings.map((binding) => ({
    local: binding.local,
    specifier,
    imported: binding.imported,
    at: binding,
  }));
}
