/**
 * Labelled code: `*.corpus.txt` files of small workspaces whose lines say which error sites a person sees there.
 *
 * `// case: NAME` begins a workspace, `// file: PATH` a file of it. A label ends a line and is taken off before the
 * code is analysed: `//=> 409 "FORBIDDEN"`, `//=> 404|409 - across`, `//=> maybe 404 -`, `//=> none`, several parted by
 * `;`. A label stands where the status or code is written, or at the call where neither is.
 */
import { readdirSync, readFileSync } from "node:fs";

const folder = new URL(".", import.meta.url);
const ending = ".corpus.txt";

/** What a person sees on a line. */
export interface Label {
  /** 1-based. */
  readonly line: number;
  /** Every status and every code that the site may have; empty where it has none. */
  readonly statuses: readonly number[];
  readonly codes: readonly (string | number)[];
  /** Whether status or code stand in another file. */
  readonly isAcross: boolean;
  /** `site`: must be found. `maybe`: may be found. `none`: nothing may be found. */
  readonly demand: "site" | "maybe" | "none";
}

export interface LabelledFile {
  readonly path: string;
  /** The code without its labels. */
  readonly text: string;
  readonly labels: readonly Label[];
  /** The line of the corpus file before the first line of this one. */
  readonly lineOffset: number;
}

export interface LabelledCase {
  readonly name: string;
  readonly files: readonly LabelledFile[];
}

export interface Corpus {
  readonly name: string;
  readonly cases: readonly LabelledCase[];
}

/** All files of labelled code. Throws where a label cannot be read: a corpus with a wrong label measures nothing. */
export function readCorpora(): readonly Corpus[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => parseCorpus(file.slice(0, -ending.length), readFileSync(new URL(file, folder), "utf8")));
}

/** One file of labelled code. Text before the first case belongs to nobody. */
export function parseCorpus(name: string, text: string): Corpus {
  const cases: { name: string; files: { path: string; lines: string[]; labels: Label[]; lineOffset: number }[] }[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const caseName = /^\/\/ case: (.+)$/.exec(line)?.[1];
    const path = /^\/\/ file: (\S+)$/.exec(line)?.[1];
    if (caseName !== undefined) cases.push({ name: caseName, files: [] });
    else if (path !== undefined) cases.at(-1)?.files.push({ path, lines: [], labels: [], lineOffset: index + 1 });
    else {
      const file = cases.at(-1)?.files.at(-1);
      if (file === undefined) continue;
      const [code = "", labels] = splitLabel(line);
      file.lines.push(code);
      if (labels === undefined) continue;
      const place = `${name}${ending}:${index + 1}`;
      for (const label of labels.split(" ; ")) file.labels.push(parseLabel(label.trim(), file.lines.length, place));
    }
  }
  return {
    name,
    cases: cases.map(({ name, files }) => ({
      name,
      files: files.map(({ lines, ...file }) => ({ ...file, text: lines.join("\n") })),
    })),
  };
}

function splitLabel(line: string): readonly [string, string | undefined] {
  const at = line.lastIndexOf("//=>");
  return at < 0 ? [line, undefined] : [line.slice(0, at).trimEnd(), line.slice(at + 4).trim()];
}

function parseLabel(text: string, line: number, place: string): Label {
  if (text === "none") return { line, statuses: [], codes: [], isAcross: false, demand: "none" };
  const match = /^(maybe )?(-|\d+(?:\|\d+)*) (.+?)( across)?$/.exec(text);
  const [, maybe, statuses = "", codes = "", across] = match ?? [];
  const codeWords = codes === "-" ? [] : [...codes.matchAll(/"(?:[^"\\]|\\.)*"|-?\d+/g)].map(([word]) => word);
  if (match === null || (codes !== "-" && codeWords.join("|") !== codes)) {
    throw new Error(`${place}: not a label: ${text}`);
  }
  return {
    line,
    statuses: statuses === "-" ? [] : statuses.split("|").map(Number),
    codes: codeWords.map((word) => JSON.parse(word) as string | number),
    isAcross: across !== undefined,
    demand: maybe === undefined ? "site" : "maybe",
  };
}
