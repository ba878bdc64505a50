/**
 * Compares our reader with oxc-parser: `node compare.ts [--first N] [--filter TEXT] PATH…`.
 *
 * Every file that oxc accepts is read by both; a file agrees when all facts (calls, `new`, literals, keys, operators,
 * imports, exports, classes and so on, with their ranges) are the same. Prints the first differences and the totals;
 * the exit code is 1 if there are differences.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseSync } from "oxc-parser";
import { dialectOf } from "../../server/core/syntax/dialect.ts";
import { readSource } from "../../server/core/syntax/read-source.ts";
import type { Dialect } from "../../server/core/syntax/tree.ts";
import { factsOfOracle } from "./facts-of-oracle.ts";
import { factsOfOurs } from "./facts-of-ours.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { first: { type: "string", default: "20" }, filter: { type: "string", default: "" } },
});
const shown = Number(values.first);
const totals = { files: 0, refusedByOracle: 0, equal: 0, different: 0, facts: 0 };

for (const path of positionals) for (const file of filesIn(path)) compare(file);
const share = (100 * totals.equal) / Math.max(1, totals.equal + totals.different);
console.log(
  `${totals.equal} of ${totals.equal + totals.different} accepted files agree (${share.toFixed(3)} %), ` +
    `${totals.facts} facts, ${totals.refusedByOracle} files not accepted by oxc`,
);
process.exitCode = totals.different === 0 ? 0 : 1;

function* filesIn(path: string): Generator<string> {
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name === ".git" || entry.isSymbolicLink()) continue;
    const inner = join(path, entry.name);
    if (entry.isDirectory()) yield* filesIn(inner);
    else if (dialectOf(entry.name) !== undefined && dialectOf(entry.name) !== "json") yield inner;
  }
}

function compare(path: string): void {
  const text = readFileSync(path, "utf8");
  const dialect = dialectOf(path);
  if (dialect === undefined || text.length > 3_000_000) return;
  totals.files += 1;
  const program = oracleTree(path, text, dialect);
  if (program === undefined) {
    totals.refusedByOracle += 1;
    return;
  }
  const expected = factsOfOracle(program).flatMap((fact) => fact.split("\n"));
  const actual = factsOfOurs(readSource(text, dialect));
  totals.facts += expected.length;
  const differences = differencesOf(expected, actual);
  if (differences.length === 0) {
    totals.equal += 1;
    return;
  }
  totals.different += 1;
  if (totals.different > shown || !differences.some((line) => line.includes(values.filter))) return;
  console.log(`${path}: ${differences.length} differences`);
  for (const line of differences.slice(0, 4)) console.log(`  ${line}   ${excerpt(text, line)}`);
}

function oracleTree(path: string, text: string, dialect: Dialect): unknown {
  const lang = path.endsWith(".d.ts") || path.endsWith(".d.mts") ? "dts" : dialect === "js" ? "jsx" : dialect;
  if (lang === "json") return undefined;
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
