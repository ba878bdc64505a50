import assert from "node:assert/strict";
import { test } from "node:test";
import { writeYamlCatalog } from "../../server/core/catalog/write/write-catalog.ts";
import { observedCatalog } from "../../server/core/references/observe/observed-catalog.ts";
import { observedErrors } from "../../server/core/references/observe/observed-errors.ts";
import { isProgramFile } from "../../server/core/references/observe/program-files.ts";
import { findSites } from "../../server/core/sites/find-sites.ts";
import { readSource } from "../../server/core/syntax/read-source.ts";

test("only the program's own files say what it sends", () => {
  const own = [
    "/src/errors.ts",
    "/packages/core/src/routes/en.ts",
    "/src/demography/x.ts",
    "/src/documents/send.ts",
    "/server/api/it.ts",
    "/src/builder.ts",
  ];
  const others = [
    "/src/errors.test.ts",
    "/tests/errors.ts",
    "/demo/nextjs/lib/errors.ts",
    "/docs/errors.ts",
    "/dist/errors.js",
    "/src/generated/errors.ts",
    "/src/api.gen.ts",
    "/types/errors.d.ts",
    "/src/locales/de/errors.ts",
    "/phrases/pt-br/errors.ts",
    "/src/i18n/messages.ts",
    "/benchmarks/errors.ts",
  ];
  assert.deepEqual(
    own.filter((path) => !isProgramFile(path)),
    [],
  );
  assert.deepEqual(others.filter(isProgramFile), []);
});

test("a catalog of what is observed: definitions first, messages once, contradictions marked, nobody else's codes", () => {
  const files = {
    "a-route.ts": `export const a = (_, res) => res.status(409).json({ error: { code: "TAKEN", message: "Name taken." } });
export const b = (_, res) => res.status(409).json({ error: { code: "TAKEN", message: "name taken" } });
export const c = (_, res) => res.status(409).json({ error: { code: "TAKEN", message: "Name taken." } });
export const d = (_, res) => res.status(500).json({ error: { code: "ECONNREFUSED", message: "No database" } });
export const e = (_, res) => res.status(404).json({ error: { code: "GONE", message: "It is gone" } });
`,
    "b-errors.ts": 'export enum ErrorCode {\n  Taken = "TAKEN",\n  Gone = "GONE",\n  Never = "NEVER_SENT",\n}\n',
    "c-route.ts":
      'export const e = (_, res) => res.status(410).json({ error: { code: "GONE", message: "It is gone" } });\n',
  };
  const modules = { module: () => "absent" as const };
  const observed = Object.entries(files).flatMap(([name, text]) => {
    const uri = `file:///project/${name}`;
    return observedErrors(uri, findSites(readSource(text, "ts"), { uri, modules, wrappers: [] }));
  });
  const identity = { id: "observed", uri: "", title: "Observed" };
  const { catalog, remarks } = observedCatalog(observed, identity, ({ uri }) => uri.slice("file:///project/".length));
  assert.equal(
    writeYamlCatalog(catalog, remarks),
    `# 3 codes as the program sends them. Statuses marked CHECK contradict each other: decide which one is right.

id: observed
title: Observed
language: en
messages: varies
codes:
  # CHECK: 404 at a-route.ts; 410 at c-route.ts
  GONE:
    status:
      - 404
      - 410
    message: It is gone
  # b-errors.ts
  NEVER_SENT: {}
  # b-errors.ts, a-route.ts
  TAKEN:
    status: 409
    message: Name taken.
`,
  );
});
