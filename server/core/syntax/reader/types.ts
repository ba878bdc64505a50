import type { Cursor } from "./cursor.ts";
import * as T from "./token-kind.ts";

const DEEPEST_TYPE = 100;

/** Steps over a type if one stands here. Types leave no nodes: nothing in them is a value. */
export function skipType(cursor: Cursor): void {
  const stop = typeEnd(cursor, cursor.index, false, 0);
  if (stop > cursor.index) stepTo(cursor, stop);
}

/** Steps over `: T` if it stands here, `: asserts x is T` and `: x is T` included. */
export function skipTypeAnnotation(cursor: Cursor): void {
  if (cursor.kind !== T.colon) return;
  cursor.advance();
  skipType(cursor);
}

/** Steps over `: T` if it stands here; the type's name where it is nothing but one. */
export function readTypeName(cursor: Cursor): string | undefined {
  if (cursor.kind !== T.colon) return undefined;
  const index = cursor.index + 1;
  skipTypeAnnotation(cursor);
  const isName = cursor.index === index + 1 && cursor.kindOf(index) === T.identifier;
  return isName ? cursor.text.slice(cursor.tokens.startAt(index), cursor.tokens.endAt(index)) : undefined;
}

/** Steps over `<T, …>` if it stands here and is closed. */
export function skipTypeParameters(cursor: Cursor): void {
  const stop = angleEnd(cursor, cursor.index, 0);
  if (stop > cursor.index) stepTo(cursor, stop);
}

/** The index behind the type arguments at `index`, or -1 if they are none. */
export function typeArgumentsEnd(cursor: Cursor, index: number): number {
  return angleEnd(cursor, index, 0);
}

/** The index behind the type at `index`; `index` itself if none starts there. */
export function typeEndAt(cursor: Cursor, index: number): number {
  return Math.max(typeEnd(cursor, index, false, 0), index);
}

function stepTo(cursor: Cursor, index: number): void {
  cursor.lastEnd = Math.max(cursor.lastEnd, endBefore(cursor, index));
  cursor.moveTo(index);
}

function endBefore(cursor: Cursor, index: number): number {
  return cursor.tokens.endAt(index - 1);
}

/**
 * The index behind a type, or -1. `outerFlat` leaves `extends` alone: it belongs to the
 * condition around; the result of a function type may be a condition all the same.
 */
function typeEnd(cursor: Cursor, from: number, outerFlat: boolean, depth: number): number {
  if (depth > DEEPEST_TYPE) return -1;
  let index = from;
  let flat = outerFlat;
  // A loop over what comes behind: unions, conditions, results of function types.
  for (;;) {
    const kind = cursor.kindOf(index);
    if (kind === T.bar || kind === T.ampersand) {
      index += 1;
      continue;
    }
    const operand = operandEnd(cursor, index, depth);
    if (operand < 0) return -1;
    index = suffixEnd(cursor, operand, depth);
    const next = cursor.kindOf(index);
    if (next === T.bar || next === T.ampersand) {
      index += 1;
      continue;
    }
    if (next === T.arrow) {
      // Only behind parameters, which is where `operandEnd` leaves it.
      if (cursor.kindOf(operand - 1) !== T.parenClose || index !== operand) return index;
      if (!isParameterList(cursor, from, operand)) return index;
      flat = false;
      index += 1;
      continue;
    }
    if (next === T.kIs && !cursor.tokens.afterNewline(index)) {
      index += 1;
      continue;
    }
    if (next === T.kExtends && flat && cursor.kindOf(from) === T.kInfer) {
      // `infer U extends C`, where the condition's own `?` follows.
      return Math.max(typeEnd(cursor, index + 1, true, depth + 1), index);
    }
    if (next === T.kExtends && !flat) {
      const condition = conditionEnd(cursor, index + 1, depth);
      if (condition >= 0) {
        index = condition;
        continue;
      }
    }
    return index;
  }
}

