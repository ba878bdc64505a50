import { readYaml } from "./read-yaml.ts";
import { repairBrackets } from "./reader/brackets.ts";
import { Cursor } from "./reader/cursor.ts";
import { readToLimit } from "./reader/expressions.ts";
import { DEEPEST_NESTING, scan } from "./reader/scan.ts";
import { NO_HINTS, type ScanHints } from "./reader/scan-hints.ts";
import { readStatements } from "./reader/statements.ts";
import { scanTemplatesApart } from "./reader/templates.ts";
import * as T from "./reader/token-kind.ts";
import type { Tokens } from "./reader/tokens.ts";
import type { Dialect, SourceFile, Statement } from "./tree.ts";

/** Texts longer than this (UTF-16 units) are refused. */
export const LONGEST_TEXT = 5 * 1024 * 1024;

/** How often the reader may correct the scanner about one text. */
const MOST_CORRECTIONS = 6;

/**
 * The structure of `text`, sound or half-typed. Never throws: what cannot be read is `missing` or skipped, and a text
 * that is too long or nested too deeply is refused with a reason.
 */
export function readSource(text: string, dialect: Dialect): SourceFile {
  if (text.length > LONGEST_TEXT) {
    const millions = LONGEST_TEXT / (1024 * 1024);
    return refused(text, dialect, `The text is longer than ${millions} million characters and was not read.`);
  }
  if (dialect === "yaml") return readYaml(text);
  let hints = NO_HINTS;
  for (let round = 0; ; round += 1) {
    const tokens = tokensOf(text, dialect, hints);
    if (tokens.tooDeep) {
      return refused(text, dialect, `Brackets nest deeper than ${DEEPEST_NESTING} levels, so the text was not read.`);
    }
    const cursor = new Cursor(text, tokens, dialect);
    const statements = dialect === "json" ? readJson(cursor) : readStatements(cursor);
    if (cursor.wrongAt < 0 || round === MOST_CORRECTIONS) return finished(text, dialect, tokens, statements);
    hints = corrected(hints, cursor);
  }
}

/** The tokens of a text, with the brackets of half-typed code matched as well as can be. */
function tokensOf(text: string, dialect: Dialect, hints: ScanHints): Tokens {
  const first = scan(text, dialect, hints);
  if (first.balanced || first.tooDeep || dialect === "json") return first;
  const known = hasOpenElement(first) ? { ...hints, brokenElements: true } : hints;
  const second = known === hints ? first : scan(text, dialect, known);
  const tokens = second.openTemplate < 0 ? second : scanTemplatesApart(text, dialect, known, second);
  if (!tokens.tooDeep) repairBrackets(tokens, text);
  return tokens;
}

function hasOpenElement(tokens: Tokens): boolean {
  for (let index = 0; index < tokens.count; index += 1) {
    if (tokens.kindAt(index) === T.jsxOpen && tokens.matchAt(index) < 0) return true;
  }
  return false;
}

function readJson(cursor: Cursor): Statement[] {
  const expression = cursor.kind === T.end ? cursor.missing() : readToLimit(cursor);
  return [{ kind: "expression", expression, start: expression.start, end: Math.max(cursor.lastEnd, expression.end) }];
}

function corrected(hints: ScanHints, cursor: Cursor): ScanHints {
  const target = cursor.wrongIsValue ? hints.values : hints.operators;
  const extended = new Set([...target, cursor.wrongAt]);
  return cursor.wrongIsValue ? { ...hints, values: extended } : { ...hints, operators: extended };
}

function finished(text: string, dialect: Dialect, tokens: Tokens, statements: readonly Statement[]): SourceFile {
  return { dialect, text, statements, comments: tokens.comments, refusal: undefined };
}

function refused(text: string, dialect: Dialect, refusal: string): SourceFile {
  return { dialect, text, statements: [], comments: [], refusal };
}
