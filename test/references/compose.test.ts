import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Catalog, CodeEntry } from "../../server/core/catalog/model.ts";
import { readCatalog } from "../../server/core/catalog/read-catalog.ts";
import { composeCatalog } from "../../server/core/references/compose/compose-catalog.ts";
import type { DraftSource } from "../../server/core/references/compose/to-entry.ts";
import { readReference } from "../../server/core/references/read-reference.ts";

const page = `# Errors

| Code | HTTP status | Description |
| --- | --- | --- |
| \`session.not_found\` | 404 | The session does not exist any more |
| \`session.expired\` | 401 | The session lasted too long |
| \`user.not_found\` | 404 | There is no such user |
| \`QUOTA_EXCEEDED\` | 429 | The quota is used up |
`;

const statuses = `export const statusByCode = {
  "session.not_found": 404,
  "session.expired": 440,
  "user.not_found": 404,
  QUOTA_EXCEEDED: 403,
} as const;
`;

const english = JSON.stringify({
  errors: {
    session: { not_found: "Session not found", expired: "Session expired at {{time}}" },
    user: { not_found: "User not found" },
    quotaExceeded: "Too much for your plan",
    unexpected: "Something else happened",
  },
});

const ukrainian = JSON.stringify({
  errors: {
    session: { not_found: "Сеанс не знайдено", expired: "Сеанс закінчився о {{time}}" },
    user: { not_found: "Користувача не знайдено" },
  },
});

