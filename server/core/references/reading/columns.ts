import { flowingText } from "../page/inline.ts";
import type { Inline, Table, TableRow } from "../page/page.ts";
import { isNothing, isQuoted } from "./clean-text.ts";
import { isErrorClass, soundsLikeError } from "./code-shape.ts";
import { isKnownStatus } from "./known-statuses.ts";
import { withProblemTypes } from "./problem-types.ts";
import { type CodesRead, readCodes } from "./read-codes.ts";
import { readStatuses, type StatusesRead } from "./read-statuses.ts";
import { tellsOfFailure } from "./words/failures.ts";
import { roleOfWords, type SpokenRole } from "./words/roles.ts";

/** A column of a table: what its title says, and what its cells look like. Shares are of the cells that say something. */
export interface Column {
  readonly index: number;
  readonly title: string;
  readonly spoken: SpokenRole | undefined;
  readonly cells: readonly Inline[];
  readonly filled: number;
  readonly codes: readonly CodesRead[];
  readonly statuses: readonly StatusesRead[];
  /** Cells that are codes and nothing else, or a code set off from a text. */
  readonly codeShare: number;
  /** Cells whose codes cannot be plain words. */
  readonly nameShare: number;
  readonly numberShare: number;
  readonly statusShare: number;
  /** Cells whose statuses are in use: 404 is, 137 is not. */
  readonly knownStatusShare: number;
  readonly failureShare: number;
  /** Cells whose text tells of something that went wrong. */
  readonly troubleShare: number;
  readonly quotedShare: number;
  /** How many different codes there are to a hundred cells. */
  readonly distinctShare: number;
  /** Cells that are a few words, none of which alone is the code. */
  readonly phraseShare: number;
  readonly typeShare: number;
  readonly wordsPerCell: number;
}

export interface ColumnsRead {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

/** The columns of a table, their titles taken from its first row where the table has none but the row speaks like titles. */
export function readColumns(table: Table): ColumnsRead {
  let { header, rows } = table;
  const [first] = rows;
  if (header === undefined && first !== undefined && speaksLikeTitles(first)) {
    header = first;
    rows = rows.slice(1);
  }
  const width = Math.max(header?.cells.length ?? 0, ...rows.slice(0, 200).map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => readColumn(index, header, rows));
  return { columns: withProblemTypes(columns), rows };
}

function speaksLikeTitles({ cells }: TableRow): boolean {
  const spoken = cells.map(({ content }) => roleOfWords(flowingText(content)));
  const known = spoken.filter((role) => role !== undefined && role.weight >= 2.5);
  return known.length >= 2 || (known.length === 1 && cells.length === 2 && spoken.every((role) => role !== undefined));
}

function readColumn(index: number, header: TableRow | undefined, rows: readonly TableRow[]): Column {
  const titleCell = header?.cells[index];
  const title = titleCell === undefined ? "" : flowingText(titleCell.content);
  const cells = rows.map((row) => cellOf(row, index));
  const filled = cells.filter((cell) => !isNothing(cell));
  const codes = cells.map(readCodes);
  const statuses = cells.map(readStatuses);
  const filledCodes = codes.filter((_, at) => !isNothing(cells[at] ?? { runs: [], span: { start: 0, end: 0 } }));
  const share = (count: number): number => (filled.length === 0 ? 0 : count / filled.length);
  const isCode = ({ codes, rest, isSetOff }: CodesRead): boolean =>
    codes.length > 0 &&
    (rest.runs.length === 0 ||
      (isSetOff && codes.every(({ shape }) => shape !== "word")) ||
      codes.every(({ isMarked, shape }) => isMarked && shape !== "word"));
  const coded = filledCodes.filter(isCode);
  const named = coded.filter(({ codes }) => codes.every(({ shape }) => shape === "name"));
  const onlyStatuses = statuses.filter(({ isOnly }) => isOnly);
  const texts = coded.flatMap(({ codes }) => codes.map(({ text }) => text));
  return {
    index,
    title,
    spoken: title === "" ? undefined : roleOfWords(title),
    cells,
    filled: filled.length,
    codes,
    statuses,
    codeShare: share(coded.length),
    nameShare: share(named.length),
    numberShare: share(coded.filter(({ codes }) => codes.every(({ shape }) => shape === "number")).length),
    statusShare: share(onlyStatuses.length),
    knownStatusShare: share(
      onlyStatuses.filter(({ statuses }) =>
        statuses.every(({ value }) => value.from !== value.to || isKnownStatus(value.from)),
      ).length,
    ),
    failureShare: share(
      coded.reduce((sum, { codes }) => {
        const sounding = codes.filter(({ text }) => soundsLikeError(text));
        // Classes of errors always sound so; what a page says of them decides.
        return sum + (sounding.length === 0 ? 0 : sounding.every(({ text }) => isErrorClass(text)) ? 0.4 : 1);
      }, 0),
    ),
    troubleShare: share(filled.filter((cell) => tellsOfFailure(flowingText(cell))).length),
    quotedShare: share(filled.filter(isQuoted).length),
    distinctShare: texts.length === 0 ? 0 : new Set(texts).size / texts.length,
    phraseShare: share(filled.filter((cell) => phrase.test(flowingText(cell))).length),
    typeShare: share(filled.filter((cell) => dataType.test(flowingText(cell))).length),
    wordsPerCell: share(filled.reduce((sum, cell) => sum + flowingText(cell).split(" ").length, 0)),
  };
}

/** What stands in a column of a row; a cell that only goes on from its left neighbour says nothing of its own. */
function cellOf({ cells, span }: TableRow, index: number): Inline {
  const cell = cells[index];
  const left = cells[index - 1];
  const goesOn =
    cell?.isContinued === true && left !== undefined && left.content.span.start === cell.content.span.start;
  return cell === undefined || goesOn ? { runs: [], span: { start: span.end, end: span.end } } : cell.content;
}

/** A few words of Latin letters: some APIs have codes such as `service open exception`. */
const phrase = /^[A-Za-z][A-Za-z0-9_]*(?: [A-Za-z0-9_]+){1,4}$/;

const dataType =
  /^(?:string|str|int|integer|int32|int64|long|number|float|double|decimal|bool|boolean|object|array|map|list|date|datetime|timestamp|enum|uuid|any|null|json|bytes|void|varchar.*|array<.*|list<.*|\w+\[\]|string \| null)$/i;
