/** Tables of problem types (RFC 9457 §3.1.1, §4): the code is a URI, which stands as a whole in its column. */
import { type Inline, spanInInline, textOfInline } from "../page/page.ts";
import type { Column } from "./columns.ts";
import type { CodesRead } from "./read-codes.ts";

/**
 * The columns, the one of problem types read as codes: its title speaks of types, problems or URIs, nearly all its cells
 * are URIs, all of them different, and beside it stands a column of statuses of failures.
 */
export function withProblemTypes(columns: readonly Column[]): readonly Column[] {
  const hasFailures = columns.some(
    ({ statuses, statusShare }) =>
      statusShare >= 0.6 && statuses.some((cell) => cell.statuses.some(({ value }) => value.from >= 400)),
  );
  return hasFailures ? columns.map((column) => (holdsProblemTypes(column) ? asCodes(column) : column)) : columns;
}

const uri = /^(?:(?:https?|tag|urn):[^\s<>"]+|\/[\w~%./#-]+)$/i;

function holdsProblemTypes({ title, cells, filled }: Column): boolean {
  if (filled < 2 || !/\btypes?\b|\bur[il]s?\b|problem|类型|тип/iu.test(title)) return false;
  const texts = cells.map((cell) => textOfInline(cell).trim()).filter((text) => uri.test(text));
  return texts.length >= 0.9 * filled && new Set(texts).size === texts.length;
}

function asCodes(column: Column): Column {
  return {
    ...column,
    spoken: { role: "code", weight: 3, language: column.spoken?.language ?? "en" },
    codes: column.cells.map(wholeCell),
    codeShare: 1,
    nameShare: 1,
    numberShare: 0,
    failureShare: 1,
    distinctShare: 1,
    phraseShare: 0,
    typeShare: 0,
  };
}

/** The URI of a cell as its only code. */
function wholeCell(cell: Inline): CodesRead {
  const whole = textOfInline(cell);
  const text = whole.trim();
  const start = whole.indexOf(text);
  const span = spanInInline(cell, start, start + text.length);
  const rest: Inline = { runs: [], span: { start: span.end, end: span.end } };
  if (!uri.test(text)) return { codes: [], rest, isSetOff: true };
  const isCode = cell.runs.every(({ style }) => style === "code");
  const token = { text, shape: "name", isMarked: isCode, isCode, isQuoted: false, isStruck: false, span } as const;
  return { codes: [token], rest, isSetOff: true };
}
