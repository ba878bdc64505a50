/** Values to try at the cursor: real ones of the catalogs in scope, so that recognisers treat them as such. */
import type { Code } from "../../catalog/model.ts";
import { statusesOfCode } from "../../facts/verdicts.ts";
import type { FileAnalysis } from "../analysis.ts";
import type { Slot } from "./slot.ts";

/** A string code and a number code, as far as the catalogs in scope have such; a string too where messages are known. */
export function sampleCodes(analysis: FileAnalysis, slot: Slot): readonly Code[] {
  const codes = analysis.scope.catalogs.flatMap(({ catalog }) => catalog.codes.map((entry) => entry.code));
  if (codes.length === 0) return [];
  const words = codes.filter((code) => typeof code === "string");
  const numbers = codes.filter((code) => typeof code === "number");
  const word = words.find((code) => /^[A-Za-z]+(?:_[A-Za-z]+)+$/u.test(code)) ?? words[0];
  const number = numbers.find((code) => code < 100 || code > 599) ?? numbers[0];
  const samples: Code[] = [];
  // What begins with a digit becomes no text.
  const isNumber = slot.kind === "bare" && /^\d/u.test(analysis.text.slice(slot.span.start, slot.span.end));
  if (isNumber) return number === undefined ? [] : [number];
  if (word !== undefined) samples.push(word);
  // Where only numbers are codes, a text may still be a wire message.
  else if (slot.kind === "quoted" && !slot.isKey) samples.push("some message");
  if (number !== undefined) samples.push(number);
  return samples;
}

/** A status that the catalogs in scope know, else 400. */
export function sampleStatus(analysis: FileAnalysis): number {
  const known = analysis.scope.catalogs.flatMap(({ catalog }) => catalog.codes.flatMap(statusesOfCode));
  return known.find((status) => status >= 400) ?? 400;
}
