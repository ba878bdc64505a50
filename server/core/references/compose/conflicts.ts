import type { Code, CodeEntry, SourceConflict } from "../../catalog/model.ts";
import type { Span } from "../../text/span.ts";
import type { DraftSource } from "./to-entry.ts";

/**
 * Where two sources of one catalog give a code different statuses and neither list holds the other: a page that names
 * one of the statuses that the program knows is short, not wrong.
 */
export function conflictsBetween(
  entries: readonly CodeEntry[],
  ownUri: string,
  sources: readonly DraftSource[],
): readonly SourceConflict[] {
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
        statusSpans: statusSpansOf(sources, origin ?? ownUri, first.code),
      })),
    }));
}

function holds(larger: readonly number[], smaller: readonly number[]): boolean {
  return smaller.every((status) => larger.includes(status));
}

/** Where the document `uri` writes the statuses of a code. */
function statusSpansOf(sources: readonly DraftSource[], uri: string, code: Code): readonly Span[] {
  return sources
    .filter((source) => source.uri === uri)
    .flatMap(({ draft }) => draft.codes)
    .filter((drafted) => String(drafted.code.value) === String(code))
    .flatMap(({ statuses }) => statuses.map(({ span }) => span));
}
