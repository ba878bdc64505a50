import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import fc from "fast-check";
import { completeBySchema, type SchemaCompletion } from "../../server/core/catalog/schema-completion.ts";
import { asSchema, type JsonSchema } from "../../server/core/catalog/schema-walk.ts";
import type { DataFormat } from "../../server/core/text/data-node.ts";
import { fixtureText } from "../support/catalog-fixture.ts";

function schemaNamed(name: string): JsonSchema {
  const schema = asSchema(JSON.parse(readFileSync(new URL(`../../catalogs/${name}`, import.meta.url), "utf8")));
  if (schema === undefined) throw new Error(`${name} is no schema`);
  return schema;
}

const catalog = schemaNamed("catalog.schema.json");
const configuration = schemaNamed("configuration.schema.json");

interface Completed {
  readonly text: string;
  readonly items: readonly SchemaCompletion[];
}

/** What is offered at `$0`. */
function complete(schema: JsonSchema, format: DataFormat, marked: string): Completed {
  const offset = marked.indexOf("$0");
  if (offset < 0) throw new Error("no cursor");
  const text = marked.slice(0, offset) + marked.slice(offset + 2);
  return { text, items: completeBySchema({ schema, text, format, offset }) };
}

function labels({ items }: Completed): string {
  return items.map(({ label }) => label).join(" ");
}

/** The whole text after `label` is accepted, the cursor behind it. */
function accept({ text, items }: Completed, label: string): string {
  const item = items.find((one) => one.label === label);
  if (item === undefined) throw new Error(`${label} is not among ${items.map((one) => one.label).join(" ")}`);
  return `${text.slice(0, item.span.start)}${item.insertText}$0${text.slice(item.span.end)}`;
}

const top =
  "$schema id title language summary homepage provenance general complete messages codeType evidence envelopes statuses codes policies samples";
const codeKeys =
  "status message messages title summary cause fix meanings retry alert tags methods parent confusedWith headers limits deprecated replacement link";
const advices = "no yes backoff after-fix after-delay check-first";
const concerns = "rate-limit quota unauthenticated business-failure most-specific other";

function without(keys: string, ...present: readonly string[]): string {
  return keys
    .split(" ")
    .filter((key) => !present.includes(key))
    .join(" ");
}

interface Case {
  readonly text: string;
  /** All that is offered, in its order. */
  readonly offers: string;
  readonly accepted?: readonly [label: string, text: string];
}

