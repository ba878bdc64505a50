import { ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { ErrorShape, ResolvedValue } from "../../../server/core/sites/values/value-service.ts";
import { walkFile } from "../../../server/core/syntax/walk.ts";
import { type FixtureFile, parseSiteFixture } from "../../support/site-fixture.ts";
import { fixturesIn, providerOf, serviceOf } from "./support.ts";

const fixtures: readonly (readonly FixtureFile[])[] = ["worth", "shapes"].flatMap((folder) =>
  fixturesIn(folder).map((name) => {
    const path = new URL(`../../fixtures/sites/values/${folder}/${name}.fixture.txt`, import.meta.url);
    return parseSiteFixture(readFileSync(path, "utf8")).files;
  }),
);

/** Asks everything about every expression of a file; places must lie in the texts that they name. */
function askEverything(one: FixtureFile, files: readonly FixtureFile[]): void {
  const { file, service } = serviceOf(one, providerOf(files));
  const lengths = new Map(files.map(({ name, text }) => [`file:///project/${name}`, text.length]));
  walkFile(file, (node) => {
    switch (node.kind) {
      case "identifier":
      case "member":
      case "index":
      case "template":
      case "binary":
      case "conditional":
        checkValue(service.valueOf(node));
        break;
      case "object":
        service.membersOf(node);
        checkShape(service.valueShapeOf(node));
        break;
      case "class":
        checkShape(service.classShapeOf(node));
        break;
      case "new":
      case "call":
        checkValue(service.valueOf(node));
        checkShape(service.errorShapeOf(node));
        checkShape(service.likelyShapeOf(node, { thrown: true }));
        break;
      default:
        break;
    }
  });

  function checkValue(value: ResolvedValue): void {
    if (value.exhaustive) ok(value.options.length > 0);
    for (const option of value.options) {
      for (const place of [option.origin, ...option.steps.map((step) => step.place)]) {
        if (place === undefined) continue;
        const length = lengths.get(place.uri);
        ok(
          length !== undefined &&
            place.span.start >= 0 &&
            place.span.start <= place.span.end &&
            place.span.end <= length,
        );
      }
    }
  }

  function checkShape(shape: ErrorShape | undefined): void {
    for (const part of [shape?.status, shape?.code, shape?.message]) if (part !== undefined) checkValue(part.value);
  }
}

describe("values of half-typed code", () => {
  it("are read from any truncation and any damage without throwing", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.nat(),
        fc.nat(),
        fc.nat({ max: 12 }),
        fc.constantFrom("", "{", "(", "=>", "...", "`${", "new ", "class X extends X {", "import ", "= x = ", "??"),
        (files, which, at, removed, inserted) => {
          const chosen = files[which % files.length];
          if (chosen === undefined) return;
          const start = at % (chosen.text.length + 1);
          const truncated = { ...chosen, text: chosen.text.slice(0, start) };
          const damaged = { ...chosen, text: truncated.text + inserted + chosen.text.slice(start + removed) };
          for (const changed of [truncated, damaged]) {
            const all = files.map((one) => (one === chosen ? changed : one));
            for (const one of all) askEverything(one, all);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("are the same when asked twice and in another order", () => {
    for (const files of fixtures) {
      for (const one of files) {
        const first = serviceOf(one, providerOf(files));
        const second = serviceOf(one, providerOf(files));
        const asked: string[] = [];
        const again: string[] = [];
        const expressions: Parameters<typeof first.service.valueOf>[0][] = [];
        walkFile(first.file, (node) => {
          if (node.kind === "identifier" || node.kind === "member" || node.kind === "call") expressions.push(node);
        });
        for (const expression of expressions) asked.push(JSON.stringify(first.service.valueOf(expression)));
        const others: typeof expressions = [];
        walkFile(second.file, (node) => {
          if (node.kind === "identifier" || node.kind === "member" || node.kind === "call") others.push(node);
        });
        for (const expression of others.toReversed()) again.unshift(JSON.stringify(second.service.valueOf(expression)));
        ok(asked.join("\n") === again.join("\n"), one.name);
      }
    }
  });
});
