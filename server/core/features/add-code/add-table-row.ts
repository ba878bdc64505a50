import type { CodeEntry } from "../../catalog/model.ts";
import { pipeCells } from "../../references/page/pipe-cells.ts";
import { readPage } from "../../references/page/read-page.ts";
import { type SourceLine, sourceLines } from "../../references/page/source-lines.ts";
import { readPageReference } from "../../references/reading/read-page-reference.ts";
import { applyEdits, type TextEdit } from "../../text/edit.ts";
import type { CatalogText, NewCode } from "./new-code.ts";

/** How many rows of each kind are imitated before the page counts as one that takes none. */
const mostTried = 2;

/**
 * The edit that adds a row to a table of a Markdown page, below the last row of the same status if there is one, with the
 * same columns, in the same widths where the table is aligned. Undefined where reading the page again would not give that
 * code with that status.
 */
export function addTableRow(given: CatalogText, added: NewCode): readonly TextEdit[] | undefined {
  const { catalog, text } = given;
  const lines = sourceLines(text);
  const here = catalog.codes.filter(({ origin }) => origin === undefined);
  const alike = here.filter(({ statuses }) => added.status !== undefined && statuses.includes(added.status));
  const complete = here.filter(({ statuses, messages }) => statuses.length > 0 && messages.length > 0);
  const models = [alike, complete, here].flatMap((entries) => entries.toReversed().slice(0, mostTried));
  for (const entry of new Set(models)) {
    const at = lines.findIndex(
      ({ start, text }) => start <= entry.codeSpan.start && entry.codeSpan.end <= start + text.length,
    );
    const [row, last] = [lines[at], lastRowFrom(lines, at)];
    if (row === undefined || last === undefined) continue;
    const end = last.start + last.text.length;
    const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
    const newText = lineBreak + rowLike(row, { model: entry, added, lines });
    const edits = [{ span: { start: end, end }, newText }];
    if (isRead(given, edits, added)) return edits;
  }
  return undefined;
}

/** The last row of the table that the line at `index` belongs to; undefined where that is no row. */
function lastRowFrom(lines: readonly SourceLine[], index: number): SourceLine | undefined {
  const isRow = (line: SourceLine | undefined): line is SourceLine =>
    line?.text.includes("|") === true && pipeCells(line).length > 1;
  let last: SourceLine | undefined;
  for (let at = index; at >= 0 && isRow(lines[at]); at += 1) last = lines[at];
  return last;
}

interface RowContext {
  /** The code whose row is imitated. */
  readonly model: CodeEntry;
  readonly added: NewCode;
  readonly lines: readonly SourceLine[];
}

function rowLike(row: SourceLine, { model, added, lines }: RowContext): string {
  const cells = pipeCells(row);
  const isAligned = standsBelow(row, lines);
  const written = cells.map(({ start, end }) => {
    const raw = row.text.slice(start - row.start, end - row.start);
    const content = contentFor(raw.trim(), { start, end }, { model, added });
    if (isAligned) return ` ${content}`.padEnd(Math.max(raw.length, content.length + 2));
    if (content === "") return " ";
    const [, before = "", after = ""] = /^(\s*)\S(?:.*\S)?(\s*)$/.exec(raw) ?? ["", " ", " "];
    return before + content + after;
  });
  const first = cells[0]?.start ?? row.start;
  const last = cells.at(-1)?.end ?? row.start;
  const [before, after] = [row.text.slice(0, first - row.start), row.text.slice(last - row.start)];
  return `${before}${written.join("|")}${after}`.trimEnd();
}

/** Whether the pipes of the row stand below those of its table's dashes. */
function standsBelow(row: SourceLine, lines: readonly SourceLine[]): boolean {
  const index = lines.findIndex(({ start }) => start === row.start);
  const dashes = lines.slice(0, index).findLast(({ text }) => /^[\s|:-]*-[\s|:-]*$/.test(text) && text.includes("|"));
  const places = (line: SourceLine) =>
    pipeCells(line).map(({ start, end }) => `${start - line.start} ${end - line.start}`);
  return dashes !== undefined && places(dashes).join() === places(row).join();
}

function contentFor(
  content: string,
  cell: { readonly start: number; readonly end: number },
  { model, added }: Pick<RowContext, "model" | "added">,
): string {
  const holds = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    cell.start <= start && end <= cell.end;
  if (holds(model.codeSpan)) return inFormOf(content, String(added.code));
  const [status] = model.statuses;
  if (status !== undefined && new RegExp(`^\\W*${status}\\b`).test(content)) {
    if (added.status === undefined) return "";
    const hasPhrase = /\p{L}/u.test(content);
    return hasPhrase
      ? `${added.status}${added.phrase === undefined ? "" : ` ${added.phrase}`}`
      : content.replace(String(status), String(added.status));
  }
  const isMessage = model.messages.some(({ span }) => holds(span));
  return isMessage && added.message !== undefined ? inFormOf(content, added.message.replace(/\|/g, "\\|")) : "";
}

/** The text in the marks of code, of bold type or of quotation that are around `content`. */
function inFormOf(content: string, text: string): string {
  const mark = /^(\*\*|`+|["“])/.exec(content)?.[0] ?? "";
  return `${mark}${text}${mark === "“" ? "”" : mark}`;
}

function isRead({ catalog, text }: CatalogText, edits: readonly TextEdit[], { code, status }: NewCode): boolean {
  const [before, after] = [text, applyEdits(text, edits)].map((one) => {
    const page = readPage({ uri: catalog.uri, text: one });
    return page === undefined ? [] : readPageReference(page, catalog.uri).draft.codes;
  });
  const entry = after?.find((drafted) => String(drafted.code.value) === String(code));
  const hasStatus = status === undefined || entry?.statuses.some(({ value }) => value === status) === true;
  return entry !== undefined && hasStatus && after?.length === (before?.length ?? 0) + 1;
}
