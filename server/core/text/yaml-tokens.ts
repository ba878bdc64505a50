import { type CST, Lexer, Parser } from "yaml";
import {
  maximumDepth,
  maximumTokens,
  maximumYamlItems,
  reportDepth,
  reportItems,
  reportTokens,
} from "./data-limits.ts";
import type { ProblemCollector } from "./problem-collector.ts";
import type { Span } from "./span.ts";

/** What the lexer says before a plain or block text, which may begin with any sign. */
const scalarMark = "\x1f";

/** What begins or ends an entry of a map or an item of a list; comments cost as much. */
const itemMarks: ReadonlySet<string> = new Set([",", "-", ":", "?"]);

/**
 * The syntax tokens of the first YAML document, or undefined if they nest too deeply or are too many. The composer that comes after is
 * recursive, and deep nesting ends in an abort that nothing can catch, so the depth is watched while the parser, which is
 * not recursive, still works. What follows the first document is one problem and is not read.
 */
export function readYamlTokens(
  text: string,
  problems: ProblemCollector,
  onComment?: (span: Span) => void,
): readonly CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const take = (token: CST.Token): void => {
    if (token.type !== "error") tokens.push(token);
    else problems.error({ start: token.offset, end: token.offset + token.source.length }, token.message);
  };
  let documents = 0;
  let lexemes = 0;
  let items = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const isComment = lexeme.startsWith("#") && !isScalar;
    if (isComment) onComment?.({ start: parser.offset, end: parser.offset + lexeme.length });
    if (isComment || (itemMarks.has(lexeme) && !isScalar)) items += 1;
    isScalar = lexeme === scalarMark;
    for (const token of parser.next(lexeme)) {
      take(token);
      if (token.type === "document") documents += 1;
    }
    // Beside collections, the document and a scalar may be on the stack.
    if (parser.stack.length > maximumDepth + 2) {
      reportDepth(parser.offset, problems);
      return undefined;
    }
    if (items > maximumYamlItems) {
      reportItems(parser.offset, problems);
      return undefined;
    }
    lexemes += 1;
    if (lexemes > maximumTokens) {
      reportTokens(parser.offset, problems);
      return undefined;
    }
    const bottom = parser.stack[0];
    if (documents > 0 && bottom?.type === "document") {
      const span = { start: bottom.offset, end: bottom.offset + 3 };
      problems.warning(span, "A second document starts here: only the first one is read");
      return withinDepth(tokens, problems);
    }
  }
  for (const token of parser.end()) take(token);
  return withinDepth(tokens, problems);
}

/** The tokens themselves, unless the finished tree is too deep after all: a key that is a collection adds levels late. */
function withinDepth(tokens: readonly CST.Token[], problems: ProblemCollector): readonly CST.Token[] | undefined {
  // Depth is the number of collections around a token.
  const open: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (token.type === "document") {
      if (token.value) open.push({ token: token.value, depth });
    } else if (token.type === "block-map" || token.type === "block-seq" || token.type === "flow-collection") {
      if (depth >= maximumDepth) {
        reportDepth(token.offset, problems);
        return undefined;
      }
      for (const item of token.items) {
        if (item.key) open.push({ token: item.key, depth: depth + 1 });
        if (item.value) open.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
  return tokens;
}
