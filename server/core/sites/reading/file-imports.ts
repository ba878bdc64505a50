/** Which packages a file names where it imports or requires something. */
import type { SourceFile } from "../../syntax/tree.ts";

/** Whether the file imports a module whose name fits. */
export function importsOneOf(file: SourceFile, name: RegExp): boolean {
  return specifiersIn(file).some((specifier) => name.test(specifier));
}

/** A file is asked about many times. */
const known = new WeakMap<SourceFile, readonly string[]>();

function specifiersIn(file: SourceFile): readonly string[] {
  const kept = known.get(file);
  if (kept !== undefined) return kept;
  const written = file.text.matchAll(/(?:\bfrom|\bimport|\brequire\()\s*(["'])((?:npm:|jsr:)?[\w@./:-]+)\1/g);
  const specifiers = [...written].map(([, , specifier = ""]) => specifier.replace(/^(?:npm|jsr):/, ""));
  known.set(file, specifiers);
  return specifiers;
}