describe("a catalog of several documents", () => {
  test("texts go to the codes that are known, translations to their languages", () => {
    const catalog = composed({
      "docs/errors.md": page,
      "locales/en/errors.json": english,
      "locales/uk/errors.json": ukrainian,
    });
    assert.equal(catalog.language, "en");
    assert.deepEqual(catalog.codes.map(told), [
      'session.not_found 404 "Session not found" en=The session does not exist any more uk=Сеанс не знайдено',
      'session.expired 401 "Session expired at {{time}}" en=The session lasted too long uk=Сеанс закінчився о {{time}}',
      'user.not_found 404 "User not found" en=There is no such user uk=Користувача не знайдено',
      'QUOTA_EXCEEDED 429 "Too much for your plan" en=The quota is used up',
    ]);
  });

  test("texts alone make a catalog, the first language leading", () => {
    const catalog = composed({ "locales/en/errors.json": english, "locales/uk/errors.json": ukrainian });
    assert.deepEqual(
      catalog.codes.map(told),
      [
        'unexpected  "Something else happened"',
        'quotaExceeded  "Too much for your plan"',
        'session.not_found  "Session not found" en=Session not found uk=Сеанс не знайдено',
        'session.expired  "Session expired at {{time}}" en=Session expired at {{time}} uk=Сеанс закінчився о {{time}}',
        'user.not_found  "User not found" en=User not found uk=Користувача не знайдено',
      ].toSorted(byOrderIn(catalog)),
    );
  });

  test("each of three sources that contradict the first is named, with its place", () => {
    const yaml = "errors:\n  session.expired: { status: 419 }\n  QUOTA_EXCEEDED: { status: 429 }\n";
    const files = { "docs/errors.md": page, "src/statuses.ts": statuses, "errors.yaml": yaml };
    const catalog = composed(files);
    const conflicts = catalog.conflicts.map(({ code, sides }) => [
      code,
      ...sides.map(({ uri, span, statuses: own }) => {
        const text = files[uri.slice("file:///project/".length) as keyof typeof files];
        return `${text.slice(span.start, span.end)} ${own.join("|")}`;
      }),
    ]);
    assert.deepEqual(conflicts, [
      ["session.expired", "session.expired 401", '"session.expired" 440'],
      ["session.expired", "session.expired 401", "session.expired 419"],
      ["QUOTA_EXCEEDED", "QUOTA_EXCEEDED 429", "QUOTA_EXCEEDED 403"],
    ]);
    const expired = catalog.codes.find(({ code }) => code === "session.expired");
    assert.deepEqual(expired?.statuses, [401, 440, 419]);
    assert.deepEqual(
      expired?.alsoIn?.map(({ uri }) => uri),
      ["file:///project/src/statuses.ts", "file:///project/errors.yaml"],
    );
  });

  test("a catalog of the own format leads and keeps its policies", () => {
    const text = `id: shop
title: Shop
language: en
codes:
  session.expired: { status: 401, summary: Sign in again }
policies:
  - { concern: rate-limit, use: [429], never: [403], summary: Too many calls }
`;
    const uri = "file:///project/shop.yaml";
    const { catalog: base } = readCatalog(text, { uri, format: "yaml" });
    assert.ok(base);
    const catalog = composeCatalog(
      [drafted("docs/errors.md", page)],
      { uri, id: "shop", title: undefined, language: undefined },
      base,
    );
    assert.deepEqual(catalog.policies, base.policies);
    assert.deepEqual([...catalog.title.values()], ["Shop"]);
    assert.deepEqual(catalog.codes.map(told), [
      "session.expired 401 en=Sign in again",
      "session.not_found 404 en=The session does not exist any more",
      "user.not_found 404 en=There is no such user",
      "QUOTA_EXCEEDED 429 en=The quota is used up",
    ]);
  });

  test("a page takes the type of a code from what is written for machines; data keep both", () => {
    const numbers =
      "| Code | Status | Description |\n|---|---|---|\n| 1001 | 404 | Not found |\n| 1002 | 409 | Taken |\n| 1003 | 400 | Bad |\n";
    const data = '{ "errors": [{ "code": "1001", "status": 404 }, { "code": 1002, "status": 409 }] }';
    const types = composed({ "errors.md": `# Error codes\n\n${numbers}`, "errors.json": data }).codes.map(
      ({ code }) => code,
    );
    assert.deepEqual(types, ["1001", 1002, 1003]);
    const twins = composed({
      "errors.json": data,
      "more-errors.json": '{ "errors": [{ "code": 1001, "status": 404 }, { "code": 5, "status": 400 }] }',
    });
    assert.deepEqual(
      twins.codes.map(({ code }) => code),
      ["1001", 1002, 1001, 5],
    );
  });

  test("a program words one code for many places; a page that does so has several meanings", () => {
    const program = `export class PathError extends Error {
  readonly code = "invalid_path";
  readonly status = 400;
}
export function check(path: string): void {
  if (path.includes("..")) throw new PathError("The path leads upwards");
  if (path.includes("%2e")) throw new PathError("The path leads upwards when decoded");
}
export class BodyError extends Error {
  readonly code = "invalid_body";
  readonly status = 400;
}
export class SizeError extends Error {
  readonly code = "too_large";
  readonly status = 413;
}
`;
    const [entry] = composed({ "errors.ts": program }).codes;
    assert.deepEqual([entry?.code, entry?.meanings], ["invalid_path", []]);
    const twice = page.replace("session.expired", "session.not_found");
    assert.equal(composed({ "errors.md": twice }).codes[0]?.meanings.length, 2);
  });

  test("codes that are names of the language's own are codes", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "then"];
    const data = `{ "errors": { ${names.map((name) => `"${name}": { "status": 404, "message": "The ${name} is not there" }`).join(", ")} } }`;
    const texts = `{ ${names.map((name) => `"${name}": "Kein ${name}"`).join(", ")} }`;
    const catalog = composed({ "errors.json": data, "errors.de.json": texts });
    assert.deepEqual(
      catalog.codes.map(({ code, summary }) => [code, summary?.get("de")]),
      names.map((name) => [name, `Kein ${name}`]),
    );
    assert.equal(({} as Record<string, unknown>).status, undefined);
  });

  test("ninety thousand errors, ten thousand modules and nesting without end are read; too much is refused", () => {
    const many = (count: number): string =>
      `{"errors":{${Array.from({ length: count }, (_, at) => `"E_${at}":404`).join(",")}}}`;
    assert.equal(composed({ "errors.json": many(90_000) }).codes.length, 90_000);
    const tooMany = composed({ "errors.json": many(150_000) });
    assert.deepEqual([tooMany.codes.length, tooMany.problems.length], [0, 1]);
    const modules = Array.from({ length: 10_000 }, (_, at) => `"m${at}":{"not_found":"No ${at}"}`).join(",");
    const catalog = composed({ "errors.json": `{${modules}}` });
    assert.deepEqual([catalog.codes.length, catalog.codes[0]?.code], [10_000, "m0.not_found"]);
    for (const deep of ['{"a":'.repeat(50_000), "[".repeat(50_000)])
      assert.deepEqual(composed({ "errors.json": deep }).codes, []);
  });
});

/** What the documents tell together; the first one leads. */
function composed(files: Readonly<Record<string, string>>): Catalog {
  const sources = Object.entries(files).map(([path, text]) => drafted(path, text));
  const uri = sources[0]?.uri ?? "";
  return composeCatalog(sources, { uri, id: "project", title: undefined, language: undefined });
}

function drafted(path: string, text: string): DraftSource {
  const uri = `file:///project/${path}`;
  const reading = readReference({ uri, text }, { module: () => "absent" as const });
  assert.ok(reading);
  return { uri, kind: reading.kind, draft: reading.draft };
}

/** `CODE status "message" language=summary`. */
function told({ code, statuses, messages, summary }: CodeEntry): string {
  return [
    `${code} ${statuses.join("|")}`,
    ...messages.map(({ template }) => JSON.stringify(template)),
    ...[...(summary ?? [])].sort().map(([language, text]) => `${language}=${text}`),
  ].join(" ");
}

function byOrderIn(catalog: Catalog): (left: string, right: string) => number {
  const order = catalog.codes.map(told);
  return (left, right) => order.indexOf(left) - order.indexOf(right);
}
