import { ok } from "node:assert";
import { describe, it } from "node:test";
import fc from "fast-check";
import { WordFilter } from "../../server/core/workspace/word-filter.ts";

const word = fc.stringMatching(/^[A-Za-z_$][\w$]{0,30}$/);
const between = fc.constantFrom(" ", "\n", ".", "({", "\u00a0", "é", ";", "'");

describe("the words of a text", () => {
  it("has every word that is there, whatever stands around it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(between, word)), word, (before, last) => {
        const filter = new WordFilter(`${before.flat().join("")}\n${last}`);
        for (const [, one] of before) ok(filter.mayHave(one), one);
        ok(filter.mayHave(last), last);
      }),
    );
  });

  it("says no to most of the words that are not there", () => {
    const filter = new WordFilter(Array.from({ length: 500 }, (_, index) => `name${index}`).join(" "));
    const others = Array.from({ length: 1000 }, (_, index) => `other${index}`);
    ok(others.filter((name) => filter.mayHave(name)).length < 100);
  });

  it("says nothing of names that it does not know as words", () => {
    ok(new WordFilter("").mayHave("größe"));
    ok(!new WordFilter("größe").mayHave("name"));
  });
});
