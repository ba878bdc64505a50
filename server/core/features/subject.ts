/** What stands at a place: which codes and statuses, by which facts. Hover, definition and explanations start here. */
import type { Code } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import type { Part, PartValue, Written } from "../sites/model.ts";
import { type Span, touches } from "../text/span.ts";
import type { FileAnalysis } from "./analysis.ts";
import { namedSubject } from "./named-subject.ts";

export interface Subject {
  /** What the cursor is on: a literal, a name, a member, a key. */
  readonly span: Span;
  readonly codes: readonly Code[];
  readonly statuses: readonly number[];
  /** The facts that these were read from; empty for a name that stands for a code outside any site. */
  readonly facts: readonly Fact[];
}

/** The codes and statuses at `offset`; undefined where nothing there is known to be one. */
export function subjectAt(analysis: FileAnalysis, offset: number): Subject | undefined {
  return narrowest(analysis, offset) ?? namedSubject(analysis, offset);
}

interface Mention {
  readonly span: Span;
  readonly code: Code | undefined;
  readonly status: number | undefined;
  readonly fact: Fact;
}

function narrowest(analysis: FileAnalysis, offset: number): Subject | undefined {
  const touched = mentionsOf(analysis, offset).filter((mention) => touches(mention.span, offset));
  const width = Math.min(...touched.map((mention) => mention.span.end - mention.span.start));
  const chosen = touched.filter((mention) => mention.span.end - mention.span.start === width);
  const span = chosen[0]?.span;
  if (span === undefined) return undefined;
  return {
    span,
    codes: distinct(chosen.flatMap((mention) => mention.code ?? [])),
    statuses: distinct(chosen.flatMap((mention) => mention.status ?? [])),
    facts: distinct(chosen.map((mention) => mention.fact)),
  };
}

function mentionsOf(analysis: FileAnalysis, offset: number): readonly Mention[] {
  return analysis.facts.flatMap((fact) => [
    ...spansOf(fact.site.code, analysis, offset).map(([span, value]) => ({
      span,
      code: value,
      status: undefined,
      fact,
    })),
    ...spansOf(fact.site.status, analysis, offset).map(([span, value]) => ({
      span,
      code: undefined,
      status: value,
      fact,
    })),
  ]);
}

function spansOf<Value>(
  part: Part<Value> | undefined,
  analysis: FileAnalysis,
  offset: number,
): readonly (readonly [Span, Value])[] {
  if (part === undefined) return [];
  return part.values.flatMap((value) =>
    spansOfValue(value, analysis, offset).map((span) => [span, value.value] as const),
  );
}

function spansOfValue<Value>(value: PartValue<Value>, analysis: FileAnalysis, offset: number): readonly Span[] {
  const spans: Span[] = [];
  const written = spanWritten(value.written, analysis.text, offset);
  if (written !== undefined) spans.push(written);
  if (value.origin?.uri === analysis.uri) spans.push(value.origin.span);
  return spans;
}

function spanWritten(written: Written, text: string, offset: number): Span | undefined {
  return written.kind === "implied" ? nameInCall(written.span, text, offset) : written.span;
}

const silentWords: ReadonlySet<string> = new Set(["new", "throw", "await", "return", "class", "extends", "export"]);

// An implied part may cover a whole call; only the name that implies it stands for it, not its arguments.
function nameInCall(span: Span, text: string, offset: number): Span | undefined {
  if (!touches(span, offset) || text.slice(span.start, offset).includes("(")) return undefined;
  const word = wordAt(text, offset);
  return word === undefined || silentWords.has(text.slice(word.start, word.end)) ? undefined : word;
}

/** The identifier that touches `offset`, if any. */
export function wordAt(text: string, offset: number): Span | undefined {
  const before = /[\p{L}\p{N}_$]*$/u.exec(text.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}_$]*/u.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  return before + after === 0 ? undefined : { start: offset - before, end: offset + after };
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}
