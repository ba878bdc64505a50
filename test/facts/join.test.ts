import { deepStrictEqual } from "node:assert/strict";
import { test } from "node:test";
import type { Verdict } from "../../server/core/facts/model.ts";
import { applicableVerdicts, verdictsThatCount } from "../../server/core/facts/verdicts.ts";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";

const one = `id: one
title: First API
language: en
envelopes: [{ id: one, code: error.code, required: [error.code] }]
statuses: { 4xx: { title: Any }, 404: { title: Not Found } }
codes:
  SHARED: { status: 409 }
  1001: { status: 400 }
`;
const two = `id: two
title: Second API
language: en
envelopes:
  - { id: two, code: fault, required: [fault] }
  - { id: system, code: status, required: [status, reason], codeHolds: http-status }
codes:
  SHARED: { status: 410 }
  OTHER: { status: 410 }
`;

async function factOf(source: string) {
  const { workspace } = memoryWorkspace({
    "error-code-insight.json": `{ "catalogs": ["one.yaml", "two.yaml"] }`,
    "one.yaml": one,
    "two.yaml": two,
    "a.ts": source,
  });
  const [fact] = (await workspace.analyse(uriOf("a.ts")))?.facts ?? [];
  if (fact === undefined) throw new Error("no error site in this source");
  return fact;
}

/** `catalog envelope code`: what a verdict says, in a line. */
function said({ scoped, envelope, code }: Verdict): string {
  const codes = code.kind === "known" ? code.entries.map((entry) => entry.code) : [];
  const unknown = code.kind === "none" ? [] : code.unknown.map(({ value }) => `?${value}`);
  return [scoped.catalog.id, envelope.kind, code.kind, ...codes, ...unknown].join(" ");
}

test("every catalog in scope says what it knows of a site", async () => {
  const fact = await factOf(`res.status(409).json({ error: { code: "SHARED" } });`);
  deepStrictEqual(fact.verdicts.map(said), ["one fits known SHARED", "two differs known SHARED"]);
  deepStrictEqual(verdictsThatCount(fact).map(said), ["one fits known SHARED"]);
});

test("without a body all catalogs that know the code count", async () => {
  const fact = await factOf(`throw new ApiError({ code: "SHARED", status: 409 });`);
  deepStrictEqual(verdictsThatCount(fact).map(said), ["one unknown known SHARED", "two unknown known SHARED"]);
});

test("known and unknown values of one code are kept apart", async () => {
  const fact = await factOf(`res.status(410).json({ code: flag ? "OTHER" : "OTHR" });`);
  deepStrictEqual(fact.verdicts.map(said), ["one differs unknown ?OTHER ?OTHR", "two differs known OTHER ?OTHR"]);
});

test("a code under a name that only the catalog knows is found by its envelope", async () => {
  const fact = await factOf(`res.status(410).json({ fault: "OTHER" });`);
  deepStrictEqual(fact.verdicts.map(said), ["one differs unknown ?OTHER", "two fits known OTHER"]);
  deepStrictEqual(fact.site.code?.values[0]?.value, "OTHER");
});

test("a text is not a number", async () => {
  const text = await factOf(`res.status(400).json({ error: { code: "1001" } });`);
  const number = await factOf(`res.status(400).json({ error: { code: 1001 } });`);
  deepStrictEqual(text.verdicts.map(said)[0], "one fits unknown ?1001");
  deepStrictEqual(number.verdicts.map(said)[0], "one fits known 1001");
});

test("what an envelope calls its status is no code", async () => {
  const fact = await factOf(`res.status(400).json({ status: 400, reason: "No" });`);
  deepStrictEqual(fact.verdicts.map(said)[1], "two fits none");
});

test("statuses come with all entries that hold them, and a site without code belongs to whom its body fits", async () => {
  const fact = await factOf(`res.status(404).json({ error: { code: unknownYet() } });`);
  deepStrictEqual(
    fact.verdicts.map(({ statuses }) => statuses.map(({ title }) => title)),
    [["Any", "Not Found"], []],
  );
  deepStrictEqual(applicableVerdicts(fact).map(said), ["one fits none"]);
});