const yamlCases: readonly Case[] = [
  { text: "$0", offers: top, accepted: ["codes", "codes:\n  $0"] },
  {
    text: "id: a\n$0\ntitle: A\n",
    offers: without(top, "id", "title"),
    accepted: ["language", "id: a\nlanguage: $0\ntitle: A\n"],
  },
  { text: "id: a\nenv$0", offers: without(top, "id"), accepted: ["envelopes", "id: a\nenvelopes:\n  - $0"] },
  { text: "codes:\n  FOO:\n    sta$0", offers: codeKeys, accepted: ["status", "codes:\n  FOO:\n    status: $0"] },
  {
    text: "codes:\n  FOO:\n    $0\n  BAR:\n    status: 400\n",
    offers: codeKeys,
    accepted: ["tags", "codes:\n  FOO:\n    tags:\n      - $0\n  BAR:\n    status: 400\n"],
  },
  {
    text: "codes:\n  FOO:\n    status: 409\n    r$0\n    cause: x\n",
    offers: without(codeKeys, "status", "cause"),
    accepted: ["retry", "codes:\n  FOO:\n    status: 409\n    retry: $0\n    cause: x\n"],
  },
  {
    text: "codes:\n  FOO:\n    sta$0tus: 409\n",
    offers: codeKeys,
    accepted: ["summary", "codes:\n  FOO:\n    summary$0: 409\n"],
  },
  {
    text: "codes:\n  - code: FOO\n    $0",
    offers: codeKeys,
    accepted: ["link", "codes:\n  - code: FOO\n    link: $0"],
  },
  { text: "codes:\n  - $0", offers: `code ${codeKeys}` },
  {
    text: "codes:\n  FOO: { status: 409, re$0 }",
    offers: without(codeKeys, "status"),
    accepted: ["retry", "codes:\n  FOO: { status: 409, retry: $0 }"],
  },
  { text: "codes:\n  FOO: { $0", offers: codeKeys, accepted: ["headers", "codes:\n  FOO: { headers: $0"] },
  {
    text: "codes:\n  FOO:\n    retry: $0",
    offers: advices,
    accepted: ["after-fix", "codes:\n  FOO:\n    retry: after-fix$0"],
  },
  { text: "codes:\n  FOO:\n    retry:$0\n", offers: advices, accepted: ["no", "codes:\n  FOO:\n    retry: no$0\n"] },
  {
    text: "codes:\n  FOO:\n    retry: after-$0\n    status: 409\n",
    offers: advices,
    accepted: ["after-delay", "codes:\n  FOO:\n    retry: after-delay$0\n    status: 409\n"],
  },
  {
    text: 'codes:\n  FOO: { retry: "b$0" }',
    offers: advices,
    accepted: ["backoff", "codes:\n  FOO: { retry: backoff$0 }"],
  },
  {
    text: "codes:\n  FOO:\n    retry:\n      $0",
    offers: `advice note ${advices}`,
    accepted: ["advice", "codes:\n  FOO:\n    retry:\n      advice: $0"],
  },
  { text: "codes:\n  FOO:\n    retry: { advice: $0 }", offers: advices },
  {
    text: "codes:\n  FOO:\n    headers: { Allow: m$0 }",
    offers: "must should may",
    accepted: ["must", "codes:\n  FOO:\n    headers: { Allow: must$0 }"],
  },
  {
    text: "codes:\n  FOO:\n    deprecated: $0",
    offers: "true false",
    accepted: ["true", "codes:\n  FOO:\n    deprecated: true$0"],
  },
  {
    text: "policies:\n  - concern: $0\n    use: [429]\n",
    offers: concerns,
    accepted: ["rate-limit", "policies:\n  - concern: rate-limit$0\n    use: [429]\n"],
  },
  { text: "policies:\n  - use: [429]\n    $0", offers: "concern never level summary authority exceptions" },
  { text: "policies:\n  - use: [429]\n  - $0\n", offers: "concern use never level summary authority exceptions" },
  { text: "statuses:\n  2xx:\n    body: $0", offers: "none allowed" },
  {
    text: "statuses:\r\n  404:\r\n    avoid:\r\n      - wh$0\r\n",
    offers: "when instead",
    accepted: ["instead", "statuses:\r\n  404:\r\n    avoid:\r\n      - instead: $0\r\n"],
  },
  { text: "evidence:\n  hosts: [a.example]\n  $0\n", offers: "dependencies codes" },
  { text: "# co$0", offers: "" },
  { text: "title: some t$0", offers: "" },
  { text: "summary: |\n  co$0\n", offers: "" },
  { text: "codes:\n  $0", offers: "" },
  { text: "tags: 'x'\n$0", offers: top },
  { text: "title: { $0 }", offers: "" },
  { text: "nothing:\n  known: $0", offers: "" },
  { text: "__proto__:\n  $0", offers: "" },
];

for (const { text, offers, accepted } of yamlCases) {
  test(`YAML: ${JSON.stringify(text)}`, () => {
    const completed = complete(catalog, "yaml", text);
    strictEqual(labels(completed), offers);
    if (accepted !== undefined) strictEqual(accept(completed, accepted[0]), accepted[1]);
  });
}

const severities = "off error warning information info hint";
const roles = "status code message headers body ignore";

