import type { Expression, ObjectMember, PropertyKey } from "../tree.ts";
import { opensParameters, readMethodFunction } from "./arrows.ts";
import { nameAt, readIdentifier, readString } from "./atoms.ts";
import type { Cursor } from "./cursor.ts";
import { readAssignment, readElement, readOperand, readToLimit } from "./expressions.ts";
import { bigintName, numberValue } from "./literals.ts";
import * as T from "./token-kind.ts";

export function readArrayLiteral(cursor: Cursor): Expression {
  const opener = cursor.index;
  const start = cursor.start;
  const outer = cursor.enter();
  const elements: (Expression | undefined)[] = [];
  while (cursor.kind !== T.end) {
    if (cursor.eat(T.comma)) {
      elements.push(undefined);
      continue;
    }
    const before = cursor.index;
    const element = readElement(cursor);
    if (cursor.index === before) {
      cursor.advance();
      continue;
    }
    elements.push(element);
    cursor.eat(T.comma);
  }
  const closed = cursor.leave(opener, outer);
  return { kind: "array", elements, closed, start, end: cursor.lastEnd };
}

export function readObjectLiteral(cursor: Cursor): Expression {
  const opener = cursor.index;
  const start = cursor.start;
  const outer = cursor.enter();
  const members: ObjectMember[] = [];
  while (cursor.kind !== T.end) {
    const before = cursor.index;
    const member = readObjectMember(cursor);
    if (member !== undefined) members.push(member);
    if (cursor.kind === T.comma || cursor.index === before) cursor.advance();
  }
  const closed = cursor.leave(opener, outer);
  return { kind: "object", members, closed, start, end: cursor.lastEnd };
}

function readObjectMember(cursor: Cursor): ObjectMember | undefined {
  const start = cursor.start;
  if (cursor.kind === T.dotDotDot) {
    cursor.advance();
    const argument = readAssignment(cursor);
    return { kind: "spread", argument, start, end: cursor.lastEnd };
  }
  let role: "method" | "get" | "set" = "method";
  while (isModifier(cursor)) {
    if (cursor.kind === T.kGet) role = "get";
    else if (cursor.kind === T.kSet) role = "set";
    cursor.advance();
  }
  if (!startsKey(cursor.kind)) return undefined;
  const isName = cursor.kind <= T.LAST_NAME;
  const keyIndex = cursor.index;
  const key = readPropertyKey(cursor);
  if (cursor.kind === T.colon) {
    cursor.advance();
    const value = keyFollows(cursor) ? cursor.missing() : readOperand(cursor);
    return { kind: "property", key, value, shorthand: false, start, end: cursor.lastEnd };
  }
  if (opensParameters(cursor)) {
    const value = readMethodFunction(cursor, key.name);
    return { kind: "method", key, role, value, start, end: cursor.lastEnd };
  }
  if (!isName) {
    const at = cursor.lastEnd;
    const value: Expression = { kind: "missing", start: at, end: at };
    return { kind: "property", key, value, shorthand: false, start, end: at };
  }
  cursor.moveTo(keyIndex);
  const name = readIdentifier(cursor);
  if (cursor.kind !== T.equals) {
    return { kind: "property", key, value: name, shorthand: true, start, end: cursor.lastEnd };
  }
  // `{ a = 1 }` of a pattern.
  cursor.advance();
  const preset = readAssignment(cursor);
  const end = cursor.lastEnd;
  const value: Expression = { kind: "assignment", operator: "=", target: name, value: preset, start: name.start, end };
  return { kind: "property", key, value, shorthand: true, start, end };
}

/** In half-typed code a value is followed by the next key at once: `a: b: 1`. */
function keyFollows(cursor: Cursor): boolean {
  const kind = cursor.kind;
  if (kind !== T.string && (kind > T.LAST_NAME || kind === T.end)) return false;
  return cursor.peek(1) === T.colon && cursor.newline;
}

/** `get`, `set`, `async` and `*` before a key. */
function isModifier(cursor: Cursor): boolean {
  const kind = cursor.kind;
  if (kind === T.asterisk) return true;
  if (kind !== T.kGet && kind !== T.kSet && kind !== T.kAsync) return false;
  const next = cursor.peek(1);
  return startsKey(next) || (next === T.asterisk && kind === T.kAsync);
}

/** Whether a token of `kind` can start a property's key. */
export function startsKey(kind: number): boolean {
  if (kind <= T.LAST_NAME) return kind !== T.end;
  switch (kind) {
    case T.string:
    case T.number:
    case T.bigint:
    case T.privateName:
    case T.bracketOpen:
      return true;
    default:
      return false;
  }
}

/** The key at the cursor; `startsKey` holds there. */
export function readPropertyKey(cursor: Cursor): PropertyKey {
  const start = cursor.start;
  const end = cursor.end;
  switch (cursor.kind) {
    case T.string: {
      const { value } = readString(cursor);
      return { kind: "key", written: "string", name: value, computed: undefined, start, end };
    }
    case T.number:
    case T.bigint: {
      const written = cursor.text.slice(start, end);
      const name = cursor.kind === T.number ? String(numberValue(written)) : bigintName(written);
      cursor.advance();
      return { kind: "key", written: "number", name, computed: undefined, start, end };
    }
    case T.bracketOpen: {
      const opener = cursor.index;
      const outer = cursor.enter();
      const computed = readToLimit(cursor);
      cursor.leave(opener, outer);
      return { kind: "key", written: "computed", name: undefined, computed, start, end: cursor.lastEnd };
    }
    case T.privateName: {
      const name = nameAt(cursor);
      cursor.advance();
      return { kind: "key", written: "private", name, computed: undefined, start, end };
    }
    default: {
      const name = nameAt(cursor);
      cursor.advance();
      return { kind: "key", written: "identifier", name, computed: undefined, start, end };
    }
  }
}
