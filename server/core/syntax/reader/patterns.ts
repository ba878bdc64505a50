import type { Expression, Parameter, Pattern, PatternProperty, PropertyKey } from "../tree.ts";
import { nameAt } from "./atoms.ts";
import { readDecorators } from "./classes.ts";
import type { Cursor } from "./cursor.ts";
import { giveUp, readAssignment } from "./expressions.ts";
import { readPropertyKey, startsKey } from "./objects.ts";
import * as T from "./token-kind.ts";
import { readTypeName } from "./types.ts";

/** A name, an object pattern or an array pattern. */
export function readPattern(cursor: Cursor): Pattern {
  const kind = cursor.kind;
  if (kind === T.braceOpen) return readObjectPattern(cursor);
  if (kind === T.bracketOpen) return readArrayPattern(cursor);
  if ((kind <= T.LAST_CONTEXTUAL && kind !== T.end) || kind === T.kThis) {
    const start = cursor.start;
    const name = nameAt(cursor);
    cursor.advance();
    return { kind: "name", name, start, end: cursor.lastEnd };
  }
  return cursor.missing();
}

function readObjectPattern(cursor: Cursor): Pattern {
  const opener = cursor.index;
  const start = cursor.start;
  const outer = cursor.enter();
  const properties: PatternProperty[] = [];
  while (cursor.kind !== T.end) {
    const before = cursor.index;
    if (cursor.kind === T.dotDotDot || startsKey(cursor.kind)) properties.push(readPatternProperty(cursor));
    if (cursor.kind === T.comma || cursor.index === before) cursor.advance();
  }
  cursor.leave(opener, outer);
  return { kind: "object-pattern", properties, start, end: cursor.lastEnd };
}

function readPatternProperty(cursor: Cursor): PatternProperty {
  if (cursor.kind === T.dotDotDot) return readPatternElement(cursor);
  const start = cursor.start;
  const name = cursor.kind <= T.LAST_NAME ? nameAt(cursor) : "";
  const key: PropertyKey = readPropertyKey(cursor);
  let pattern: Pattern;
  if (cursor.eat(T.colon)) pattern = readNested(cursor);
  else if (key.written === "identifier") pattern = { kind: "name", name, start: key.start, end: key.end };
  else pattern = { kind: "missing", start: key.end, end: key.end };
  const initializer = readInitializer(cursor);
  return { kind: "pattern-property", key, pattern, initializer, start, end: cursor.lastEnd };
}

function readArrayPattern(cursor: Cursor): Pattern {
  const opener = cursor.index;
  const start = cursor.start;
  const outer = cursor.enter();
  const elements: (PatternProperty | undefined)[] = [];
  while (cursor.kind !== T.end) {
    if (cursor.eat(T.comma)) {
      elements.push(undefined);
      continue;
    }
    const before = cursor.index;
    const element = readPatternElement(cursor);
    if (cursor.index === before) {
      cursor.advance();
      continue;
    }
    elements.push(element);
    cursor.eat(T.comma);
  }
  cursor.leave(opener, outer);
  return { kind: "array-pattern", elements, start, end: cursor.lastEnd };
}

/** An element of an array pattern, or a rest element. */
function readPatternElement(cursor: Cursor): PatternProperty {
  const start = cursor.start;
  cursor.eat(T.dotDotDot);
  const pattern = readNested(cursor);
  const initializer = readInitializer(cursor);
  return {
    kind: "pattern-property",
    key: undefined,
    pattern,
    initializer,
    start: Math.min(start, pattern.start),
    end: cursor.lastEnd,
  };
}

function readNested(cursor: Cursor): Pattern {
  if (!cursor.descend()) {
    const { start, end } = giveUp(cursor);
    return { kind: "missing", start, end };
  }
  const pattern = readPattern(cursor);
  cursor.ascend();
  return pattern;
}

function readInitializer(cursor: Cursor): Expression | undefined {
  return cursor.eat(T.equals) ? readAssignment(cursor) : undefined;
}

/** The parameters in the parentheses at the cursor; a `this` parameter is only a type and left out. */
export function readParameters(cursor: Cursor): Parameter[] {
  const opener = cursor.index;
  const outer = cursor.enter();
  const parameters: Parameter[] = [];
  while (cursor.kind !== T.end) {
    const before = cursor.index;
    const isThis = cursor.kind === T.kThis;
    const parameter = readParameter(cursor);
    if (cursor.index > before && !isThis) parameters.push(parameter);
    if (cursor.kind === T.comma || cursor.index === before) cursor.advance();
  }
  cursor.leave(opener, outer);
  return parameters;
}

function readParameter(cursor: Cursor): Parameter {
  const start = cursor.start;
  const decorators = readDecorators(cursor);
  let isField = false;
  while (isParameterModifier(cursor)) {
    isField = true;
    cursor.advance();
  }
  const rest = cursor.eat(T.dotDotDot);
  const pattern = readPattern(cursor);
  cursor.eat(T.question);
  const typeName = readTypeName(cursor);
  const initializer = readInitializer(cursor);
  const from = Math.min(start, pattern.start);
  const end = cursor.lastEnd;
  return { kind: "parameter", pattern, initializer, rest, isField, typeName, decorators, start: from, end };
}

/** `public`, `private`, `protected`, `readonly` or `override` before a name. */
function isParameterModifier(cursor: Cursor): boolean {
  const kind = cursor.kind;
  if (kind < T.kReadonly || kind > T.kOverride || kind === T.kStatic) return false;
  const next = cursor.peek(1);
  return (next <= T.LAST_CONTEXTUAL && next !== T.end) || next === T.braceOpen || next === T.bracketOpen;
}
