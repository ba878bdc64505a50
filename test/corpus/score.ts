/** Prints how much of the labelled code is seen rightly: `node test/corpus/score.ts [IDIOM…]`. */
import { readCorpora } from "./labelled-code.ts";
import { addScores, noScore, type Score, scoreCorpus } from "./scoring.ts";

const words = process.argv.slice(2);
const corpora = readCorpora().filter(({ name }) => words.length === 0 || words.includes(name));
let total = noScore;
const rows: string[] = [];
for (const corpus of corpora) {
  const score = await scoreCorpus(corpus);
  total = addScores(total, score);
  rows.push(row(corpus.name, score));
}
for (const line of [...total.misses, ...total.alarms]) process.stdout.write(`${line}\n`);
process.stdout.write(
  `${["idiom".padEnd(24), "labels", "seen", "right", "across", "sites", "false", "silent", "fired"].join("\t")}\n`,
);
for (const line of [...rows, row("all", total)]) process.stdout.write(`${line}\n`);

function row(name: string, score: Score): string {
  return [
    name.padEnd(24),
    score.labels,
    percent(score.seen, score.labels),
    percent(score.right, score.labels),
    percent(score.rightAcross, score.across),
    score.sites,
    score.falseSites,
    score.negatives,
    score.fired,
  ].join("\t");
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}
