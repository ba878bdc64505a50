/** A module as the evaluator sees it: the one that is being read, or a summary. */
import type { SourceFile } from "../../../syntax/tree.ts";
import { Lowering } from "../lower/lowering.ts";
import { type ModuleExports, readExports } from "../lower/read-exports.ts";
import type { ModuleSummary, SymbolicValue } from "../module-summary.ts";

export interface ModuleView {
  readonly uri: string;
  /** What a name of the top level stands for; undefined where the module does not declare it. */
  binding(name: string): SymbolicValue | undefined;
  exports(): ModuleExports;
}

/** The view of a summary. */
export function viewOfSummary(summary: ModuleSummary): ModuleView {
  return {
    uri: summary.uri,
    binding: (name) => summary.bindings.get(name),
    exports: () => summary,
  };
}

/** The view of a file whose tree is at hand: bindings are computed when they are asked for. */
export function viewOfFile(file: SourceFile, uri: string): { readonly view: ModuleView; readonly lowering: Lowering } {
  const lowering = new Lowering(file, { keepsSources: true });
  let exported: ModuleExports | undefined;
  const view: ModuleView = {
    uri,
    binding(name) {
      const binding = lowering.scopes.module.names.get(name);
      return binding === undefined ? undefined : lowering.bound(binding, name, lowering.scopes.module);
    },
    exports() {
      exported ??= readExports(lowering);
      return exported;
    },
  };
  return { view, lowering };
}
