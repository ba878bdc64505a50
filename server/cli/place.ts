import type { LineMap, Span } from "../core/index.ts";

/** A range for terminals and programs: one-based lines and columns, columns in UTF-16 units, the end exclusive. */
export interface ShownRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function shownRange(span: Span, lines: LineMap): ShownRange {
  const start = lines.toLineColumn(span.start);
  const end = lines.toLineColumn(span.end);
  return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}
