import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { readSource } from "../../server/core/syntax/read-source.ts";
import type { Dialect } from "../../server/core/syntax/tree.ts";
import { checkTree } from "./tree-check.ts";

/** Texts to cut and to spoil: both fixtures, in pieces and whole. */
const TEXTS: readonly string[] = ["hard-places.txt", "half-typed.txt"].flatMap((name) => {
  const text = readFileSync(fileURLToPath(new URL(`../fixtures/syntax/${name}`, import.meta.url)), "utf8");
  return text.split(/^=== .*\n/m).map((part) => part.split("\n---\n")[0]?.replace("$0", "") ?? "");
});

const dialects = fc.constantFrom<Dialect>("ts", "tsx", "js", "jsx", "json");
const texts = fc.constantFrom(...TEXTS);
const pieces = fc.constantFrom(
  ..."( ) [ ] { } < > </ /> => ? : ; , . ?. ... ` ${ ' \" / // /* */ = == + ++ - ! @ # \\ \n \t as const let function class export import from enum if else for switch case return new async await yield type interface static get a b 1 0x 1n /re/ 'x' `y` <a> </a> <T>(x) =>".split(
    " ",
  ),
  " ",
  "\n",
  "\u2028",
  "\r\n",
  "\ud800",
  "é",
  "\0",
);

function check(text: string, dialect: Dialect): void {
  checkTree(readSource(text, dialect));
}

test("any truncation of a fixture keeps the structure sound", () => {
  fc.assert(
    fc.property(
      texts,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
      dialects,
      (text, share, tail, dialect) => {
        const cut = Math.floor(text.length * share);
        check(tail ? text.slice(cut) : text.slice(0, cut), dialect);
      },
    ),
    { numRuns: 1500 },
  );
});

test("any mutation of a fixture keeps the structure sound", () => {
  const places = fc.double({ min: 0, max: 1, noNaN: true });
  const edits = fc.array(fc.tuple(places, fc.nat(6), pieces), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(texts, edits, dialects, (text, changes, dialect) => {
      let changed = text;
      for (const [share, removed, inserted] of changes) {
        const place = Math.floor(changed.length * share);
        changed = changed.slice(0, place) + inserted + changed.slice(place + removed);
      }
      check(changed, dialect);
    }),
    { numRuns: 2500 },
  );
});

test("any row of pieces keeps the structure sound", () => {
  const rows = fc.array(pieces, { maxLength: 30 });
  fc.assert(
    fc.property(rows, fc.constantFrom("", " "), dialects, (row, between, dialect) => {
      check(row.join(between), dialect);
    }),
    { numRuns: 3000 },
  );
});

test("any text at all keeps the structure sound", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), dialects, check), { numRuns: 1500 });
});

test("reading twice gives the same structure", () => {
  fc.assert(
    fc.property(texts, dialects, (text, dialect) => {
      assert.deepEqual(readSource(text, dialect), readSource(text, dialect));
    }),
    { numRuns: 60 },
  );
});
