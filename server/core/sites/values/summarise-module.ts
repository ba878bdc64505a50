import type { SourceFile } from "../../syntax/tree.ts";
import { mayAnswer } from "./answers/may-answer.ts";
import { mayTell } from "./answers/may-tell.ts";
import { type AnswerSource, createAnswerReader } from "./answers/read-answers.ts";
import { Lowering } from "./lower/lowering.ts";
import { importsOf, specifiersOf } from "./lower/module-imports.ts";
import { readExports } from "./lower/read-exports.ts";
import { sendsErrorNames } from "./lower/sent-names.ts";
import { codeTablesOf } from "./lower/tables-of-codes.ts";
import type { ModuleSummary, SymbolicAnswer, SymbolicValue } from "./module-summary.ts";
import { createValueService } from "./value-service-for-file.ts";

/** What `file` is worth to other files. Never throws; of what cannot be read nothing is known. */
export function summariseModule(file: SourceFile, uri: string): ModuleSummary {
  const lowering = new Lowering(file);
  const { module } = lowering.scopes;
  const bindings = new Map<string, SymbolicValue>();
  for (const [name, binding] of module.names) bindings.set(name, lowering.bound(binding, name, module));
  const exported = readExports(lowering);
  const answers = answersOf({ file, uri, lowering });
  const codeTables = codeTablesOf(file.text);
  return {
    uri,
    bindings,
    imports: importsOf(lowering),
    specifiers: specifiersOf(file),
    answers,
    codeTables,
    sendsErrorNames: sendsErrorNames(file.text),
    ...exported,
  };
}

/** The answers of all functions that were looked into, as far as they can be seen from this file alone. */
function answersOf(source: Omit<AnswerSource, "values">): ModuleSummary["answers"] {
  const { file, uri, lowering } = source;
  const found = new Map<number, readonly SymbolicAnswer[]>();
  const nodes = [...lowering.functions].filter(([, node]) => mayAnswer(node, file.text) || mayTell(node, file.text));
  if (nodes.length === 0) return found;
  const values = createValueService({ file, uri, modules: { module: () => "absent" } });
  const read = createAnswerReader({ ...source, values });
  for (const [owner, node] of nodes) {
    const answers = read(node);
    if (answers.length > 0) found.set(owner, answers);
  }
  return found;
}
