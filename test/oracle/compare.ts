/**
 * Compares our reader with oxc-parser: `node test/oracle/compare.ts [--first N] [--filter TEXT] PATH…`.
 *
 * Every file that oxc accepts is read by both. Prints the first differences and the totals; the exit code is 1 if there
 * are differences.
 */
import { parseArgs } from "node:util";
import { compareFile, filesIn } from "./compare-file.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { first: { type: "string", default: "20" }, filter: { type: "string", default: "" } },
});
const shown = Number(values.first);
const totals = { refused: 0, equal: 0, different: 0, facts: 0 };

for (const path of positionals) {
  for (const file of filesIn(path)) {
    const comparison = compareFile(file);
    totals[comparison.kind] += 1;
    if (comparison.kind === "refused") continue;
    totals.facts += comparison.facts;
    if (comparison.kind === "equal" || totals.different > shown) continue;
    if (!comparison.differences.some((line) => line.includes(values.filter))) continue;
    console.log(`${file}: ${comparison.differences.length} differences`);
    for (const line of comparison.differences.slice(0, 4)) console.log(`  ${line}`);
  }
}
const accepted = totals.equal + totals.different;
const share = (100 * totals.equal) / Math.max(1, accepted);
console.log(
  `${totals.equal} of ${accepted} accepted files agree (${share.toFixed(3)} %), ` +
    `${totals.facts} facts, ${totals.refused} files not accepted by oxc`,
);
process.exitCode = totals.different === 0 ? 0 : 1;
