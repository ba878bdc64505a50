import type { Expression } from "../tree.ts";
import type { Cursor } from "./cursor.ts";
import { giveUp, readElement, readToLimit } from "./expressions.ts";
import { cookEntities } from "./literals.ts";
import * as T from "./token-kind.ts";
import { typeArgumentsEnd } from "./types.ts";

/** The element at the cursor. Its text is not kept. */
export function readJsx(cursor: Cursor): Expression {
  if (!cursor.descend()) return giveUp(cursor);
  const opener = cursor.index;
  const start = cursor.start;
  const outer = cursor.enter();
  const name = readTagName(cursor);
  const expressions: Expression[] = [];
  let inTag = true;
  while (cursor.kind !== T.end) {
    switch (cursor.kind) {
      case T.braceOpen: {
        const expression = readContainer(cursor, inTag);
        if (expression !== undefined) expressions.push(expression);
        break;
      }
      case T.jsxOpen:
        expressions.push(readJsx(cursor));
        break;
      case T.string:
        expressions.push(readAttributeString(cursor));
        break;
      case T.jsxTagEnd:
        inTag = false;
        cursor.advance();
        break;
      case T.jsxClose:
        cursor.moveTo(cursor.limit);
        break;
      default:
        cursor.advance();
    }
  }
  cursor.leave(opener, outer);
  cursor.ascend();
  return { kind: "jsx", name, expressions, start, end: cursor.lastEnd };
}

/** `a`, `A.B`, `a:b`, or nothing for a fragment; type arguments behind it are stepped over. */
function readTagName(cursor: Cursor): string {
  const start = cursor.start;
  let end = start;
  while (cursor.kind === T.jsxName || cursor.kind === T.dot) {
    const afterName = end > start && cursor.tokens.kindAt(cursor.index - 1) === T.jsxName;
    if (cursor.kind === T.jsxName && afterName) break;
    end = cursor.end;
    cursor.advance();
  }
  if (cursor.kind === T.less) {
    const stop = typeArgumentsEnd(cursor, cursor.index);
    if (stop > 0) cursor.moveTo(stop);
  }
  return cursor.text.slice(start, end);
}

/** `{…}`. Empty braces among the children hold at most a comment; in a tag a value is missing. */
function readContainer(cursor: Cursor, inTag: boolean): Expression | undefined {
  const opener = cursor.index;
  const outer = cursor.enter();
  let expression: Expression | undefined;
  if (cursor.kind === T.dotDotDot) expression = readElement(cursor);
  else if (cursor.kind !== T.end || inTag) expression = readToLimit(cursor);
  cursor.leave(opener, outer);
  return expression;
}

function readAttributeString(cursor: Cursor): Expression {
  const start = cursor.start;
  const end = cursor.end;
  const closed = !cursor.unclosed(cursor.index);
  const value = cookEntities(cursor.text.slice(start + 1, closed ? end - 1 : end));
  const quote = cursor.text.charCodeAt(start) === 34 ? '"' : "'";
  cursor.advance();
  return { kind: "string", value, quote, closed, start, end };
}