/**
 * Whether the parentheses that end before `behind` are the parameters of a function type that starts at or after
 * `from`, and not a type in parentheses: `(a: A)`, `()`, `(...a)` or `(a)`, which a `=>` is known to follow.
 */
function isParameterList(cursor: Cursor, from: number, behind: number): boolean {
  const opener = cursor.tokens.matchAt(behind - 1);
  if (opener < from || cursor.kindOf(opener - 1) === T.kImport) return false;
  let first = opener + 1;
  let kind = cursor.kindOf(first);
  if (kind === T.parenClose || kind === T.dotDotDot) return true;
  if (kind === T.braceOpen || kind === T.bracketOpen) first = cursor.behind(first);
  else if (kind === T.kThis || (kind <= T.LAST_CONTEXTUAL && kind !== T.end)) first += 1;
  else return false;
  kind = cursor.kindOf(first);
  if (kind === T.question) {
    const next = cursor.kindOf(first + 1);
    return next === T.colon || next === T.comma || next === T.equals || next === T.parenClose;
  }
  return kind === T.colon || kind === T.comma || kind === T.equals || kind === T.parenClose;
}

/** Behind `extends`: the index of the false branch of `T extends U ? X : Y`, or -1 if it is no condition. */
function conditionEnd(cursor: Cursor, from: number, depth: number): number {
  const constraint = typeEnd(cursor, from, true, depth + 1);
  if (constraint < 0 || cursor.kindOf(constraint) !== T.question) return -1;
  const branch = typeEnd(cursor, constraint + 1, false, depth + 1);
  if (branch < 0 || cursor.kindOf(branch) !== T.colon) return -1;
  return branch + 1;
}

/** The index behind one operand of a type, without `[]` and the like. */
function operandEnd(cursor: Cursor, from: number, depth: number): number {
  let index = from;
  for (;;) {
    const kind = cursor.kindOf(index);
    switch (kind) {
      case T.parenOpen:
      case T.braceOpen:
      case T.bracketOpen:
        return cursor.isClosed(index) ? cursor.behind(index) : Math.max(cursor.behind(index), index + 1);
      case T.string:
      case T.number:
      case T.bigint:
      case T.template:
      case T.kNull:
      case T.kTrue:
      case T.kFalse:
      case T.kVoid:
      case T.asterisk:
      case T.question:
        return index + 1;
      case T.minus:
        index += 1;
        continue;
      case T.templateHead:
        return templateEnd(cursor, index);
      case T.less: {
        const parameters = angleEnd(cursor, index, depth + 1);
        if (parameters < 0) return -1;
        index = parameters;
        continue;
      }
      case T.kNew:
        index += 1;
        continue;
      case T.kKeyof:
      case T.kUnique:
      case T.kReadonly:
      case T.kInfer:
      case T.kAsserts:
      case T.kAbstract:
      case T.kTypeof:
        if (isOperator(cursor, index, kind)) {
          index += 1;
          continue;
        }
        return nameEnd(cursor, index + 1, depth);
      case T.kImport:
        if (cursor.kindOf(index + 1) !== T.parenOpen) return -1;
        return nameEnd(cursor, cursor.behind(index + 1), depth);
      case T.kConst:
      case T.kThis:
        return nameEnd(cursor, index + 1, depth);
      case T.dotDotDot:
        index += 1;
        continue;
      default:
        if (kind === T.end || kind > T.LAST_CONTEXTUAL) return -1;
        return nameEnd(cursor, index + 1, depth);
    }
  }
}

/** Whether the word at `index` is a type operator: a type stands right behind it. */
function isOperator(cursor: Cursor, index: number, kind: number): boolean {
  if (kind === T.kTypeof) return true;
  const next = cursor.kindOf(index + 1);
  if (next === T.kNew) return true;
  if (cursor.tokens.afterNewline(index + 1)) return false;
  if (next === T.kIs) return kind !== T.kAsserts ? false : cursor.kindOf(index + 2) === T.kIs;
  if (next === T.kExtends || next === T.kAs || next === T.kSatisfies) return false;
  if (next <= T.LAST_NAME) return next !== T.end && next !== T.kIn && next !== T.kInstanceof;
  switch (next) {
    case T.parenOpen:
    case T.braceOpen:
    case T.bracketOpen:
      return kind !== T.kInfer && kind !== T.kAsserts;
    case T.string:
    case T.number:
    case T.template:
    case T.templateHead:
      return true;
    default:
      return false;
  }
}

