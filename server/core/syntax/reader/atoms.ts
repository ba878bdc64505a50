import type { Expression, Identifier, StringLiteral, TemplateChunk, TemplateLiteral } from "../tree.ts";
import type { Cursor } from "./cursor.ts";
import { readToLimit } from "./expressions.ts";
import { cook, cookName, numberValue } from "./literals.ts";
import * as T from "./token-kind.ts";

/** The text of the word at the cursor, its escapes resolved. */
export function nameAt(cursor: Cursor): string {
  const name = cursor.text.slice(cursor.start, cursor.end);
  return cursor.escaped(cursor.index) || cursor.kind === T.privateName ? cookName(name) : name;
}

/** The word at the cursor as a name. */
export function readIdentifier(cursor: Cursor): Identifier {
  const start = cursor.start;
  const name = nameAt(cursor);
  cursor.advance();
  return { kind: "identifier", name, start, end: cursor.lastEnd };
}

/** The string at the cursor; what its line ended is open. */
export function readString(cursor: Cursor): StringLiteral {
  const start = cursor.start;
  const end = cursor.end;
  const closed = !cursor.unclosed(cursor.index);
  const raw = cursor.text.slice(start + 1, closed ? end - 1 : end);
  const value = cursor.escaped(cursor.index) ? cook(raw) : raw;
  const quote = cursor.text.charCodeAt(start) === 34 ? '"' : "'";
  cursor.advance();
  return { kind: "string", value, quote, closed, start, end };
}

/** The number or bigint at the cursor. */
export function readNumber(cursor: Cursor): Expression {
  const start = cursor.start;
  const end = cursor.end;
  const value = cursor.kind === T.bigint ? Number.NaN : numberValue(cursor.text.slice(start, end));
  cursor.advance();
  return { kind: "number", value, start, end };
}

/** The template at the cursor, with the expressions in it. */
export function readTemplate(cursor: Cursor): TemplateLiteral {
  const start = cursor.start;
  const chunks: TemplateChunk[] = [];
  const expressions: Expression[] = [];
  while (cursor.kind === T.templateHead || cursor.kind === T.templateMiddle) {
    const head = cursor.index;
    chunks.push(chunkAt(cursor, 2));
    const outer = cursor.enter();
    expressions.push(readToLimit(cursor));
    const closed = cursor.isClosed(head);
    const close = cursor.limit;
    cursor.limit = outer;
    cursor.moveTo(close);
    if (!closed) {
      cursor.index = head;
      cursor.limit = close;
      cursor.leave(head, outer);
      const end = cursor.lastEnd;
      chunks.push({ value: "", start: end, end });
      return { kind: "template", chunks, expressions, closed: false, start, end };
    }
  }
  const closed = !cursor.unclosed(cursor.index);
  chunks.push(chunkAt(cursor, closed ? 1 : 0));
  cursor.advance();
  return { kind: "template", chunks, expressions, closed, start, end: cursor.lastEnd };
}

/** The piece of a template that the token at the cursor holds; `mark` is the length of what ends it. */
function chunkAt(cursor: Cursor, mark: number): TemplateChunk {
  const start = Math.min(cursor.start + 1, cursor.end);
  const end = Math.max(start, cursor.end - mark);
  const raw = cursor.text.slice(start, end);
  return { value: cursor.escaped(cursor.index) ? cook(raw) : raw, start, end };
}
