/** The canonical codes, held against their numbers, which are one unbroken row. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { builtIn } from "./built-in.ts";

test("every summary tells the code's number, 0 to 16, each once", () => {
  const numbers = builtIn("google-rpc").codes.map(({ code, summary }) => {
    const told = /^Number (\d+)\. /u.exec(summary?.get("en") ?? "");
    assert.ok(told, `${code} does not tell its number`);
    return Number(told[1]);
  });
  assert.deepEqual(
    [...numbers].sort((left, right) => left - right),
    Array.from({ length: 17 }, (_, number) => number),
  );
});

test("every status of a code has an entry, and every entry a code", () => {
  const { codes, statuses } = builtIn("google-rpc");
  const used = new Set(codes.flatMap((entry) => entry.statuses));
  assert.deepEqual(
    statuses.map(({ status }) => status.from),
    [...used].sort((left, right) => left - right),
  );
});
