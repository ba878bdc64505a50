/** Correct code in many idioms, in which one status, code or message is wrong at a time: how much of it is found. */
import { deepStrictEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../../server/core/index.ts";
import { type MemoryWorkspace, memoryWorkspace, uriOf } from "../support/memory-workspace.ts";
import {
  catalogsWithCodes,
  correctFillings,
  type Filling,
  filled,
  type MutationKind,
  mutationsOf,
  readTemplates,
  type Template,
} from "../support/mutation.ts";

const fillingsEach = 3;

/** The least share of contradictions that is found, by kind. */
const floors: Readonly<Record<MutationKind, number>> = {
  status: 0.99,
  "another code": 0.98,
  "misspelt code": 0.96,
  message: 0.99,
};

const catalogs = catalogsWithCodes();

/** Checks filled templates, each in a folder of its own, with all code of one catalog in one workspace. */
class Checker {
  readonly #workspaces = new Map<string, MemoryWorkspace>();
  #count = 0;

  /** The findings in a filled template; undefined where a gap has no words. */
  async findingsIn(template: Template, filling: Filling): Promise<readonly Finding[] | undefined> {
    const files = filled(template, filling);
    if (files === undefined) return undefined;
    const { workspace, disk } = this.#workspaceFor(filling.catalog.id);
    this.#count += 1;
    const findings: Finding[] = [];
    const paths = Object.entries(files).map(([path, text]) => {
      const uri = uriOf(`${this.#count}/${path}`);
      disk.files.set(uri, text);
      return uri;
    });
    for (const uri of paths) findings.push(...((await workspace.analyse(uri))?.findings ?? []));
    for (const uri of paths) {
      workspace.release(uri);
      disk.files.delete(uri);
    }
    return findings;
  }

  #workspaceFor(id: string): MemoryWorkspace {
    const known = this.#workspaces.get(id);
    if (known !== undefined) return known;
    // Headers that go with a status are not what is asked here.
    const configuration = { catalogs: [`builtin:${id}`], rules: { "missing-header": "off" } };
    const made = memoryWorkspace({ "error-code-insight.json": JSON.stringify(configuration) });
    this.#workspaces.set(id, made);
    return made;
  }
}

function described({ name }: Template, { catalog, status, code, message }: Filling): string {
  return `${name}: ${catalog.id} ${status} ${JSON.stringify(code)} ${JSON.stringify(message)}`;
}

const templates = ["servers.txt", "errors.txt", "readers.txt"].flatMap(readTemplates);

test("correct code gives no findings", async () => {
  const noise: string[] = [];
  const checker = new Checker();
  for (const template of templates) {
    for (const filling of catalogs.flatMap((catalog) => correctFillings(catalog, fillingsEach))) {
      const findings = await checker.findingsIn(template, filling);
      for (const { rule, message } of findings ?? [])
        noise.push(`${described(template, filling)}: ${rule}: ${message}`);
    }
  }
  deepStrictEqual(noise, []);
});

test("a wrong status, code or message is found", async (context) => {
  const counts = new Map<MutationKind, { found: number; all: number }>();
  const missed: string[] = [];
  const checker = new Checker();
  for (const template of templates) {
    for (const filling of catalogs.flatMap((catalog) => correctFillings(catalog, fillingsEach))) {
      for (const { kind, filling: mutated } of mutationsOf(filling)) {
        // What the template does not show cannot be wrong in it.
        const files = filled(template, mutated);
        if (files === undefined || JSON.stringify(files) === JSON.stringify(filled(template, filling))) continue;
        const findings = await checker.findingsIn(template, mutated);
        const count = counts.get(kind) ?? { found: 0, all: 0 };
        count.all += 1;
        if (findings !== undefined && findings.length > 0) count.found += 1;
        else missed.push(`${kind} in ${described(template, mutated)}`);
        counts.set(kind, count);
      }
    }
  }
  for (const [kind, { found, all }] of counts) context.diagnostic(`${kind}: ${found} of ${all}`);
  for (const [kind, { found, all }] of counts) {
    ok(found >= floors[kind] * all, `${kind}: ${found} of ${all}\n${missed.join("\n")}`);
  }
});
