/** Which code or status a catalog's own text speaks of at a place. */
import type { Catalog, Code, CodeEntry } from "../catalog/model.ts";
import { type Span, touches } from "../text/span.ts";
import { codeEntriesOf } from "./lookup.ts";

export type CatalogSubject =
  | { readonly kind: "code"; readonly span: Span; readonly entry: CodeEntry }
  | { readonly kind: "status"; readonly span: Span; readonly status: number };

/** The code or status that the catalog's text defines or names at `offset`. */
export function catalogSubjectAt(text: string, catalog: Catalog, offset: number): CatalogSubject | undefined {
  const defined = catalog.codes.find(
    ({ code, codeSpan }) => touches(codeSpan, offset) && isThere(text, code, codeSpan),
  );
  if (defined !== undefined) return { kind: "code", span: defined.codeSpan, entry: defined };
  const span = scalarAt(text, offset);
  if (span === undefined) return undefined;
  const word = text.slice(span.start, span.end);
  const within = catalog.codes.find((entry) => touches(entry.span, offset));
  const number = Number(word);
  if (within !== undefined) {
    const related = [...within.confusedWith, within.parent, within.replacement].filter((code) => code !== undefined);
    const named = related.find((code) => String(code) === word);
    const entry = named === undefined ? undefined : firstEntry(catalog, named);
    if (entry !== undefined) return { kind: "code", span, entry };
    const statuses = [...within.statuses, ...within.messages.flatMap((message) => message.statuses)];
    return statuses.includes(number) ? { kind: "status", span, status: number } : undefined;
  }
  const status = catalog.statuses.find((entry) => touches(entry.span, offset));
  if (status === undefined) return undefined;
  const isKey = status.status.from === number && /^["']?$/u.test(text.slice(status.span.start, span.start).trim());
  const isAlternative = status.avoid.some((avoid) => avoid.instead === number);
  return isKey || isAlternative ? { kind: "status", span, status: number } : undefined;
}

// While a text is broken its last good catalog serves, whose places may have moved.
function isThere(text: string, code: Code, span: Span): boolean {
  return text.slice(span.start, span.end).includes(String(code));
}

function firstEntry(catalog: Catalog, code: Code): CodeEntry | undefined {
  return codeEntriesOf(catalog, code)[0];
}

// The run of characters that may be a plain code or a number in YAML or JSON.
function scalarAt(text: string, offset: number): Span | undefined {
  const before = /[\p{L}\p{N}_.\-/]*$/u.exec(text.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}_.\-/]*/u.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  return before + after === 0 ? undefined : { start: offset - before, end: offset + after };
}
