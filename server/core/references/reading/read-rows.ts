import type { StatusRange } from "../../catalog/model.ts";
import type { DraftCode, Drafted, DraftStatus } from "../draft.ts";
import { draftEntry } from "../empty.ts";
import { linesOfInline } from "../page/inline.ts";
import { type Inline, type TableRow, textOfInline } from "../page/page.ts";
import { draftedMessages, draftedText, isNothing } from "./clean-text.ts";
import type { Column } from "./columns.ts";
import { draftStatus, readRetry } from "./draft-entry.ts";
import { isKnownStatus } from "./known-statuses.ts";
import { type CodeToken, type CodeTyping, codeOf } from "./read-codes.ts";
import { exactStatuses, mentionedStatuses, readStatuses, statusOfPhrase } from "./read-statuses.ts";
import { digitsAreText, type ReadingContext } from "./reading-context.ts";
import { statusTexts } from "./reason-phrase.ts";
import { readSubErrors } from "./sub-errors.ts";
import { areBodyFields } from "./table-evidence.ts";
import type { TableRoles } from "./table-roles.ts";
import { settledStatuses } from "./told-statuses.ts";

/** Makes entries of the rows of an error table, one row after the other. */
export class RowReader {
  readonly codes: DraftCode[] = [];
  readonly statuses: DraftStatus[] = [];
  readonly #roles: TableRoles;
  readonly #columns: readonly Column[];
  readonly #typing: CodeTyping;
  /** The statuses of rows that name none themselves: the section's, or those of a row that heads the ones below it. */
  #inherited: readonly Drafted<number>[];

  constructor(roles: TableRoles, columns: readonly Column[], context: ReadingContext) {
    this.#roles = roles;
    this.#columns = columns;
    this.#inherited = context.statuses;
    this.#typing = { digitsAreText: digitsAreText(context) || hasPaddedCode(roles.code) };
  }

  read(row: TableRow, index: number): void {
    const { code, status } = this.#roles;
    const tokens = code === undefined ? [] : this.#tokens(code, index);
    if (this.#headsGroup(row, tokens)) this.#heads(row);
    else if (tokens.length > 0) this.#readCodes(row, index, tokens);
    else if (this.#heads(row)) return;
    else if (status !== undefined && (code === undefined || isNothing(cellAt(code, index))))
      this.#readStatus(row, index, status);
  }

  #tokens(code: Column, index: number): readonly CodeToken[] {
    const cell = cellAt(code, index);
    if (isNothing(cell)) return [];
    const { codes, rest, isSetOff } = code.codes[index] ?? { codes: [], rest: cell, isSetOff: true };
    const isPlain =
      codes.length > 0 &&
      (rest.runs.length === 0 || isSetOff || codes.some(({ shape, isMarked }) => shape !== "word" || isMarked));
    if (isPlain && !isPhraseOfWords(cell, codes)) {
      // A plain word among names is a remark of the row, such as the field that it is about.
      const isRemark = code.nameShare >= 0.5 && areBodyFields(codes.map(({ text }) => text));
      return isRemark ? [] : codes;
    }
    return code.nameShare + code.numberShare < 0.4 ? [] : phraseToken(cell);
  }

  /** Whether a row is one cell over its whole width, or a status alone among rows of names: the rows below belong to it. */
  #headsGroup({ cells }: TableRow, tokens: readonly CodeToken[]): boolean {
    const own = cells.filter(({ content, isContinued }) => !isContinued && content.runs.length > 0);
    if (own.length !== 1 || cells.length < 2) return false;
    const isWide = cells.slice(1).every(({ isContinued }) => isContinued);
    const isStatus = tokens.every(({ shape, text }) => shape === "number" && isKnownStatus(Number(text)));
    return isWide || (tokens.length > 0 && isStatus && (this.#roles.code?.nameShare ?? 0) > 0.5);
  }

  /** A row that has one text over its whole width: it gives the rows below it their statuses. */
  #heads({ cells }: TableRow): boolean {
    const own = cells.filter(({ content, isContinued }) => !isContinued && content.runs.length > 0);
    const [first] = own;
    if (own.length !== 1 || first === undefined || cells.length < 2) return false;
    const found = exactStatuses(readStatuses(first.content).statuses);
    if (found.length > 0) this.#inherited = found;
    return true;
  }

  #readCodes(row: TableRow, index: number, tokens: readonly CodeToken[]): void {
    const { code, method } = this.#roles;
    const rest = code?.codes[index]?.rest;
    const inCell = rest === undefined ? [] : exactStatuses(readStatuses(rest).statuses);
    const own = this.#statusesAt(index);
    const texts = this.#texts(index);
    const title =
      texts.title ??
      (rest === undefined || isPartOf(rest, tokens) || readStatuses(rest).isOnly ? undefined : draftedText(rest));
    const mentioned = this.#roles.status === undefined ? this.#mentionedAt(index) : [];
    const methodText = method === undefined ? undefined : draftedText(cellAt(method, index));
    const settled = settledStatuses([
      { where: "its row", statuses: own },
      { where: "its cell", statuses: inCell },
      { where: "the section around it", statuses: this.#inherited },
    ]);
    const statuses = settled.statuses.length > 0 ? settled.statuses : mentioned;
    for (const token of tokens) {
      const value = codeOf(token, this.#typing);
      const parts = {
        ...texts,
        title,
        methods: methodText === undefined ? [] : [methodText],
        isDeprecated: token.isStruck,
        doubts: settled.doubts,
      };
      this.codes.push(draftEntry({ code: { value, span: token.span }, statuses, span: row.span }, parts));
    }
  }

  /** A status that an explanation names in brackets or after `HTTP`, where no column has the statuses. */
  #mentionedAt(index: number): readonly Drafted<number>[] {
    const { summary, cause } = this.#roles;
    for (const column of [summary, cause]) {
      if (column === undefined) continue;
      const found = mentionedStatuses(cellAt(column, index));
      if (found.length > 0) return found;
    }
    return [];
  }

  #readStatus(row: TableRow, index: number, column: Column): void {
    const { title, summary, cause, fix, messages } = this.#texts(index);
    const [message] = messages;
    const explanation = this.#roles.summary;
    const split = statusTexts(explanation === undefined ? undefined : cellAt(explanation, index));
    const parts = {
      title: title ?? (summary === undefined ? undefined : (message ?? split.title)),
      summary: title === undefined && message === undefined ? split.summary : (summary ?? message),
      cause,
      fix,
    };
    for (const status of this.#rangesAt(column, index)) {
      this.statuses.push(draftStatus({ status, span: row.span }, parts));
      for (const { content } of row.cells) this.codes.push(...readSubErrors(content, status));
    }
  }

