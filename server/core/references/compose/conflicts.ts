import type { CodeEntry, SourceConflict } from "../../catalog/model.ts";

/**
 * Where two sources of one catalog give a code different statuses and neither list holds the other: a page that names
 * one of the statuses that the program knows is short, not wrong.
 */
export function conflictsBetween(entries: readonly CodeEntry[], ownUri: string): readonly SourceConflict[] {
  const [first, ...further] = entries.filter(({ statuses }) => statuses.length > 0);
  if (first === undefined) return [];
  return further
    .filter((other) => !holds(first.statuses, other.statuses) && !holds(other.statuses, first.statuses))
    .map((other) => ({
      code: first.code,
      sides: [first, other].map(({ statuses, codeSpan, origin }) => ({
        uri: origin ?? ownUri,
        span: codeSpan,
        statuses,
      })),
    }));
}

function holds(larger: readonly number[], smaller: readonly number[]): boolean {
  return smaller.every((status) => larger.includes(status));
}
