/**
 * What a program says does not change with the way in which it is written: the labelled code in another layout, with other
 * names, without its types gives the same statuses and codes.
 */
import { deepStrictEqual, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { transformSync } from "esbuild";
import type { ErrorSite } from "../../server/core/index.ts";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";
import { type LabelledCase, readCorpora } from "./labelled-code.ts";

/** Every third case by the letters of its name: all idioms take part, nobody waits, and a new case moves no other one. */
const cases = readCorpora()
  .flatMap((corpus) => corpus.cases)
  .filter(({ name }) => [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 3 === 0);

type Rewrite = (text: string, path: string) => string;

const asWritten: Rewrite = (text) => text;
const layout: Rewrite = (text, path) => {
  const indented = isProgram(path) ? text.replace(/^(?: {2})+/gm, (blanks) => "\t".repeat(blanks.length / 2)) : text;
  return indented.replaceAll("\n", "\r\n");
};

/** Printed anew by a compiler, which leaves out types and comments; what it cannot read stays. */
const compiled: Rewrite = (text, path) => {
  if (!isProgram(path)) return text;
  try {
    return transformSync(text, {
      loader: path.endsWith("x") ? "tsx" : "ts",
      jsx: "preserve",
      target: "esnext",
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true, verbatimModuleSyntax: true } },
    }).code;
  } catch {
    return text;
  }
};

/** Another name for a variable, in files where that cannot name a property as well. */
function renaming(from: string, to: string): Rewrite {
  const shorthand = new RegExp(String.raw`[{,]\s*(?:\.\.\.)?${from}\s*(?:=[^=>][^,}]*)?[,}]`);
  const taken = new RegExp(String.raw`\b${to}\b`);
  const variable = new RegExp(String.raw`(?<![.\w$'"\x60/@-])${from}(?![\w$'"\x60/-]|\s*\??:(?! *[A-Z]))`, "g");
  return (text, path) =>
    !isProgram(path) || shorthand.test(text) || taken.test(text) ? text : text.replace(variable, to);
}

function isProgram(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}

/** Each site as its file, statuses and codes, in order. */
async function sitesOf({ files }: LabelledCase, rewrite: Rewrite): Promise<readonly string[]> {
  const texts = files.map(({ path, text }) => [path, rewrite(text, path)] as const);
  const { workspace } = memoryWorkspace(Object.fromEntries(texts));
  const found: string[] = [];
  for (const { path } of files) {
    const analysis = await workspace.analyse(uriOf(path));
    for (const { site } of analysis?.facts ?? []) found.push([path, ...valuesOf(site)].join(" "));
  }
  return found.sort();
}

function valuesOf({ status, code }: ErrorSite): readonly string[] {
  return [status, code].map((part) => JSON.stringify((part?.values ?? []).map(({ value }) => value).sort()));
}

/** The share of sites that are found in the rewritten code, too, and those that are not. */
async function kept(rewrite: Rewrite): Promise<{ readonly share: number; readonly lost: readonly string[] }> {
  let all = 0;
  const lost: string[] = [];
  for (const one of cases) {
    const before = await sitesOf(one, asWritten);
    const after = [...(await sitesOf(one, rewrite))];
    all += before.length;
    for (const site of before) {
      const index = after.indexOf(site);
      if (index < 0) lost.push(`${one.name}: ${site}`);
      else after.splice(index, 1);
    }
  }
  return { share: 1 - lost.length / all, lost };
}

describe("labelled code written otherwise", () => {
  it("has the same sites with other ends of lines and other indentation", async () => {
    for (const one of cases) {
      const before = await sitesOf(one, asWritten);
      deepStrictEqual(await sitesOf(one, layout), before, one.name);
    }
  });

  for (const { name, rewrite, floor } of [
    { name: "printed by a compiler", rewrite: compiled, floor: 0.97 },
    { name: "with `outgoing` for `res`", rewrite: renaming("res", "outgoing"), floor: 0.99 },
    { name: "with `failure` for `err`", rewrite: renaming("err", "failure"), floor: 0.99 },
    { name: "with `cx` for Hono's `c`", rewrite: renaming("c", "cx"), floor: 0.99 },
  ]) {
    it(`keeps its sites ${name}`, async () => {
      const { share, lost } = await kept(rewrite);
      ok(share >= floor, `${(100 * share).toFixed(2)} %\n${lost.join("\n")}`);
    });
  }
});
