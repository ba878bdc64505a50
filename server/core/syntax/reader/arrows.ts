import type { Expression, FunctionExpression, Parameter, Statement } from "../tree.ts";
import { nameAt, readIdentifier } from "./atoms.ts";
import type { Cursor } from "./cursor.ts";
import { readAssignment } from "./expressions.ts";
import { readParameters } from "./patterns.ts";
import { readBody } from "./statements.ts";
import * as T from "./token-kind.ts";
import { skipTypeAnnotation, skipTypeParameters, typeArgumentsEnd, typeEndAt } from "./types.ts";

/** The arrow function at the cursor, or undefined (and nothing consumed) if none stands there. */
export function readArrowIfHere(cursor: Cursor): FunctionExpression | undefined {
  const kind = cursor.kind;
  if (kind === T.parenOpen) return arrowFollows(cursor, cursor.index) ? readArrow(cursor) : undefined;
  if (kind <= T.LAST_CONTEXTUAL && kind !== T.end) {
    if (cursor.peek(1) === T.arrow) return readArrow(cursor);
    return kind === T.kAsync && isAsyncArrow(cursor) ? readArrow(cursor) : undefined;
  }
  if (kind !== T.less) return undefined;
  const stop = typeArgumentsEnd(cursor, cursor.index);
  if (stop < 0 || cursor.kindOf(stop) !== T.parenOpen || !arrowFollows(cursor, stop)) return undefined;
  return readArrow(cursor);
}

function isAsyncArrow(cursor: Cursor): boolean {
  if (cursor.newlineBefore(1)) return false;
  const next = cursor.peek(1);
  if (next === T.parenOpen) return arrowFollows(cursor, cursor.index + 1);
  if (next <= T.LAST_CONTEXTUAL && next !== T.end) return cursor.peek(2) === T.arrow;
  if (next !== T.less) return false;
  const stop = typeArgumentsEnd(cursor, cursor.index + 1);
  return stop > 0 && cursor.kindOf(stop) === T.parenOpen && arrowFollows(cursor, stop);
}

/** Whether `=>`, or a result type and then `=>`, follows the parentheses at `opener`. */
function arrowFollows(cursor: Cursor, opener: number): boolean {
  if (!cursor.isClosed(opener)) return false;
  const behind = cursor.behind(opener);
  const kind = cursor.kindOf(behind);
  if (kind === T.arrow) return true;
  if (kind !== T.colon || !cursor.typescript || !mayBeParameters(cursor, opener)) return false;
  const stop = typeEndAt(cursor, behind + 1);
  if (stop === behind + 1 || cursor.kindOf(stop) !== T.arrow) return false;
  return cursor.branchLimit !== cursor.limit || colonFollowsArrow(cursor, stop);
}

/** Whether the first thing in the parentheses can be a parameter. */
function mayBeParameters(cursor: Cursor, opener: number): boolean {
  const first = cursor.kindOf(opener + 1);
  switch (first) {
    case T.parenClose:
    case T.dotDotDot:
    case T.at:
      return true;
    case T.braceOpen:
    case T.bracketOpen:
      return endsParameter(cursor.kindOf(cursor.behind(opener + 1)));
    default:
  }
  if (first > T.LAST_CONTEXTUAL && first !== T.kThis) return false;
  return endsParameter(cursor.kindOf(opener + 2));
}

function endsParameter(kind: number): boolean {
  return kind === T.comma || kind === T.colon || kind === T.question || kind === T.equals || kind === T.parenClose;
}

/**
 * Between `?` and `:`, `(b): c => d` is an arrow function only if the colon of the condition still follows its body.
 * The body is read on trial; the reader's place is restored.
 */
function colonFollowsArrow(cursor: Cursor, arrow: number): boolean {
  const index = cursor.index;
  const lastEnd = cursor.lastEnd;
  const depth = cursor.depth;
  if (!cursor.trial()) return false;
  cursor.moveTo(arrow + 1);
  if (cursor.kind === T.braceOpen) cursor.moveTo(cursor.behind(cursor.index));
  else readAssignment(cursor);
  const result = cursor.kind === T.colon;
  cursor.endTrial(index);
  cursor.depth = depth;
  cursor.lastEnd = lastEnd;
  return result;
}

export function readArrow(cursor: Cursor): FunctionExpression {
  const start = cursor.start;
  if (cursor.kind === T.kAsync && cursor.peek(1) !== T.arrow) cursor.advance();
  if (cursor.kind === T.less) skipTypeParameters(cursor);
  let parameters: Parameter[];
  if (cursor.kind === T.parenOpen) {
    parameters = readParameters(cursor);
    skipTypeAnnotation(cursor);
  } else {
    const name = readIdentifier(cursor);
    const pattern = { kind: "name" as const, name: name.name, start: name.start, end: name.end };
    parameters = [
      {
        kind: "parameter",
        pattern,
        initializer: undefined,
        rest: false,
        isField: false,
        typeName: undefined,
        decorators: [],
        start: name.start,
        end: name.end,
      },
    ];
  }
  cursor.eat(T.arrow);
  const body: readonly Statement[] | Expression =
    cursor.kind === T.braceOpen ? readBody(cursor) : readAssignment(cursor);
  return { kind: "function", name: undefined, arrow: true, parameters, body, start, end: cursor.lastEnd };
}

/** `function`, `function*`, `async function`, with or without a name. */
export function readFunctionExpression(cursor: Cursor): FunctionExpression {
  const start = cursor.start;
  cursor.eat(T.kAsync);
  cursor.eat(T.kFunction);
  cursor.eat(T.asterisk);
  let name: string | undefined;
  if (
    cursor.kind <= T.LAST_CONTEXTUAL &&
    cursor.kind !== T.end &&
    !(cursor.newline && cursor.peek(1) !== T.parenOpen)
  ) {
    name = nameAt(cursor);
    cursor.advance();
  }
  return readFunctionRest(cursor, name, start);
}

/** Whether a method's parameters, or its type parameters and then those, stand at the cursor. */
export function opensParameters(cursor: Cursor): boolean {
  if (cursor.kind !== T.less) return cursor.kind === T.parenOpen;
  const stop = cursor.typescript ? typeArgumentsEnd(cursor, cursor.index) : -1;
  return stop > 0 && cursor.kindOf(stop) === T.parenOpen;
}

/** The function of a method, accessor or constructor: its span starts at the type parameters or parentheses. */
export function readMethodFunction(cursor: Cursor, name: string | undefined): FunctionExpression {
  return readFunctionRest(cursor, name, cursor.start);
}

function readFunctionRest(cursor: Cursor, name: string | undefined, start: number): FunctionExpression {
  if (cursor.kind === T.less) skipTypeParameters(cursor);
  const parameters = cursor.kind === T.parenOpen ? readParameters(cursor) : [];
  if (cursor.typescript) skipTypeAnnotation(cursor);
  const body = cursor.kind === T.braceOpen ? readBody(cursor) : undefined;
  return { kind: "function", name, arrow: false, parameters, body, start, end: cursor.lastEnd };
}
