/** The piece of text that a completion at the cursor would write over: a literal, a half-typed word, or nothing yet. */
import type { SourceFile } from "../../syntax/tree.ts";
import { nodesAt, type SyntaxNode } from "../../syntax/walk.ts";
import { type Span, touches } from "../../text/span.ts";

export type Quote = '"' | "'" | "`";

export type Slot =
  /** Inside quotes. `inner` is what stands between them; of an unclosed literal it is the word at the cursor. */
  | {
      readonly kind: "quoted";
      readonly span: Span;
      readonly inner: Span;
      readonly quote: Quote;
      readonly closed: boolean;
      readonly isKey: boolean;
    }
  /** A place for an expression: empty, a number with its sign, or a half-typed name. */
  | { readonly kind: "bare"; readonly span: Span }
  /** A place for the key of an object literal. `hasValue` is set when a colon follows. */
  | { readonly kind: "key"; readonly span: Span; readonly hasValue: boolean };

/** The slot at `offset`; undefined in comments, types, texts with substitutions, and wherever no value can stand. */
export function slotAt(file: SourceFile, offset: number): Slot | undefined {
  if (file.comments.some((comment) => isInComment(file.text, comment, offset))) return undefined;
  const path = nodesAt(file, offset);
  const node = path.at(-1);
  const parent = path.at(-2);
  if (node === undefined) return emptySlot(file.text, offset, undefined);
  switch (node.kind) {
    case "string":
      if (node.quote === "|") return undefined;
      // A plain text of YAML.
      if (node.quote === "") return plainSlot(file.text, node, offset);
      return quotedSlot(
        file.text,
        node,
        { quote: node.quote, closed: node.closed, isKey: opensMap(file, node) },
        offset,
      );
    case "template":
      return node.expressions.length > 0 || parent?.kind === "tagged"
        ? undefined
        : quotedSlot(file.text, node, { quote: "`", closed: node.closed, isKey: false }, offset);
    case "number":
      return { kind: "bare", span: withSign(node, parent) };
    case "identifier":
      return parent?.kind === "property" && parent.shorthand
        ? { kind: "key", span: spanOf(node), hasValue: false }
        : namedSlot(file.text, node);
    case "key":
      return parent?.kind === "property" ? keySlot(file.text, node, offset) : undefined;
    case "missing":
    case "unary":
      return signSlot(file.text, offset) ?? emptySlot(file.text, offset, node);
    default:
      return emptySlot(file.text, offset, node);
  }
}

// A plain text of YAML that goes on below was to end in its first line.
function plainSlot(text: string, node: Span, offset: number): Slot | undefined {
  const [line = ""] = /^[^\r\n]*/u.exec(text.slice(node.start, node.end)) ?? [];
  const span = { start: node.start, end: node.start + line.trimEnd().length };
  return touches(span, offset) ? { kind: "bare", span } : undefined;
}

// A quoted text on a line of its own in YAML, as long as nothing else is there: the first key of a map.
function opensMap({ dialect, text }: SourceFile, { start }: Span): boolean {
  return dialect === "yaml" && /:[ \t]*(?:#.*)?[\r\n]+[ \t]*$/u.test(text.slice(Math.max(0, start - 200), start));
}

function quotedSlot(
  text: string,
  node: Span,
  form: { readonly quote: Quote; readonly closed: boolean; readonly isKey: boolean },
  offset: number,
): Slot | undefined {
  // What stands on a line below was never meant to be in a text that nobody closed.
  if (form.quote !== "`" && /[\r\n]/u.test(text.slice(node.start, offset))) return undefined;
  const closed = form.closed && !isClosedByNext(text, node, offset) && !isClosedLater(text, node, form.quote, offset);
  const end = closed ? node.end - 1 : wordEnd(text, offset, node.end);
  const inner = { start: node.start + 1, end };
  if (!touches(inner, offset)) return undefined;
  const span = { start: node.start, end: closed ? node.end : end };
  return { kind: "quoted", span, inner, ...form, closed };
}

// `{ code: 'FOR, message: 'x' }`: the quote that opens the next text has closed this one, and a word follows it at once.
function isClosedByNext(text: string, node: Span, offset: number): boolean {
  const rest = text.slice(offset, node.end - 1);
  return /^[\p{L}\p{N}_$]/u.test(text.slice(node.end, node.end + 2)) && /^[\p{L}\p{N}_.\-/]*\s*[,)}\]]/u.test(rest);
}

// YAML lets a text go on over lines: one that ends below was to end here.
function isClosedLater(text: string, node: Span, quote: Quote, offset: number): boolean {
  return quote !== "`" && /[\r\n]/u.test(text.slice(offset, node.end));
}

// An unclosed quote runs to the end of its line; only the word at the cursor belongs to the value.
function wordEnd(text: string, offset: number, limit: number): number {
  const rest = /^[\p{L}\p{N}_.\-/]*/u.exec(text.slice(offset, limit))?.[0].length ?? 0;
  return offset + rest;
}

function withSign(node: Span, parent: SyntaxNode | undefined): Span {
  return parent?.kind === "unary" && parent.operator === "-" ? spanOf(parent) : spanOf(node);
}

// A sign alone: the number that follows it is not typed yet.
function signSlot(text: string, offset: number): Slot | undefined {
  const start = offset - 1;
  return text[start] === "-" && opensValue(text, start) ? { kind: "bare", span: { start, end: offset } } : undefined;
}

function keySlot(text: string, key: Span & { readonly written: string }, offset: number): Slot | undefined {
  const hasValue = /^\s*:/u.test(text.slice(key.end, key.end + 200));
  switch (key.written) {
    case "string": {
      const quote = text[key.start];
      if (quote !== '"' && quote !== "'") return undefined;
      const closed = key.end - key.start > 1 && text[key.end - 1] === quote;
      return quotedSlot(text, key, { quote, closed, isKey: true }, offset);
    }
    case "identifier":
    case "number":
      return { kind: "key", span: spanOf(key), hasValue };
    default:
      return undefined;
  }
}

function namedSlot(text: string, node: Span): Slot | undefined {
  return opensValue(text, node.start) ? { kind: "bare", span: spanOf(node) } : undefined;
}

function emptySlot(text: string, offset: number, node: SyntaxNode | undefined): Slot | undefined {
  const span = { start: offset, end: offset };
  if (/[\p{L}\p{N}_$]/u.test(text.slice(offset, offset + 1))) return undefined;
  const before = text.slice(0, offset).trimEnd().at(-1);
  if (node?.kind === "object" && (before === "{" || before === ",")) return { kind: "key", span, hasValue: false };
  if (node?.kind === "missing" || opensValue(text, offset)) return { kind: "bare", span };
  return undefined;
}

const lookBehind = 400;

// What may stand before a value that is not typed yet. A statement's start is no such place.
function opensValue(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - lookBehind), offset).trimEnd();
  return /(?:[:(,[?|&]|(?:[=!]==?)|(?<![=!<>])=|\b(?:case|return))$/u.test(before);
}

function isInComment(text: string, comment: Span & { readonly kind: "line" | "block" }, offset: number): boolean {
  if (offset <= comment.start) return false;
  const open = comment.kind === "line" || !text.slice(comment.start, comment.end).endsWith("*/");
  return offset < comment.end || (open && offset === comment.end);
}

function spanOf(node: Span): Span {
  return { start: node.start, end: node.end };
}
