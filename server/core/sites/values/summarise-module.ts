import type { SourceFile } from "../../syntax/tree.ts";
import { Lowering } from "./lower/lowering.ts";
import { importsOf, specifiersOf } from "./lower/module-imports.ts";
import { readExports } from "./lower/read-exports.ts";
import type { ModuleSummary, SymbolicValue } from "./module-summary.ts";

/** What `file` is worth to other files. Never throws; of what cannot be read nothing is known. */
export function summariseModule(file: SourceFile, uri: string): ModuleSummary {
  const lowering = new Lowering(file);
  const { module } = lowering.scopes;
  const bindings = new Map<string, SymbolicValue>();
  for (const [name, binding] of module.names) bindings.set(name, lowering.bound(binding, name, module));
  return { uri, bindings, imports: importsOf(lowering), specifiers: specifiersOf(file), ...readExports(lowering) };
}