  #statusesAt(index: number): readonly Drafted<number>[] {
    const { status } = this.#roles;
    if (status === undefined) return [];
    const found = exactStatuses(status.statuses[index]?.statuses ?? []);
    if (found.length > 0) return found;
    const phrase = statusOfPhrase(cellAt(status, index));
    return phrase === undefined ? [] : [phrase];
  }

  #rangesAt(column: Column, index: number): readonly Drafted<StatusRange>[] {
    return column.statuses[index]?.statuses ?? [];
  }

  #texts(index: number) {
    const { messages, title, summary, cause, fix, retry } = this.#roles;
    const [message] = messages;
    const textAt = (column: Column | undefined) =>
      column === undefined ? undefined : draftedText(cellAt(column, index));
    const further = this.#columns.find(
      (column) =>
        column.title === "" && column.spoken === undefined && column.filled > 0 && isLast(column, this.#columns),
    );
    return {
      messages:
        message === undefined || isNothing(cellAt(message, index)) ? [] : draftedMessages(cellAt(message, index)),
      title: textAt(title),
      summary: textAt(summary),
      cause: textAt(cause),
      fix: textAt(fix) ?? (further === summary ? undefined : textAt(further)),
      retry: retry === undefined ? undefined : readRetry(cellAt(retry, index)),
    };
  }
}

/** Whether a text belongs to one of the codes: `open exception` of `service open exception`. */
function isPartOf({ span }: Inline, tokens: readonly CodeToken[]): boolean {
  return tokens.some((token) => token.span.start <= span.start && span.end <= token.span.end);
}

function isLast(column: Column, columns: readonly Column[]): boolean {
  return column.index === columns.length - 1 && columns.length > 3;
}

function cellAt(column: Column, index: number): Inline {
  return column.cells[index] ?? { runs: [], span: { start: 0, end: 0 } };
}

/** Whether any code of a column is padded with zeros: then all of its codes are texts. */
function hasPaddedCode(column: Column | undefined): boolean {
  return (
    column?.codes.some(({ codes }) => codes.some(({ shape, text }) => shape === "number" && /^0\d/.test(text))) ?? false
  );
}

/** Whether a cell is several words of which the first alone would be taken for the code. */
function isPhraseOfWords(cell: Inline, codes: readonly CodeToken[]): boolean {
  const text = textOfInline(cell).trim();
  return codes.length === 1 && codes[0]?.shape === "word" && /^[A-Za-z]+(?: [A-Za-z]+)+$/.test(text);
}

/** A code with spaces, as some APIs have them: `service open exception`. */
function phraseToken(cell: Inline): readonly CodeToken[] {
  const [line, ...more] = linesOfInline(cell);
  if (line === undefined || more.length > 0) return [];
  const text = textOfInline(line);
  if (!/^[A-Za-z][A-Za-z0-9_]*(?: [A-Za-z0-9_]+){1,4}$/.test(text)) return [];
  return [{ text, shape: "word", isMarked: false, isCode: false, isQuoted: false, isStruck: false, span: line.span }];
}
