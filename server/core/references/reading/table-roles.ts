import type { Column } from "./columns.ts";
import { isSampled, type ReadingContext } from "./reading-context.ts";
import type { WordRole } from "./words/vocabulary.ts";

/** Which column of an error table holds what. */
export interface TableRoles {
  readonly code: Column | undefined;
  readonly status: Column | undefined;
  readonly messages: readonly Column[];
  readonly title: Column | undefined;
  readonly summary: Column | undefined;
  readonly cause: Column | undefined;
  readonly fix: Column | undefined;
  readonly retry: Column | undefined;
  readonly method: Column | undefined;
}

/** What the columns hold, by their titles and by what stands in them. */
export function tableRoles(columns: readonly Column[], context: ReadingContext): TableRoles {
  const status = statusColumn(columns);
  const code = codeColumn(
    columns.filter((column) => column !== status),
    status,
    context,
  );
  const others = columns.filter((column) => column !== status && column !== code);
  const spoken = (role: WordRole): Column | undefined => others.find((column) => column.spoken?.role === role);
  const texts = others.filter(
    ({ filled, codeShare, numberShare }) => filled > 0 && (codeShare < 0.9 || numberShare < 0.5),
  );
  const messages = messageColumns(texts);
  const free = texts.filter((column) => !messages.includes(column));
  const summary =
    spoken("summary") ?? free.find(({ spoken, wordsPerCell }) => spoken === undefined && wordsPerCell > 1.5);
  const title =
    spoken("title") ?? spoken("error") ?? free.find((column) => column !== summary && column.spoken?.role === "code");
  return {
    code,
    status,
    messages,
    title,
    summary: summary === title ? undefined : summary,
    cause: spoken("cause"),
    fix: spoken("fix"),
    retry: spoken("retry"),
    method: spoken("method"),
  };
}

/** The column of HTTP statuses: most cells are statuses that are in use, and the title does not deny it. */
function statusColumn(columns: readonly Column[]): Column | undefined {
  const scored = columns.flatMap((column) => {
    const { spoken, statusShare, knownStatusShare, filled } = column;
    if (filled === 0 || statusShare < 0.6) return [];
    const role = spoken?.role;
    const isHttp = /http/i.test(column.title);
    if (!isHttp && knownStatusShare < 0.6) return [];
    if (role === "status" || isHttp) return [{ column, score: (isHttp ? 11 : 10) + statusShare }];
    if (statusShare < 0.8 || knownStatusShare < 0.8) return [];
    // A title that is written like a field of a body names the body's code, whatever the numbers look like.
    if (role === "code" && isFieldName(column.title)) return [];
    if (role === undefined || role === "code") return [{ column, score: 6 + knownStatusShare }];
    if (role === "error" || role === "title" || role === "category" || role === "example")
      return [{ column, score: 4 + knownStatusShare }];
    return [];
  });
  return best(scored);
}

function isFieldName(title: string): boolean {
  return /^[a-z]+(?:_[a-z]+)+$|^[a-z]+(?:[A-Z][a-z]+)+$/.test(title);
}

function codeColumn(
  columns: readonly Column[],
  status: Column | undefined,
  context: ReadingContext,
): Column | undefined {
  const scored = columns.flatMap((column) => {
    const score = codeScore(column, status, context);
    return score === undefined ? [] : [{ column, score }];
  });
  return best(scored);
}

function codeScore(column: Column, status: Column | undefined, context: ReadingContext): number | undefined {
  const { spoken, codeShare, nameShare, numberShare, failureShare, distinctShare, filled } = column;
  const role = spoken?.role;
  // Codes of several words stand only among others that are plainly codes.
  const phrases = nameShare >= 0.25 && role !== undefined && phraseRoles.has(role) ? column.phraseShare : 0;
  if (filled === 0 || codeShare + phrases < 0.6 || column.typeShare > 0.3) return undefined;
  const base = titleScore(role, spoken?.weight ?? 0);
  if (base === undefined) return undefined;
  // Kinds, names and texts are the codes only where they tell of failures.
  if (base < 6.5 && failureShare < 0.3) return undefined;
  // Plain words are codes only where the title or a sample says so.
  const wordShare = codeShare - nameShare - numberShare;
  if (wordShare > 0.5 && base < 8 && (base < 7 || failureShare < 0.3)) return undefined;
  if (numberShare > 0.5 && base < 4.5) return undefined;
  let score = base + 1.5 * nameShare + numberShare + failureShare - 2 * wordShare;
  if (distinctShare < 0.5 && filled > 3) score -= 3;
  if (column.codes.some(({ codes }) => codes.some(({ text }) => text.length > 1 && isSampled(context, text))))
    score += 4;
  // A column that a status stands beside, and whose own title says "status", holds the code as letters.
  if (role === "status" && status === undefined && nameShare < 0.5) return undefined;
  return score;
}

const phraseRoles: ReadonlySet<WordRole> = new Set(["code", "error", "category", "title"]);

function titleScore(role: WordRole | undefined, weight: number): number | undefined {
  switch (role) {
    case "code":
      return weight >= 2.5 ? 10 : 8;
    case "error":
      return 7;
    case "status":
    case "category":
      return 6;
    case "title":
      return 6.5;
    case "message":
      return 4.5;
    case undefined:
      return 4;
    default:
      return undefined;
  }
}

/** Columns of wire messages: those that say so, or the only text that stands in quotes. */
function messageColumns(texts: readonly Column[]): readonly Column[] {
  const said = texts.filter(({ spoken }) => spoken?.role === "message" && spoken.weight >= 1.5);
  if (said.length > 0) return said.slice(0, 1);
  const errors = texts.filter(({ spoken, quotedShare }) => quotedShare > 0.7 && spoken?.role !== "example");
  return errors.slice(0, 1);
}

function best(scored: readonly { readonly column: Column; readonly score: number }[]): Column | undefined {
  let found: { readonly column: Column; readonly score: number } | undefined;
  for (const candidate of scored) if (found === undefined || candidate.score > found.score) found = candidate;
  return found?.column;
}
