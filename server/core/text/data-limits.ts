import type { ProblemCollector } from "./problem-collector.ts";

/** Levels of nesting that a data file may have. Parsers recurse, and somebody's file must not exhaust their stack. */
export const maximumDepth = 200;

/** Length of a data file in UTF-16 code units above which it is not read. */
export const maximumLength = 5 * 1024 * 1024;

/** How many words and marks a data file may have: what a reader's time and memory grow with, however short they are. */
export const maximumTokens = 400_000;

/**
 * How many entries and items the collections of one YAML file may have. Its parser keeps about two kilobytes for each,
 * ten times what it keeps for a word; a description of an API of two megabytes has about fifty thousand.
 */
export const maximumYamlItems = 50_000;

/** How many nodes the aliases of one YAML file may stand for, all written out. */
export const maximumAliasedNodes = 100_000;

/** Whether `text` may be read by its size; if not, a problem at its start says so. */
export function hasReadableLength(text: string, problems: ProblemCollector): boolean {
  if (text.length <= maximumLength) return true;
  const megabytes = (text.length / (1024 * 1024)).toFixed(1);
  problems.refuse({ start: 0, end: 0 }, `This file is too large to be read: ${megabytes} MB, at most 5 MB`);
  return false;
}

/** Says that the text nests too deeply at `offset`. */
export function reportDepth(offset: number, problems: ProblemCollector): void {
  problems.refuse(
    { start: offset, end: offset + 1 },
    `More than ${maximumDepth} levels of nesting: the file is not read`,
  );
}

/** Says that the collections of the text have too many items, the first one too many at `offset`. */
export function reportItems(offset: number, problems: ProblemCollector): void {
  problems.refuse(
    { start: offset, end: offset + 1 },
    `More than ${maximumYamlItems} entries and items up to here: the file is not read`,
  );
}

/** Says that the text has too many parts to be read, the first one too many at `offset`. */
export function reportTokens(offset: number, problems: ProblemCollector): void {
  problems.refuse(
    { start: offset, end: offset + 1 },
    `More than ${maximumTokens} words and marks up to here: the file is not read`,
  );
}
