/** A module as the evaluator sees it: the one that is being read, or a summary. */
import type { FunctionExpression, SourceFile } from "../../../syntax/tree.ts";
import { once } from "../../../text/once.ts";
import { Lowering } from "../lower/lowering.ts";
import { type ModuleExports, readExports } from "../lower/read-exports.ts";
import { sendsErrorNames } from "../lower/sent-names.ts";
import { type CodeTables, codeTablesOf } from "../lower/tables-of-codes.ts";
import type { ModuleSummary, SymbolicAnswer, SymbolicValue } from "../module-summary.ts";

export interface ModuleView {
  readonly uri: string;
  /** What a name of the top level stands for; undefined where the module does not declare it. */
  binding(name: string): SymbolicValue | undefined;
  exports(): ModuleExports;
  /** How the function known by `owner` answers with what it is given. */
  answers(owner: number): readonly SymbolicAnswer[];
  /** Tables that may give codes their statuses. */
  codeTables(): CodeTables;
  /** Whether it answers with the names of errors as their codes. */
  sendsErrorNames(): boolean;
}

/** The view of a summary. */
export function viewOfSummary(summary: ModuleSummary): ModuleView {
  return {
    uri: summary.uri,
    binding: (name) => summary.bindings.get(name),
    exports: () => summary,
    answers: (owner) => summary.answers.get(owner) ?? [],
    codeTables: () => summary.codeTables,
    sendsErrorNames: () => summary.sendsErrorNames,
  };
}

/**
 * The view of a file whose tree is at hand: bindings are computed when they are asked for, and so is how a function
 * answers, by `readAnswers`.
 */
export function viewOfFile(
  file: SourceFile,
  uri: string,
  readAnswers: (node: FunctionExpression) => readonly SymbolicAnswer[],
): { readonly view: ModuleView; readonly lowering: Lowering } {
  const lowering = new Lowering(file, { keepsSources: true });
  const answers = new Map<number, readonly SymbolicAnswer[]>();
  const codeTables = once(() => codeTablesOf(file.text));
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
    answers(owner) {
      const known = answers.get(owner);
      if (known !== undefined) return known;
      const node = lowering.functions.get(owner);
      const read = node === undefined ? [] : readAnswers(node);
      answers.set(owner, read);
      return read;
    },
    codeTables,
    sendsErrorNames: once(() => sendsErrorNames(file.text)),
  };
  return { view, lowering };
}
