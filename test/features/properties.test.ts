/** What holds of hovers and completions at every offset of every fixture, whole and cut off anywhere. */
import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { codeActionsAt } from "../../server/core/features/code-actions.ts";
import { completionsAt, resolveCompletion } from "../../server/core/features/completion/completion.ts";
import { definitionAt } from "../../server/core/features/definition.ts";
import { hoverAt } from "../../server/core/features/hover.ts";
import { whyNothingAt } from "../../server/core/features/why-nothing.ts";
import { applyEdits } from "../../server/core/text/edit.ts";
import { analyse, type Project } from "./support/analysis.ts";
import { projectOf } from "./support/check.ts";
import { readFeatureFixture } from "./support/feature-fixture.ts";

const options = { languages: ["en"] };
const fixtures = readdirSync(new URL("../fixtures/features/", import.meta.url)).map((name) =>
  projectOf(readFeatureFixture(name)),
);
const places = fixtures.flatMap(({ project }) =>
  [...project.files, ...project.catalogs].map(({ name, text }) => ({ project, name, text })),
);
const cursors = fixtures.flatMap((fixture) =>
  [...fixture.cursors.values()].map(({ name, offset }) => ({ project: fixture.project, name, offset })),
);

function withText(project: Project, name: string, text: string): Project {
  const replaced = (files: Project["files"]) => files.map((file) => (file.name === name ? { name, text } : file));
  return { ...project, files: replaced(project.files), catalogs: replaced(project.catalogs) };
}

test("a hover covers the place it was asked for and says something", () => {
  for (const { project, name, text } of places) {
    const analysis = analyse(project, name);
    for (let offset = 0; offset <= text.length; offset += 1) {
      const hover = hoverAt(analysis, offset, options);
      if (hover === undefined) continue;
      ok(hover.span.start <= offset && offset <= hover.span.end, `${name}:${offset}`);
      ok(hover.markdown.includes("**") && hover.text.length > 0, `${name}:${offset}`);
    }
  }
});

test("a completion covers the cursor on one line, is filtered by what it replaces, and can be accepted", () => {
  for (const { project, name, text } of places) {
    const analysis = analyse(project, name);
    for (let offset = 0; offset <= text.length; offset += 1) {
      for (const item of completionsAt(analysis, offset, options).slice(0, 1)) {
        const { span } = item.edit;
        ok(span.start <= offset && offset <= span.end, `${name}:${offset} ${item.label}`);
        ok(!text.slice(span.start, span.end).includes("\n"), `${name}:${offset} ${item.label}`);
        ok(applyEdits(text, [item.edit]).length > 0);
        ok(resolveCompletion(analysis, item.data, options).markdown.length > 0, item.label);
      }
    }
  }
});

test("an accepted code is read back by the recognisers that were asked for the place", () => {
  const code = "OUT_OF_STOCK";
  let accepted = 0;
  for (const { project, name, text } of places.filter(
    (place) => /complete|shop/u.test(place.text) || place.name.endsWith(".ts"),
  )) {
    const analysis = analyse(project, name);
    for (let offset = 0; offset <= text.length; offset += 7) {
      const item = completionsAt(analysis, offset, options).find(
        ({ label, kind }) => label === code && kind === "code",
      );
      if (item === undefined) continue;
      const after = analyse(withText(project, name, applyEdits(text, [item.edit])), name);
      const written = hoverAt(after, item.edit.span.start + 2, options);
      ok(written?.markdown.includes(code), `${name}:${offset}`);
      accepted += 1;
    }
  }
  ok(accepted > 5, `${accepted}`);
});

test("what is offered does not depend on how much other code is around", () => {
  const filler = Array.from(
    { length: 200 },
    (_, index) =>
      `export function filler${index}(a: number) {\n  log("${"x".repeat(80)}");\n  return a + ${index};\n}\n`,
  ).join("");
  const labels = (project: Project, name: string, offset: number): readonly string[] =>
    completionsAt(analyse(project, name), offset, options).map(({ label }) => label);
  let offered = 0;
  for (const { project, name, offset } of cursors) {
    const text = project.files.find((file) => file.name === name)?.text ?? "";
    // What a text leaves open at its end, others close.
    if (!/\.tsx?$/u.test(name) || offset > text.length - 2) continue;
    const wanted = labels(project, name, offset);
    const amid = withText(project, name, `${filler}${text}\n${filler.replaceAll("filler", "more")}`);
    deepStrictEqual(labels(amid, name, filler.length + offset), wanted, `${name}:${offset}`);
    if (wanted.length > 0) offered += 1;
  }
  ok(offered > 30, `${offered}`);
});

test("nothing throws in a file that ends anywhere, or that lost a piece", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.nat(),
      fc.nat(12),
      fc.nat(),
      ({ project, name, text }, at, cut, where) => {
        const start = at % (text.length + 1);
        const pieces = ["", "😀", "\r\n", "'", "`", "{", "\u2068"];
        const put = pieces[where % pieces.length] ?? "";
        const broken = cut === 12 ? text.slice(0, start) : text.slice(0, start) + put + text.slice(start + cut);
        const analysis = analyse(withText(project, name, broken), name);
        for (const offset of [0, start, broken.length, where % (broken.length + 1)]) {
          const hover = hoverAt(analysis, offset, options);
          ok(hover === undefined || hover.span.end <= broken.length);
          for (const item of completionsAt(analysis, offset, options).slice(0, 2))
            ok(item.edit.span.end <= broken.length);
          definitionAt(analysis, offset);
          whyNothingAt(analysis, offset, options);
          for (const action of codeActionsAt(analysis, { start: offset, end: offset }))
            strictEqual(action.title === "", false);
        }
      },
    ),
    { numRuns: 300 },
  );
});
