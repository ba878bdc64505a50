/**
 * Fixtures of error sites: a text file with `// file: NAME` sections and, at its end, an `// expect` block that lists
 * every site as one line. The whole set is compared; `UPDATE_GOLDEN=1` rewrites the block.
 */

import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { readConfiguration } from "../../server/core/facts/read-configuration.ts";
import { findSites, mayHoldSites } from "../../server/core/sites/find-sites.ts";
import type { ErrorSite, Part } from "../../server/core/sites/model.ts";
import type { Wrapper } from "../../server/core/sites/recogniser.ts";
import { summariseModule } from "../../server/core/sites/values/summarise-module.ts";
import type { ModuleProvider } from "../../server/core/sites/values/value-service.ts";
import { type Why, whyAt } from "../../server/core/sites/why.ts";
import { dialectOf } from "../../server/core/syntax/dialect.ts";
import { readSource } from "../../server/core/syntax/read-source.ts";
import { LineMap } from "../../server/core/text/line-map.ts";

const folder = new URL("../fixtures/sites/", import.meta.url);
const expectMark = "// expect";

/** One file of a fixture. */
export interface FixtureFile {
  readonly name: string;
  readonly text: string;
}

/** The files of a fixture and its expected lines. */
export interface SiteFixture {
  readonly files: readonly FixtureFile[];
  readonly expected: readonly string[];
}

/** Splits the text of a fixture. Text before the first section belongs to no file. */
export function parseSiteFixture(text: string): SiteFixture {
  const files: { name: string; lines: string[] }[] = [];
  const expected: string[] = [];
  let expecting = false;
  for (const line of text.split("\n")) {
    const name = /^\/\/ file: (\S+)$/.exec(line)?.[1];
    if (name !== undefined) {
      files.push({ name, lines: [] });
      expecting = false;
    } else if (line === expectMark) expecting = true;
    else if (expecting) expected.push(line);
    else files.at(-1)?.lines.push(line);
  }
  return {
    files: files.map(({ name, lines }) => ({ name, text: lines.join("\n") })),
    expected: expected.filter((line) => line.trim() !== ""),
  };
}

/** Every site of every file of a fixture, a line each. */
export function siteLines(files: readonly FixtureFile[], wrappers: readonly Wrapper[] = []): readonly string[] {
  const modules = modulesOf(files);
  return files.flatMap(({ name, text }) => {
    const map = new LineMap(text);
    const sites = sitesOf({ name, text }, modules, wrappers);
    const prefix = files.length > 1 ? `${name} ` : "";
    return sites.map((site) => prefix + describeSite(site, map));
  });
}

/** The sites of one file of a fixture. */
export function sitesOf(
  { name, text }: FixtureFile,
  modules: ModuleProvider = modulesOf([]),
  wrappers: readonly Wrapper[] = [],
): readonly ErrorSite[] {
  return findSites(readSource(text, dialectOf(name) ?? "ts"), { uri: `file:///project/${name}`, modules, wrappers });
}

/** `// wrapper: fail(status, code, message) reason=code` lines before the first file describe a team's own functions. */
function wrappersOf(text: string): readonly Wrapper[] {
  const wrappers = [...text.matchAll(/^\/\/ wrapper: ([^(]+)\(([^)]*)\)(.*)$/gm)].map(
    ([, callee, args = "", rest = ""]) => ({
      callee,
      args: args
        .split(",")
        .map((role) => role.trim())
        .filter((role) => role !== ""),
      properties: Object.fromEntries([...rest.matchAll(/([\w.]+)=(\w+)/g)].map(([, name = "", role]) => [name, role])),
    }),
  );
  const configuration = readConfiguration(JSON.stringify({ wrappers }), { uri: "file:///a.json", format: "json" });
  deepStrictEqual(configuration.problems, []);
  return configuration.wrappers;
}

function modulesOf(files: readonly FixtureFile[]): ModuleProvider {
  return {
    module(uri) {
      const file = files.find(({ name }) => uri === `file:///project/${name}`);
      if (file === undefined) return "absent";
      return summariseModule(readSource(file.text, dialectOf(file.name) ?? "ts"), uri);
    },
  };
}

/** `12:5 express 409 "FORBIDDEN" "message" {Retry-After: 5} and`; a tilde marks a likely part, a question mark a weak one. */
export function describeSite(site: ErrorSite, map: LineMap): string {
  const { line, column } = map.toLineColumn(site.span.start);
  const words = [`${line + 1}:${column + 1}`, site.idiom];
  if (site.role !== "emit") words.push(`(${site.role})`);
  if (site.status !== undefined) words.push(describePart(site.status));
  if (site.code !== undefined) words.push(`code=${describePart(site.code)}`);
  if (site.message !== undefined) words.push(`message=${describePart(site.message)}`);
  if (site.headers.length > 0 || !site.headersComplete) words.push(describeHeaders(site));
  if (site.body?.form === "none") words.push("empty");
  if (site.comparison !== undefined && site.comparison.combination !== "single")
    words.push(site.comparison.combination);
  if (site.comparison?.negated === true) words.push("not");
  return words.join(" ");
}

function describePart(part: Part<string | number>): string {
  const mark = part.certainty === "certain" ? "" : part.certainty === "likely" ? "~" : "?";
  if (part.values.length === 0) return `${mark}dynamic`;
  const values = part.values.map((item) => JSON.stringify(item.value)).join("|");
  return `${mark}${values}${part.exhaustive ? "" : "|…"}`;
}

function describeHeaders(site: ErrorSite): string {
  const headers = site.headers.map(({ name, value }) => (value === undefined ? name : `${name}: ${value}`));
  if (!site.headersComplete) headers.push("…");
  return `{${headers.join(", ")}}`;
}

/** The files of all fixtures of sites. */
export function allFixtureFiles(): readonly FixtureFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".fixture.txt"))
    .flatMap((name) => parseSiteFixture(readFileSync(new URL(name, folder), "utf8")).files);
}

/** Whether the file would be read at all by those who look at many files. */
export function passesPrefilter({ name, text }: FixtureFile): boolean {
  return mayHoldSites(text, dialectOf(name) ?? "ts");
}

/** Compares a fixture with what is found, or rewrites its expectations. */
export function checkSiteFixture(name: string): void {
  const path = new URL(name, folder);
  const text = readFileSync(path, "utf8");
  const fixture = parseSiteFixture(text);
  const actual = siteLines(fixture.files, wrappersOf(text));
  if (process.env.UPDATE_GOLDEN === "1") {
    const head = text.split(`\n${expectMark}\n`)[0] ?? text;
    writeFileSync(path, `${head.trimEnd()}\n${expectMark}\n${actual.map((line) => `${line}\n`).join("")}`);
    return;
  }
  strictEqual(actual.join("\n"), fixture.expected.join("\n"));
}

/** The explanation of the place marked `$0` in a text. */
export function whyAtMark(marked: string, name = "file.ts"): Why {
  const offset = marked.indexOf("$0");
  const text = marked.replace("$0", "");
  return whyAt(readSource(text, dialectOf(name) ?? "ts"), Math.max(0, offset), {
    uri: `file:///project/${name}`,
    modules: modulesOf([]),
  });
}
