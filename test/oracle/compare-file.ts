/** One file read by our reader and by oxc-parser, and what they disagree on. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import { dialectOf, isDocument } from "../../server/core/syntax/dialect.ts";
import { readSource } from "../../server/core/syntax/read-source.ts";
import type { Dialect, DocumentDialect } from "../../server/core/syntax/tree.ts";
import { factsOfOracle } from "./facts-of-oracle.ts";
import { factsOfOurs } from "./facts-of-ours.ts";

export type Comparison =
  /** oxc does not accept the file, or it is none of ours. */
  | { readonly kind: "refused" }
  | { readonly kind: "equal"; readonly facts: number }
  /** Each difference is a fact with `-` (missing in ours) or `+` (only in ours) before it, and the text at its place. */
  | { readonly kind: "different"; readonly facts: number; readonly differences: readonly string[] };

/** Compares all facts (calls, `new`, literals, keys, operators, imports, exports, classes) with their ranges. */
export function compareFile(path: string): Comparison {
  const text = readFileSync(path, "utf8");
  const dialect = dialectOf(path);
  if (dialect === undefined || text.length > 3_000_000) return { kind: "refused" };
  const program = oracleTree(path, text, dialect);
  if (program === undefined) return { kind: "refused" };
  const expected = factsOfOracle(program).flatMap((fact) => fact.split("\n"));
  const differences = differencesOf(expected, factsOfOurs(readSource(text, dialect)));
  const facts = expected.length;
  if (differences.length === 0) return { kind: "equal", facts };
  return { kind: "different", facts, differences: differences.map((line) => `${line}   ${excerpt(text, line)}`) };
}

/** The source files at or below `path`; installed packages are left out. */
export function* filesIn(path: string): Generator<string> {
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name === ".git" || entry.isSymbolicLink()) continue;
    const inner = join(path, entry.name);
    if (entry.isDirectory()) yield* filesIn(inner);
    else if (isProgram(dialectOf(entry.name))) yield inner;
  }
}

function isProgram(dialect: Dialect | undefined): dialect is Exclude<Dialect, DocumentDialect> {
  return dialect !== undefined && !isDocument(dialect);
}

function oracleTree(path: string, text: string, dialect: Dialect): unknown {
  if (!isProgram(dialect)) return undefined;
  const lang = path.endsWith(".d.ts") || path.endsWith(".d.mts") ? "dts" : dialect === "js" ? "jsx" : dialect;
  for (const sourceType of ["module", "script"] as const) {
    try {
      const result = parseSync(path, text, { lang, sourceType, preserveParens: true });
      if (result.errors.length === 0) return result.program;
    } catch {
      // A tree that oxc cannot hand over (a name with an escape inside an element) is one it did not accept.
    }
  }
  return undefined;
}

/** Lines that only one side has, sorted by place; `-` is missing in ours, `+` is only in ours. */
function differencesOf(expected: readonly string[], actual: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const fact of expected) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  for (const fact of actual) counts.set(fact, (counts.get(fact) ?? 0) - 1);
  const lines: string[] = [];
  for (const [fact, count] of counts) if (count !== 0) lines.push(`${count > 0 ? "-" : "+"} ${fact}`);
  return lines.sort((left, right) => placeOf(left) - placeOf(right));
}

function placeOf(line: string): number {
  return Number(/\d+/.exec(line)?.[0] ?? 0);
}

function excerpt(text: string, line: string): string {
  const start = placeOf(line);
  const lineNumber = text.slice(0, start).split("\n").length;
  return `@${lineNumber} ${JSON.stringify(text.slice(start, start + 60))}`;
}
