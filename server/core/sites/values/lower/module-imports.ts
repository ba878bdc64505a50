/** What a file imports, by `import` and by `require`. */
import type { SourceFile } from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import type { ImportedName } from "../module-summary.ts";
import type { Binding } from "./binding.ts";
import type { Lowering } from "./lowering.ts";

/** The imported names of the top level. */
export function importsOf(lowering: Lowering): ReadonlyMap<string, ImportedName> {
  const imports = new Map<string, ImportedName>();
  for (const [name, binding] of lowering.scopes.module.names) {
    const imported = importedBy(binding);
    if (imported !== undefined) imports.set(name, imported);
  }
  return imports;
}

/** The import behind a binding: `import { a }`, `const a = require("m")`, `const { a } = require("m")`. */
export function importedBy(binding: Binding): ImportedName | undefined {
  if (binding.kind === "import") return { specifier: binding.imported.specifier, imported: binding.imported.imported };
  if (binding.kind !== "variable" || binding.initializer === undefined) return undefined;
  const initializer = unwrapped(binding.initializer);
  const call = initializer.kind === "member" ? unwrapped(initializer.object) : initializer;
  if (call.kind !== "call" || call.callee.kind !== "identifier" || call.callee.name !== "require") return undefined;
  const specifier = call.arguments[0];
  if (specifier?.kind !== "string") return undefined;
  const names = binding.steps.flatMap((step) => (step.kind === "property" ? [step.name] : []));
  const path = initializer.kind === "member" ? [initializer.name, ...names] : names;
  const [first, ...more] = path;
  return more.length > 0 ? undefined : { specifier: specifier.value, imported: first ?? "=" };
}

/** Every module that a file names in its top-level statements. */
export function specifiersOf(file: SourceFile): readonly string[] {
  const found = new Set<string>();
  for (const statement of file.statements) {
    if (statement.kind === "import" || statement.kind === "export") {
      if (statement.specifier !== undefined) found.add(statement.specifier.value);
    } else if (statement.kind === "variable") {
      for (const { initializer } of statement.declarators) {
        const call = initializer === undefined ? undefined : unwrapped(initializer);
        if (call?.kind !== "call" || call.callee.kind !== "identifier" || call.callee.name !== "require") continue;
        const specifier = call.arguments[0];
        if (specifier?.kind === "string") found.add(specifier.value);
      }
    }
  }
  return [...found];
}
