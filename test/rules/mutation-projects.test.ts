/** Correct projects of several files, in which one status, code or message is wrong at a time: how much of it is found. */
import { deepStrictEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../../server/core/index.ts";
import {
  type MarkedMutation,
  type MarkedProject,
  type MarkKind,
  readMarkedProject,
} from "../support/marked-project.ts";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";

/** The least share that is found, by kind. */
const floors: Readonly<Record<MarkKind, number>> = {
  status: 0.99,
  // A slip in a name without separators leaves a plain word.
  "misspelt code": 0.9,
  "code of another status": 0.99,
  "message of another code": 0.99,
  message: 0.99,
};

const names = [
  "payments",
  "shop",
  "retail",
  "retail-idioms",
  "retail-forms",
  "rest",
  "rest-idioms",
  "kebab-codes",
  "problem-codes",
  "camel-codes",
  "openapi-codes",
  "numbered-codes",
  "module-codes",
];

/** All findings in a project whose files are these. */
async function findingsIn(files: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  const { workspace } = memoryWorkspace(files);
  const findings: Finding[] = [];
  for (const path of Object.keys(files)) findings.push(...((await workspace.analyse(uriOf(path)))?.findings ?? []));
  return findings;
}

/** Whether anything is found, first in the file that is wrong. */
async function isFound({ files, changed }: MarkedMutation): Promise<boolean> {
  const { workspace } = memoryWorkspace(files);
  for (const path of [changed, ...Object.keys(files)]) {
    if (((await workspace.analyse(uriOf(path)))?.findings ?? []).length > 0) return true;
  }
  return false;
}

async function catalogOf({ files }: MarkedProject) {
  const { workspace } = memoryWorkspace(files);
  const source = Object.keys(files).find((path) => /^src\/.*\.ts$/.test(path)) ?? "src/a.ts";
  const analysis = await workspace.analyse(uriOf(source));
  return analysis?.scope.catalogs[0]?.catalog;
}

for (const name of names) {
  const project = readMarkedProject(name);

  test(`correct code gives no findings: ${name}`, async () => {
    const findings = await findingsIn(project.files);
    deepStrictEqual(
      findings.map(({ rule, message }) => `${rule}: ${message}`),
      [],
    );
  });

  test(`what is wrong is found: ${name}`, async (context) => {
    const catalog = await catalogOf(project);
    ok(catalog !== undefined);
    const counts = new Map<MarkKind, { found: number; all: number }>();
    const missed: string[] = [];
    for (const mutation of project.mutations(catalog)) {
      const { kind, described } = mutation;
      const count = counts.get(kind) ?? { found: 0, all: 0 };
      counts.set(kind, count);
      count.all += 1;
      if (await isFound(mutation)) count.found += 1;
      else missed.push(described);
    }
    for (const [kind, { found, all }] of counts) context.diagnostic(`${kind}: ${found} of ${all}`);
    for (const [kind, { found, all }] of counts) {
      ok(found >= floors[kind] * all, `${kind}: ${found} of ${all}\n${missed.join("\n")}`);
    }
  });
}
