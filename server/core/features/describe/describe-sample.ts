/** What a catalog says of a code that only its own samples show: it is not defined, and what is instead. */
import type { Catalog, Code } from "../../catalog/model.ts";
import { statusesOfCode } from "../../facts/verdicts.ts";
import { code, emphasis, joined, type Line, phrase, strong, text } from "../prose/document.ts";
import { chosen, type Telling } from "./telling.ts";

/** A code that a catalog shows in a sample and defines nowhere. */
export interface SampledCode {
  readonly catalog: Catalog;
  readonly code: Code;
  /** The status in the sample. */
  readonly status: number | undefined;
}

const fewCodes = 3;

/** The codes that `isMeant` picks in samples of catalogs that do not define them, each once a catalog. */
export function sampledCodes(catalogs: readonly Catalog[], isMeant: (code: Code) => boolean): readonly SampledCode[] {
  return catalogs.flatMap((catalog) => {
    const sample = catalog.samples.find((one) => one.code !== undefined && isMeant(one.code));
    if (sample?.code === undefined || catalog.codes.some((entry) => isMeant(entry.code))) return [];
    return [{ catalog, code: sample.code, status: sample.status }];
  });
}

/** `1008 · not in Russian REST API; its own sample uses it; for 405 it defines 5001`. */
export function describeSample(telling: Telling, { catalog, code: shown, status }: SampledCode): Line {
  const { words } = telling;
  const title = chosen(telling, catalog, catalog.title) ?? catalog.id;
  const [before, after] = words.notIn;
  const around = (part: string) => (part === "" ? [] : [text(part)]);
  const parts: Line[] = [
    [...around(before), emphasis(phrase(title)), ...around(after)],
    [text(words.ownSample)],
    definedFor(telling, catalog, status),
  ];
  return joined([[strong(code(shown))], joined(parts, words.separators.parts)], " · ");
}

function definedFor({ words }: Telling, catalog: Catalog, status: number | undefined): Line {
  if (status === undefined) return [];
  const defined = catalog.codes.filter((entry) => statusesOfCode(entry).includes(status));
  if (defined.length === 0 || defined.length > fewCodes) return [];
  const names = defined.map((entry): Line => [code(entry.code)]);
  return [text(`${words.defines(status)} `), ...joined(names, words.separators.items)];
}
