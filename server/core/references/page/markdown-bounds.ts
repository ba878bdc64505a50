import { hasReadableLength, maximumDepth, reportDepth } from "../../text/data-limits.ts";
import type { ProblemCollector } from "../../text/problem-collector.ts";
import type { SourceLine } from "./source-lines.ts";

/** Cells that one row of a table may have; a table with more is left out. */
export const maximumColumns = 200;

/** Length of a paragraph or cell above which its markup is not looked at: the search for pairs of marks is quadratic. */
export const maximumMarkedLength = 20_000;

/** Columns of indentation that a list item may have. Deeper lists are made by hand, and cost their depth on every line. */
const maximumIndentation = 2 * maximumDepth;

/** Whether a Markdown text may be read; if not, a problem says why. */
export function isReadableMarkdown(source: string, lines: readonly SourceLine[], problems: ProblemCollector): boolean {
  if (!hasReadableLength(source, problems)) return false;
  const tooDeep = lines.find(({ text }) => isTooDeep(text));
  if (tooDeep !== undefined) reportDepth(tooDeep.start, problems);
  return tooDeep === undefined;
}

function isTooDeep(line: string): boolean {
  let marks = 0;
  let at = 0;
  const mark = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
  for (let match = mark.exec(line); match; match = mark.exec(line)) {
    at = mark.lastIndex;
    marks += 1;
    if (marks > maximumDepth) return true;
    if (match[0].length > maximumIndentation) return true;
  }
  return at > 4 * maximumIndentation;
}
