/** Fixtures of values: files in sections, calls of `show(…)` in them, and one expected line for each argument. */
import { strictEqual } from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { summariseModule } from "../../../server/core/sites/values/summarise-module.ts";
import type {
  ErrorShape,
  ModuleProvider,
  ResolvedOption,
  ResolvedValue,
  ShapePart,
  ValueService,
} from "../../../server/core/sites/values/value-service.ts";
import { createValueService } from "../../../server/core/sites/values/value-service-for-file.ts";
import { dialectOf } from "../../../server/core/syntax/dialect.ts";
import { readSource } from "../../../server/core/syntax/read-source.ts";
import type { Expression, SourceFile } from "../../../server/core/syntax/tree.ts";
import { walkFile } from "../../../server/core/syntax/walk.ts";
import { LineMap } from "../../../server/core/text/line-map.ts";
import { type FixtureFile, parseSiteFixture } from "../../support/site-fixture.ts";

const root = "file:///project/";
const mark = "// expect";

export interface Shown {
  readonly file: SourceFile;
  readonly service: ValueService;
  readonly expression: Expression;
}

/** The provider of a fixture's files. */
export function providerOf(files: readonly FixtureFile[]): ModuleProvider {
  return {
    module(uri) {
      const found = files.find(({ name }) => uri === root + name);
      return found === undefined
        ? "absent"
        : summariseModule(readSource(found.text, dialectOf(found.name) ?? "ts"), uri);
    },
  };
}

/** The value service of one file. */
export function serviceOf(
  { name, text }: FixtureFile,
  modules: ModuleProvider,
): { readonly file: SourceFile; readonly service: ValueService } {
  const file = readSource(text, dialectOf(name) ?? "ts");
  return { file, service: createValueService({ file, uri: root + name, modules }) };
}

/** The arguments of every `show(…)` in a file. */
export function shownIn(file: SourceFile): readonly Expression[] {
  const found: Expression[] = [];
  walkFile(file, (node) => {
    if (node.kind === "call" && node.callee.kind === "identifier" && node.callee.name === "show")
      found.push(...node.arguments);
  });
  return found;
}

/** The names of the fixtures in a folder. */
export function fixturesIn(folder: string): readonly string[] {
  return readdirSync(new URL(`../../fixtures/sites/values/${folder}/`, import.meta.url))
    .filter((name) => name.endsWith(".fixture.txt"))
    .map((name) => name.replace(".fixture.txt", ""));
}

/** Compares the lines for a fixture with those at its end; `UPDATE_GOLDEN=1` rewrites them. */
export function checkFixture(folder: string, name: string, describe: (shown: Shown) => string): void {
  const path = new URL(`../../fixtures/sites/values/${folder}/${name}.fixture.txt`, import.meta.url);
  const text = readFileSync(path, "utf8");
  const { files, expected } = parseSiteFixture(text);
  const modules = providerOf(files);
  const actual = files.flatMap((one) => {
    const { file, service } = serviceOf(one, modules);
    const map = new LineMap(file.text);
    return shownIn(file).map((expression) => {
      const line = map.toLineColumn(expression.start).line + 1;
      const written = file.text.slice(expression.start, expression.end);
      return `${line}: ${written} => ${describe({ file, service, expression })}`;
    });
  });
  if (process.env.UPDATE_GOLDEN === "1") {
    writeFileSync(path, `${text.split(`\n${mark}`)[0]}\n${mark}\n${actual.join("\n")}\n`);
    return;
  }
  strictEqual(actual.join("\n"), expected.join("\n"));
}

/** `404 in src/codes.ts of Codes|…`: value, place when elsewhere, table, `~` for an assumption, `…` for other values. */
export function describeValue(value: ResolvedValue): string {
  return [...value.options.map(describeOption), ...(value.exhaustive ? [] : ["…"])].join(" | ");
}

function describeOption(option: ResolvedOption): string {
  const words = [`${option.certainty === undefined ? "" : "~"}${JSON.stringify(option.value)}`];
  if (option.origin !== undefined) words.push(`in ${option.origin.uri.slice(root.length)}`);
  if (option.table !== undefined) words.push(`of ${option.table.name}(${option.table.members.size})`);
  return words.join(" ");
}

/** `AppError status=404 (argument) code="X"`. */
export function describeShape(shape: ErrorShape | undefined, text: string): string {
  if (shape === undefined) return "nothing";
  const part = (name: string, read: ShapePart | undefined): readonly string[] => {
    if (read === undefined) return [];
    const { argument } = read;
    const given = argument === undefined ? "" : ` <- ${text.slice(argument.start, argument.end)}`;
    return [`${read.certainty === undefined ? "" : "~"}${name}=${describeValue(read.value)}${given}`];
  };
  const words = [
    shape.name,
    ...part("status", shape.status),
    ...part("code", shape.code),
    ...part("message", shape.message),
  ];
  return `${words.join("; ")}${shape.isApiError ? "" : "; no API error"}`;
}