/** Behind a name: `.b.c`, then type arguments. */
function nameEnd(cursor: Cursor, from: number, depth: number): number {
  let index = from;
  while (cursor.kindOf(index) === T.dot && isName(cursor.kindOf(index + 1))) index += 2;
  if (cursor.kindOf(index) === T.dot) index += 1;
  if (cursor.kindOf(index) !== T.less || cursor.tokens.afterNewline(index)) return index;
  const stop = angleEnd(cursor, index, depth + 1);
  return stop < 0 ? index : stop;
}

function isName(kind: number): boolean {
  return (kind <= T.LAST_NAME && kind !== T.end) || kind === T.privateName;
}

/** Behind an operand: `[]`, `[K]`, and the marks of JSDoc types. */
function suffixEnd(cursor: Cursor, from: number, _depth: number): number {
  let index = from;
  for (;;) {
    const kind = cursor.kindOf(index);
    if (kind === T.bracketOpen && !cursor.tokens.afterNewline(index)) index = cursor.behind(index);
    else if (kind === T.exclamation && !cursor.tokens.afterNewline(index)) index += 1;
    else return index;
  }
}

/** The index behind a template with substitutions whose head is at `index`. */
export function templateEnd(cursor: Cursor, head: number): number {
  let index = head;
  while (cursor.kindOf(index) === T.templateHead || cursor.kindOf(index) === T.templateMiddle) {
    if (!cursor.isClosed(index)) return Math.max(cursor.closeOf(index), head + 1);
    index = cursor.closeOf(index);
  }
  return index + 1;
}

/** The index behind `<…>` at `from`, or -1 if it is not there, not closed, or holds what no type list holds. */
function angleEnd(cursor: Cursor, from: number, depth: number): number {
  if (cursor.kindOf(from) !== T.less || depth > DEEPEST_TYPE) return -1;
  let index = from + 1;
  for (;;) {
    const kind = cursor.kindOf(index);
    if (kind === T.greater) return index + 1;
    if (kind === T.comma) {
      index += 1;
      continue;
    }
    index = skipParameterModifiers(cursor, index);
    const stop = typeEnd(cursor, index, false, depth + 1);
    if (stop <= index) return -1;
    index = stop;
    if (cursor.kindOf(index) === T.kExtends) {
      const constraint = typeEnd(cursor, index + 1, false, depth + 1);
      if (constraint < 0) return -1;
      index = constraint;
    }
    if (cursor.kindOf(index) === T.equals) {
      const preset = typeEnd(cursor, index + 1, false, depth + 1);
      if (preset < 0) return -1;
      index = preset;
    }
    const next = cursor.kindOf(index);
    if (next !== T.comma && next !== T.greater) return -1;
  }
}

/** `const T`, `in T`, `out T`, `const in out T`. */
function skipParameterModifiers(cursor: Cursor, from: number): number {
  let index = from;
  while (isParameterModifier(cursor, index)) index += 1;
  return index;
}

function isParameterModifier(cursor: Cursor, index: number): boolean {
  const kind = cursor.kindOf(index);
  const isOut = kind === T.identifier && wordIs(cursor, index, "out");
  if (kind !== T.kIn && kind !== T.kConst && !isOut) return false;
  const next = cursor.kindOf(index + 1);
  return next === T.kIn || next === T.kConst || (next <= T.LAST_CONTEXTUAL && next !== T.end);
}

function wordIs(cursor: Cursor, index: number, word: string): boolean {
  const start = cursor.tokens.startAt(index);
  return cursor.tokens.endAt(index) - start === word.length && cursor.text.startsWith(word, start);
}
