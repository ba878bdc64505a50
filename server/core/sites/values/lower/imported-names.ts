import type { ImportStatement } from "../../../syntax/tree.ts";
import type { Span } from "../../../text/span.ts";
import type { ImportedName } from "../module-summary.ts";

/** One name that an import statement binds. */
export interface LocalImport extends ImportedName {
  readonly local: string;
  readonly at: Span;
  /** Names of types have no value at run time. */
  readonly typeOnly: boolean;
}

/** The names that an import statement binds; none while its specifier is not written yet. */
export function importedNames(statement: ImportStatement): readonly LocalImport[] {
  const specifier = statement.specifier?.value;
  if (specifier === undefined) return [];
  return statement.bindings.map((binding) => ({
    local: binding.local,
    specifier,
    imported: binding.imported,
    at: binding,
    typeOnly: statement.typeOnly || binding.typeOnly,
  }));
}
