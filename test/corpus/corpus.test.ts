import assert from "node:assert/strict";
import { test } from "node:test";
import { readCorpora } from "./labelled-code.ts";
import { addScores, noScore, type Score, scoreCorpus } from "./scoring.ts";

/** What labelled code has to be seen rightly, in percent; `node test/corpus/score.ts` prints where it is not. */
const floors = { right: 97, rightAcross: 93, ofOneIdiom: 75 };
/** How many silent lines may fire and how many of the sites found may be false, in percent. */
const ceilings = { fired: 1, falseSites: 1 };

const corpora = readCorpora();
const scores = new Map<string, Score>();
for (const corpus of corpora) scores.set(corpus.name, await scoreCorpus(corpus));
const total = [...scores.values()].reduce(addScores, noScore);

test("the corpus is large enough to tell something", () => {
  const idioms = corpora.filter(({ name }) => !name.includes("negatives"));
  assert.ok(total.labels >= 400, `${total.labels} labelled sites`);
  assert.ok(total.negatives >= 200, `${total.negatives} silent lines`);
  assert.ok(total.across * 4 >= total.labels, `${total.across} sites with values from another file`);
  for (const { name } of idioms) assert.ok((scores.get(name)?.labels ?? 0) >= 8, name);
});

test("status and code of labelled sites are both right", (context) => {
  context.diagnostic(
    `${percent(total.right, total.labels)} of ${total.labels} sites, ${percent(total.rightAcross, total.across)} of ${total.across} across files`,
  );
  assert.ok(share(total.right, total.labels) >= floors.right, total.misses.join("\n"));
  assert.ok(share(total.rightAcross, total.across) >= floors.rightAcross, total.misses.join("\n"));
  for (const [name, { right, labels, misses }] of scores)
    assert.ok(labels === 0 || share(right, labels) >= floors.ofOneIdiom, `${name}:\n${misses.join("\n")}`);
});

test("what is no error site is left alone", (context) => {
  context.diagnostic(
    `${total.fired} of ${total.negatives} silent lines fire, ${total.falseSites} of ${total.sites} sites are false`,
  );
  assert.ok(share(total.fired, total.negatives) <= ceilings.fired, total.alarms.join("\n"));
  assert.ok(share(total.falseSites, total.sites) <= ceilings.falseSites, total.alarms.join("\n"));
});

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

function percent(part: number, whole: number): string {
  return `${share(part, whole).toFixed(1)} %`;
}
