/**
 * Fixtures of rules: files in sections, findings as annotations under their lines, and the whole text after each fix.
 *
 *     catalogs: uk-retail-api, sample.yaml
 *     --- src/a.ts
 *     res.status(403).json({ error: { code: "FORBIDDEN" } });
 *                ^^^ warning status-mismatch: `FORBIDDEN` goes with 409 …
 *                    safe fix: Answer 409 Conflict
 *     === Answer 409 Conflict: src/a.ts
 *     res.status(409).json({ error: { code: "FORBIDDEN" } });
 *
 * The header (`catalogs:`) is short for a configuration that names them; without it, the files speak for themselves.
 * A span that goes on in the next line ends in `~`, an empty one is `|`. A `===` section shows the texts after all
 * fixes of one title. `UPDATE_GOLDEN=1` rewrites what is expected.
 */
import { strictEqual } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { type Finding, type Fix, LineMap } from "../../server/core/index.ts";
import { applyEdits } from "../../server/core/text/edit.ts";
import { overlaps } from "../../server/core/text/span.ts";
import { builtins, memoryWorkspace, uriOf } from "./memory-workspace.ts";

export const ruleFixtures = new URL("../fixtures/rules/", import.meta.url);

/** The files of a fixture by their paths, without annotations, and its header. */
export interface RuleFixture {
  readonly header: string;
  readonly files: ReadonlyMap<string, string>;
}

const annotation = /^ *(?:[\^]+~?|\|) (?:error|warning|information|hint) [a-z-]+: .*$|^ +(?:safe fix|suggestion): .*$/;

/** Compares the fixture at `path` (below `test/fixtures/rules`) with what the rules find in its files. */
export async function expectRuleFixture(path: string): Promise<void> {
  const place = new URL(path, ruleFixtures);
  const expected = readFileSync(place, "utf8");
  const actual = await renderRuleFixture(parseRuleFixture(expected));
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(place, actual);
  strictEqual(actual, readFileSync(place, "utf8"));
}

export function parseRuleFixture(text: string): RuleFixture {
  const [header = "", ...sections] = text.split(/^--- /m);
  const files = new Map<string, string>();
  for (const section of sections) {
    const [source = ""] = section.split(/^=== /m);
    const [name = "", ...lines] = source.split("\n");
    files.set(name, lines.filter((line) => !annotation.test(line)).join("\n"));
  }
  return { header, files };
}

/** All findings of the files, by path. */
export async function findingsIn(fixture: RuleFixture): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const { workspace } = memoryWorkspace({ ...configurationOf(fixture), ...Object.fromEntries(fixture.files) });
  const findings = new Map<string, readonly Finding[]>();
  for (const path of fixture.files.keys()) {
    const analysis = await workspace.analyse(uriOf(path));
    findings.set(path, analysis?.findings ?? []);
  }
  return findings;
}

/** The files after `fixes`, those that overlap an earlier one left out. */
export function filesAfter(fixture: RuleFixture, fixes: readonly Fix[]): ReadonlyMap<string, string> {
  const files = new Map(fixture.files);
  const done = new Map<string, { readonly start: number; readonly end: number }[]>();
  const edits = fixes.flatMap((fix) => fix.edits);
  const perFile = new Map<string, Parameters<typeof applyEdits>[1]>();
  for (const { uri, edits: own } of edits) {
    const spans = done.get(uri) ?? [];
    if (own.some(({ span }) => spans.some((other) => overlaps(span, other) || span.start === other.start))) continue;
    done.set(uri, [...spans, ...own.map(({ span }) => span)]);
    perFile.set(uri, [...(perFile.get(uri) ?? []), ...own]);
  }
  for (const [path, text] of fixture.files) files.set(path, applyEdits(text, perFile.get(uriOf(path)) ?? []));
  return files;
}

async function renderRuleFixture(fixture: RuleFixture): Promise<string> {
  const findings = await findingsIn(fixture);
  const sections = [...fixture.files].map(([path, text]) => {
    return `--- ${path}\n${annotated(text, findings.get(path) ?? [])}`;
  });
  return [fixture.header, ...sections, ...fixedSections(fixture, [...findings.values()].flat())].join("");
}

function annotated(text: string, findings: readonly Finding[]): string {
  const map = new LineMap(text);
  const notes = new Map<number, string[]>();
  for (const finding of findings) {
    const { line } = map.toLineColumn(finding.span.start);
    notes.set(line, [...(notes.get(line) ?? []), ...noteLines(finding, { map, text })]);
  }
  const lines = text.split("\n");
  return lines.map((line, index) => [line, ...(notes.get(index) ?? [])].join("\n")).join("\n");
}

function noteLines(
  finding: Finding,
  { map, text }: { readonly map: LineMap; readonly text: string },
): readonly string[] {
  const { span, severity, rule, message, fixes } = finding;
  const { column } = map.toLineColumn(span.start);
  const rest = text.slice(span.start).split(/\r?\n/, 1)[0] ?? "";
  const width = span.end - span.start;
  const marks =
    width === 0 ? "|" : width <= rest.length ? "^".repeat(width) : `${"^".repeat(Math.max(1, rest.length))}~`;
  const note = `${" ".repeat(column)}${marks} ${severity} ${rule}: ${message}`;
  const indent = " ".repeat(column + 4);
  return [note, ...fixes.map((fix) => `${indent}${fix.safety === "safe" ? "safe fix" : "suggestion"}: ${fix.title}`)];
}

function fixedSections(fixture: RuleFixture, findings: readonly Finding[]): readonly string[] {
  const byTitle = new Map<string, Fix[]>();
  for (const fix of findings.flatMap(({ fixes }) => fixes))
    byTitle.set(fix.title, [...(byTitle.get(fix.title) ?? []), fix]);
  return [...byTitle].flatMap(([title, fixes]) => {
    const after = filesAfter(fixture, fixes);
    const changed = [...after].filter(([path, text]) => text !== fixture.files.get(path));
    return changed.map(([path, text]) => `=== ${title}: ${path}\n${text}`);
  });
}

function configurationOf({ header }: RuleFixture): Readonly<Record<string, string>> {
  const names = /^catalogs:(.*)$/m
    .exec(header)?.[1]
    ?.split(",")
    .map((name) => name.trim());
  if (names === undefined) return {};
  return { "error-code-insight.json": JSON.stringify({ catalogs: names.map(referenceTo) }) };
}

function referenceTo(name: string): string {
  return builtins.some(({ id }) => id === name) ? `builtin:${name}` : name;
}
