/**
 * Fixtures of language features: text files of sections, each opened by a line `=== KIND ARGUMENTS`.
 *
 * - `catalogs uk-retail-api orders.yaml`: what is in scope, by built-in id or by the name of a `catalog` section
 * - `languages uk en`: display languages, English when absent
 * - `catalog orders.yaml`: a catalog of the fixture
 * - `file src/a.ts`: a file; `$0` to `$9` in it are cursors
 * - everything else is an expectation, `hover $1`, whose text is compared whole; `UPDATE_GOLDEN=1` rewrites it
 */
import { readFileSync, writeFileSync } from "node:fs";

const folder = new URL("../../fixtures/features/", import.meta.url);

export interface Section {
  readonly kind: string;
  readonly argument: string;
  readonly text: string;
}

export interface FeatureFixture {
  readonly path: URL;
  readonly sections: readonly Section[];
}

/** The sections of one fixture, in order. */
export function readFeatureFixture(name: string): FeatureFixture {
  const path = new URL(name, folder);
  const sections: { kind: string; argument: string; lines: string[] }[] = [];
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const match = /^=== (\S+) ?(.*)$/u.exec(line);
    if (match !== null) sections.push({ kind: match[1] ?? "", argument: match[2] ?? "", lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return {
    path,
    sections: sections.map(({ kind, argument, lines }) => ({
      kind,
      argument,
      text: lines.join("\n").replace(/\n+$/u, ""),
    })),
  };
}

/** Writes the fixture back with other expectations. */
export function writeFeatureFixture(fixture: FeatureFixture, sections: readonly Section[]): void {
  const text = sections.map(
    ({ kind, argument, text: body }) => `=== ${`${kind} ${argument}`.trim()}\n${body === "" ? "" : `${body}\n`}`,
  );
  writeFileSync(fixture.path, text.join("\n"));
}

/** A text without its cursor marks, and where they were. */
export interface MarkedText {
  readonly text: string;
  readonly cursors: ReadonlyMap<string, number>;
}

/** Takes `$0` to `$9` out of a text. */
export function withoutCursors(marked: string): MarkedText {
  const cursors = new Map<string, number>();
  let text = "";
  let position = 0;
  for (const match of marked.matchAll(/\$(\d)/gu)) {
    text += marked.slice(position, match.index);
    cursors.set(match[0], text.length);
    position = match.index + match[0].length;
  }
  return { text: text + marked.slice(position), cursors };
}
