import type { Cursor } from "./cursor.ts";
import * as T from "./token-kind.ts";

/** Whether the current token can start an expression. */
export function startsExpression(cursor: Cursor): boolean {
  const kind = cursor.kind;
  if (kind <= T.LAST_CONTEXTUAL) return kind !== T.end;
  switch (kind) {
    case T.kThis:
    case T.kSuper:
    case T.kNull:
    case T.kTrue:
    case T.kFalse:
    case T.kFunction:
    case T.kClass:
    case T.kNew:
    case T.kTypeof:
    case T.kVoid:
    case T.kDelete:
    case T.kImport:
    case T.privateName:
    case T.string:
    case T.number:
    case T.bigint:
    case T.regexp:
    case T.template:
    case T.templateHead:
    case T.jsxOpen:
    case T.parenOpen:
    case T.bracketOpen:
    case T.braceOpen:
    case T.exclamation:
    case T.tilde:
    case T.plus:
    case T.minus:
    case T.plusPlus:
    case T.minusMinus:
    case T.less:
    case T.slash:
    case T.slashEquals:
    case T.at:
      return true;
    default:
      return false;
  }
}