const jsonCases: readonly Case[] = [
  {
    text: "{ $0 }",
    offers: "$schema catalogs rules overrides exclude wrappers",
    accepted: ["rules", '{ "rules": $0 }'],
  },
  {
    text: '{ "catalogs": [], "r$0" }',
    offers: "$schema rules overrides exclude wrappers",
    accepted: ["rules", '{ "catalogs": [], "rules": $0 }'],
  },
  {
    text: '{ "catalogs": [], ru$0',
    offers: "$schema rules overrides exclude wrappers",
    accepted: ["rules", '{ "catalogs": [], "rules": $0'],
  },
  {
    text: '{ "rul$0": {}, "exclude": [] }',
    offers: "$schema catalogs rules overrides wrappers",
    accepted: ["rules", '{ "rules"$0: {}, "exclude": [] }'],
  },
  {
    text: '{ "rules": { "unknown-code": $0 } }',
    offers: severities,
    accepted: ["off", '{ "rules": { "unknown-code": "off"$0 } }'],
  },
  {
    text: '{ "rules": { "unknown-code": "o$0" } }',
    offers: severities,
    accepted: ["off", '{ "rules": { "unknown-code": "off"$0 } }'],
  },
  {
    text: '{ "rules": { "unknown-code": "o$0\n} }',
    offers: severities,
    accepted: ["off", '{ "rules": { "unknown-code": "off"$0\n} }'],
  },
  { text: '{ "rules": { "team/own": $0 } }', offers: severities },
  {
    text: '{ "wrappers": [{ "callee": "f", "args": ["status", $0] }] }',
    offers: roles,
    accepted: ["code", '{ "wrappers": [{ "callee": "f", "args": ["status", "code"$0] }] }'],
  },
  {
    text: '{ "wrappers": [{ "callee": "f", $0 }] }',
    offers: "args properties",
    accepted: ["args", '{ "wrappers": [{ "callee": "f", "args": $0 }] }'],
  },
  { text: '{ "wrappers": [{ "callee": "f", "properties": { "x": $0', offers: roles },
  { text: '{ "overrides": [{ "files": ["a"] }, {\n  // later\n  $0\n}] }', offers: "files catalogs rules" },
  {
    text: '{ "catalogs": [{ "$0" }] }',
    offers: "path id title language",
    accepted: ["id", '{ "catalogs": [{ "id": $0 }] }'],
  },
  { text: "{ // $0\n }", offers: "" },
  {
    text: '{ "catalogs": []$0 }',
    offers: "$schema rules overrides exclude wrappers",
    accepted: ["rules", '{ "catalogs": [], "rules": $0 }'],
  },
  {
    text: '{ "catalogs": []\n  "r$0" }',
    offers: "$schema rules overrides exclude wrappers",
    accepted: ["rules", '{ "catalogs": []\n  , "rules": $0 }'],
  },
  { text: '{ "exclude": ["a" $0] }', offers: "" },
  { text: '{ "catalogs": ["$0"] }', offers: "" },
  { text: '{ "catalogs": [] }$0', offers: "" },
  { text: "$0", offers: "" },
];

for (const { text, offers, accepted } of jsonCases) {
  test(`JSON: ${JSON.stringify(text)}`, () => {
    const completed = complete(configuration, "json", text);
    strictEqual(labels(completed), offers);
    if (accepted !== undefined) strictEqual(accept(completed, accepted[0]), accepted[1]);
  });
}

test("each offer says what it is", () => {
  const keys = complete(catalog, "yaml", "codes:\n  FOO:\n    $0").items;
  deepStrictEqual(
    keys.filter(({ documentation }) => documentation === undefined),
    [],
  );
  deepStrictEqual(
    [keys[0]?.kind, keys[0]?.documentation],
    ["property", "The HTTP statuses that this code may come with: one, or a list of all."],
  );
  const words = complete(catalog, "yaml", "codes:\n  FOO:\n    retry: $0").items;
  deepStrictEqual([words[0]?.kind, words[0]?.documentation], ["value", "The same request will fail again."]);
});

test("every accepted key of the full catalog is offered where it stands", () => {
  const text = fixtureText("full.yaml");
  const keyLines = [...text.matchAll(/^( +(?:- )?)([a-z]\w*):(?= |$)/gim)];
  // Statuses, codes and headers are the catalog's own names; everything else stands in the schema.
  const own = new Set(["FORBIDDEN", "GENERAL", "no", "5XX"]);
  const checked = keyLines.filter(([, , key = ""]) => !own.has(key));
  for (const found of checked) {
    const [, lead = "", key = ""] = found;
    const offset = found.index + lead.length + 1;
    const items = completeBySchema({ schema: catalog, text, format: "yaml", offset });
    strictEqual(
      items.some(({ label }) => label === key),
      true,
      `${key} at ${offset}`,
    );
  }
  strictEqual(checked.length > 50, true);
});

test("anywhere in any half of a catalog there is an answer, with its place around the cursor", () => {
  const sources = [
    [catalog, "yaml", fixtureText("full.yaml")],
    [configuration, "json", fixtureText("full-configuration.json")],
  ] as const;
  const place = fc.tuple(
    fc.constantFrom(...sources),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(place, ([[schema, format, whole], share, cut]) => {
      const text = whole.slice(0, Math.floor(whole.length * cut));
      const offset = Math.floor(text.length * share);
      for (const { span, label } of completeBySchema({ schema, text, format, offset })) {
        strictEqual(
          0 <= span.start && span.start <= offset && offset <= span.end && span.end <= text.length,
          true,
          label,
        );
      }
    }),
    { numRuns: 300 },
  );
});
