import { strictEqual } from "node:assert/strict";
import { analyse, type Project } from "./analysis.ts";
import {
  type FeatureFixture,
  readFeatureFixture,
  type Section,
  withoutCursors,
  writeFeatureFixture,
} from "./feature-fixture.ts";
import { outcomes } from "./outcomes.ts";

const given: ReadonlySet<string> = new Set(["catalogs", "languages", "catalog", "file"]);

/** The project of a fixture, and the places of its cursors. */
export function projectOf(fixture: FeatureFixture): {
  readonly project: Project;
  readonly cursors: ReadonlyMap<string, { readonly name: string; readonly offset: number }>;
} {
  const cursors = new Map<string, { name: string; offset: number }>();
  const named = (kind: string): { name: string; text: string }[] =>
    fixture.sections
      .filter((section) => section.kind === kind)
      .map(({ argument: name, text: marked }) => {
        const { text, cursors: found } = withoutCursors(marked);
        for (const [cursor, offset] of found) cursors.set(cursor, { name, offset });
        return { name, text };
      });
  const inScope = wordsOf(fixture, "catalogs") ?? [];
  return { project: { files: named("file"), catalogs: named("catalog"), inScope }, cursors };
}

/** Compares every expectation of a fixture, or rewrites them all. */
export function checkFeatureFixture(name: string): void {
  const fixture = readFeatureFixture(name);
  const answered = fixture.sections.map((section) => (given.has(section.kind) ? section : answer(fixture, section)));
  if (process.env.UPDATE_GOLDEN === "1") {
    writeFeatureFixture(fixture, answered);
    return;
  }
  const text = (sections: readonly Section[]) =>
    sections.map((one) => `=== ${one.kind} ${one.argument}\n${one.text}`).join("\n");
  strictEqual(text(answered), text(fixture.sections));
}

function answer(fixture: FeatureFixture, section: Section): Section {
  const outcome = outcomes[section.kind];
  if (outcome === undefined) throw new Error(`no expectation is called ${section.kind}`);
  const [, cursor = "", argument = ""] = /^(\$\d)? ?(.*)$/u.exec(section.argument) ?? [];
  const { project, cursors } = projectOf(fixture);
  const place = cursors.get(cursor) ?? { name: project.files[0]?.name ?? project.catalogs[0]?.name ?? "", offset: 0 };
  const languages = wordsOf(fixture, "languages") ?? ["en"];
  const otherFiles = () => project.files.map((file) => analyse(project, file.name));
  const question = { analysis: analyse(project, place.name), offset: place.offset, argument, languages, otherFiles };
  const text = answerOrError(() => outcome(question));
  return { ...section, text: text.replace(/\n+$/u, "") };
}

function answerOrError(ask: () => string): string {
  try {
    return ask();
  } catch (error) {
    return String(error);
  }
}

function wordsOf(fixture: FeatureFixture, kind: string): readonly string[] | undefined {
  const section = fixture.sections.find((candidate) => candidate.kind === kind);
  return section?.argument.split(" ").filter((word) => word !== "");
}
