/**
 * A half-open range of UTF-16 code units, `[start, end)`, in one text.
 *
 * Every notation of a place that this program knows, so that none is invented twice:
 *
 * - **offset** (here): UTF-16 code units from the start of the text; everything inside the core uses it.
 * - **line and column** of `LineMap`: zero-based line, zero-based column in UTF-16 units.
 * - **LSP position**: zero-based line, zero-based character in the negotiated encoding; only `server/lsp` uses it.
 * - **terminal position**: one-based line and column, UTF-16 units; only `server/cli` uses it.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span from the start of `first` to the end of `last`. */
export function spanning(first: Span, last: Span): Span {
  return { start: first.start, end: last.end };
}

/** Whether `offset` lies in `span`, its end included: a cursor stands between characters. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether `inner` lies wholly in `outer`. */
export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans share at least one code unit. */
export function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}
