/** Fixtures of catalogs and configuration: sections of one file, golden files, and what is read in a form to compare. */
import { strictEqual } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import type { DataNode } from "../../server/core/text/data-node.ts";
import { LineMap } from "../../server/core/text/line-map.ts";
import type { Problem } from "../../server/core/text/problem.ts";

const folder = new URL("../fixtures/catalog/", import.meta.url);

export function fixtureText(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

/** Compares `actual` with a golden file; `UPDATE_GOLDEN=1` writes it. */
export function expectGolden(name: string, actual: string): void {
  const place = new URL(name, folder);
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(place, actual);
  strictEqual(actual, readFileSync(place, "utf8"));
}

/** One case of a file of cases: a title, a text, and the problems that it is expected to have, one a line. */
export interface FixtureCase {
  readonly title: string;
  readonly text: string;
  readonly expected: string;
}

const separator = "=== ";
const expectation = "--- problems\n";

/** The cases of a fixture: `=== title`, the text, `--- problems`, a line for each problem. */
export function fixtureCases(name: string): readonly FixtureCase[] {
  return fixtureText(name)
    .split(new RegExp(`^${separator}`, "m"))
    .slice(1)
    .map((section) => {
      const lineEnd = section.indexOf("\n");
      const [text = "", expected = ""] = section.slice(lineEnd + 1).split(expectation);
      return { title: section.slice(0, lineEnd), text, expected };
    });
}

/** Compares all cases at once with what `problemsOf` finds in their texts; `UPDATE_GOLDEN=1` rewrites the fixture. */
export function expectCases(name: string, problemsOf: (text: string) => readonly Problem[]): void {
  const cases = fixtureCases(name);
  const actual = cases.map(({ title, text }) => {
    return `${separator}${title}\n${text}${expectation}${printProblems(text, problemsOf(text))}`;
  });
  expectGolden(name, actual.join(""));
}

/** A line for each problem: place, the text there, severity, message. */
export function printProblems(text: string, problems: readonly Problem[]): string {
  const lines = new LineMap(text);
  return problems
    .map(({ span, severity, message }) => {
      const { line, column } = lines.toLineColumn(span.start);
      return `${line + 1}:${column + 1} ${quoted(text, span.start, span.end)} ${severity}: ${message}\n`;
    })
    .join("");
}

function quoted(text: string, start: number, end: number): string {
  const shown = text.slice(start, end);
  return JSON.stringify(shown.length > 40 ? `${shown.slice(0, 40)}…` : shown);
}

/** Anything that was read as JSON: maps as objects, spans as the text that they cover, what is absent left out. */
export function printReading(text: string, value: unknown): string {
  return `${JSON.stringify(readable(text, value), undefined, 2)}\n`;
}

function readable(text: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((item) => readable(text, item));
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, readable(text, item)]));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const span = Object.fromEntries(entries);
  if (entries.length === 2 && typeof span.start === "number" && typeof span.end === "number") {
    return JSON.parse(quoted(text, span.start, span.end));
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, readable(text, item)]));
}

/** The values of a data tree without their places, as `JSON.parse` would give them; the first of repeated keys counts. */
export function plainData(node: DataNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plainData);
  const object: Record<string, unknown> = Object.create(null);
  for (const entry of node.entries) {
    if (!Object.hasOwn(object, entry.key)) object[entry.key] = plainData(entry.value);
  }
  return object;
}

/** Each node of a data tree once, the root first. */
export function nodesOf(root: DataNode | undefined): readonly DataNode[] {
  const found = new Set<DataNode>();
  const waiting = root === undefined ? [] : [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    if (next.kind === "list") waiting.push(...next.items);
    if (next.kind === "map") waiting.push(...next.entries.flatMap((entry) => [entry.keyScalar, entry.value]));
  }
  return [...found];
}
