import type { Expression, Identifier } from "../tree.ts";
import { readArrowIfHere, readFunctionExpression } from "./arrows.ts";
import { nameAt, readIdentifier, readNumber, readString, readTemplate } from "./atoms.ts";
import { readClassExpression, readDecorators } from "./classes.ts";
import type { Cursor } from "./cursor.ts";
import { readJsx } from "./jsx.ts";
import { readArrayLiteral, readObjectLiteral } from "./objects.ts";
import {
  assignmentAt,
  binaryOperatorAt,
  EQUALITY,
  isAssignment,
  operatorText,
  precedenceOf,
  tokensOf,
} from "./operators.ts";
import { startsExpression } from "./starts.ts";
import * as T from "./token-kind.ts";
import { skipType, typeArgumentsEnd } from "./types.ts";

/** An expression with commas. */
export function readExpression(cursor: Cursor): Expression {
  const first = readAssignment(cursor);
  if (cursor.kind !== T.comma) return first;
  const expressions = [first];
  while (cursor.eat(T.comma)) expressions.push(readAssignment(cursor));
  return { kind: "sequence", expressions, start: first.start, end: cursor.lastEnd };
}

/** All that stands up to the cursor's limit as one expression; leftovers of broken code join a sequence. */
export function readToLimit(cursor: Cursor): Expression {
  const first = readExpression(cursor);
  if (cursor.kind === T.end) return first;
  const expressions = [first];
  while (cursor.kind !== T.end) {
    const before = cursor.index;
    if (startsExpression(cursor)) expressions.push(readExpression(cursor));
    if (cursor.index === before) cursor.advance();
  }
  if (expressions.length === 1) return first;
  return { kind: "sequence", expressions, start: first.start, end: cursor.lastEnd };
}

/** An expression without commas. Consumes nothing and yields `missing` where none starts. */
export function readAssignment(cursor: Cursor): Expression {
  if (!cursor.descend()) return giveUp(cursor);
  const first = readUntilQuestion(cursor);
  const result = cursor.kind === T.question ? readConditional(cursor, first) : first;
  cursor.ascend();
  return result;
}

/** What is assigned: missing where the line ends and the next one is another statement's or member's. */
export function readOperand(cursor: Cursor): Expression {
  return cursor.dangles ? cursor.missing() : readAssignment(cursor);
}

/** `test ? a : test ? b : c`: a loop over the tests, folded from the end. */
function readConditional(cursor: Cursor, first: Expression): Expression {
  const tests: Expression[] = [first];
  const branches: Expression[] = [];
  while (cursor.kind === T.question) {
    cursor.advance();
    const outerBranch = cursor.branchLimit;
    const outerIn = cursor.withoutIn;
    cursor.branchLimit = cursor.limit;
    cursor.withoutIn = -1;
    branches.push(readOperand(cursor));
    cursor.branchLimit = outerBranch;
    cursor.withoutIn = outerIn;
    if (!cursor.eat(T.colon)) {
      tests.push(cursor.missing());
      break;
    }
    tests.push(cursor.dangles ? cursor.missing() : readUntilQuestion(cursor));
  }
  let result = tests[tests.length - 1] ?? cursor.missing();
  for (let index = branches.length - 1; index >= 0; index -= 1) {
    const test = tests[index] ?? result;
    const whenTrue = branches[index] ?? result;
    result = { kind: "conditional", test, whenTrue, whenFalse: result, start: test.start, end: result.end };
  }
  return result;
}

/** An assignment, an arrow function, a `yield` or an operand with its binary operators; not a condition. */
function readUntilQuestion(cursor: Cursor): Expression {
  const arrow = readArrowIfHere(cursor);
  if (arrow !== undefined) return arrow;
  if (cursor.kind === T.kYield && isYield(cursor)) return readYield(cursor);
  const left = readBinary(cursor, 0);
  const assignment = assignmentAt(cursor);
  if (assignment === 0) return left;
  const operator = operatorText(assignment);
  for (let count = tokensOf(assignment); count > 0; count -= 1) cursor.advance();
  const value = readOperand(cursor);
  return { kind: "assignment", operator, target: left, value, start: left.start, end: cursor.lastEnd };
}

function isYield(cursor: Cursor): boolean {
  const next = cursor.peek(1);
  return next !== T.dot && next !== T.arrow && !isAssignment(next) && next !== T.parenOpen
    ? true
    : next === T.parenOpen && !cursor.newlineBefore(1);
}

function readYield(cursor: Cursor): Expression {
  const start = cursor.start;
  cursor.advance();
  const starred = cursor.kind === T.asterisk && !cursor.newline;
  if (starred) cursor.advance();
  const bare = !starred && (cursor.newline || !startsExpression(cursor));
  const argument: Expression = bare
    ? { kind: "missing", start: cursor.lastEnd, end: cursor.lastEnd }
    : readAssignment(cursor);
  return { kind: "prefix", operator: starred ? "yield*" : "yield", argument, start, end: cursor.lastEnd };
}

/** Operands joined by operators that bind tighter than `least`. */
export function readBinary(cursor: Cursor, least: number): Expression {
  if (!cursor.descend()) return giveUp(cursor);
  let left = readUnary(cursor);
  for (;;) {
    const operator = binaryOperatorAt(cursor);
    const precedence = precedenceOf(operator);
    if (precedence <= least) break;
    if (operator === T.kAs || operator === T.kSatisfies) {
      cursor.advance();
      skipType(cursor);
      const form = operator === T.kAs ? "as" : "satisfies";
      left = { kind: "wrapped", form, expression: left, start: left.start, end: cursor.lastEnd };
      continue;
    }
    for (let count = tokensOf(operator); count > 0; count -= 1) cursor.advance();
    if (precedence === EQUALITY && cursor.dangles) {
      const right = cursor.missing();
      const text = operatorText(operator);
      left = { kind: "binary", operator: text, left, right, start: left.start, end: cursor.lastEnd };
      continue;
    }
    const right = readBinary(cursor, operator === T.asteriskAsterisk ? precedence - 1 : precedence);
    left = {
      kind: "binary",
      operator: operatorText(operator),
      left,
      right,
      start: left.start,
      end: cursor.lastEnd,
    };
  }
  cursor.ascend();
  return left;
}

function readUnary(cursor: Cursor): Expression {
  const kind = cursor.kind;
  switch (kind) {
    case T.exclamation:
    case T.plus:
    case T.minus:
    case T.tilde:
    case T.plusPlus:
    case T.minusMinus:
    case T.kTypeof:
    case T.kVoid:
    case T.kDelete:
      return readPrefixed(cursor);
    case T.kAwait:
      if (isAwait(cursor)) return readPrefixed(cursor);
      break;
    case T.less:
      if (cursor.typescript) return readAssertion(cursor);
      if (cursor.jsx) cursor.correct(true);
      break;
    default:
  }
  const operand = readChain(cursor);
  if ((cursor.kind === T.plusPlus || cursor.kind === T.minusMinus) && !cursor.newline) {
    const operator = operatorText(cursor.kind);
    cursor.advance();
    return { kind: "unary", operator, operand, start: operand.start, end: cursor.lastEnd };
  }
  return operand;
}

/** `!x`, `typeof x`, `await x`: a loop over the operators, so that a row of them does not recurse. */
function readPrefixed(cursor: Cursor): Expression {
  const kinds: number[] = [];
  const starts: number[] = [];
  while (isPrefix(cursor)) {
    kinds.push(cursor.kind);
    starts.push(cursor.start);
    cursor.advance();
  }
  let operand = readUnary(cursor);
  for (let index = kinds.length - 1; index >= 0; index -= 1) {
    const kind = kinds[index] ?? 0;
    const start = starts[index] ?? 0;
    operand =
      kind === T.kAwait
        ? { kind: "prefix", operator: "await", argument: operand, start, end: cursor.lastEnd }
        : { kind: "unary", operator: operatorText(kind), operand, start, end: cursor.lastEnd };
  }
  return operand;
}

function isPrefix(cursor: Cursor): boolean {
  switch (cursor.kind) {
    case T.exclamation:
    case T.plus:
    case T.minus:
    case T.tilde:
    case T.plusPlus:
    case T.minusMinus:
    case T.kTypeof:
    case T.kVoid:
    case T.kDelete:
      return true;
    case T.kAwait:
      return isAwait(cursor);
    default:
      return false;
  }
}

/** Whether `await` waits here: something to wait for stands behind it. */
function isAwait(cursor: Cursor): boolean {
  const next = cursor.peek(1);
  if (next <= T.LAST_NAME) {
    return next !== T.end && next !== T.kIn && next !== T.kInstanceof && next !== T.kOf && next !== T.kAs;
  }
  switch (next) {
    case T.parenOpen:
    case T.bracketOpen:
    case T.braceOpen:
    case T.string:
    case T.number:
    case T.template:
    case T.templateHead:
    case T.regexp:
    case T.exclamation:
    case T.tilde:
    case T.jsxOpen:
    case T.less:
    case T.privateName:
    case T.plus:
    case T.minus:
      return true;
    default:
      return false;
  }
}

/** `<T>x`. */
function readAssertion(cursor: Cursor): Expression {
  const stop = typeArgumentsEnd(cursor, cursor.index);
  if (stop < 0) {
    if (cursor.jsx) cursor.correct(true);
    return cursor.missing();
  }
  const start = cursor.start;
  cursor.moveTo(stop - 1);
  cursor.advance();
  if (!cursor.descend()) return giveUp(cursor);
  const expression = readUnary(cursor);
  cursor.ascend();
  return { kind: "wrapped", form: "assertion", expression, start, end: cursor.lastEnd };
}

// Where a chain stands: a value takes all links, the callee of `new` no calls, a decorator no brackets.
const VALUE = 0;
const CALLEE = 1;
export const DECORATOR = 2;

/** An operand with all its accesses, calls and marks, in one loop. */
export function readChain(cursor: Cursor, form = VALUE): Expression {
  let left = cursor.kind === T.kNew ? readNew(cursor) : readPrimary(cursor);
  for (;;) {
    const next = readLink(cursor, left, form);
    if (next === undefined) return left;
    left = next;
  }
}

/** One access, call or mark behind `left`; undefined where the chain ends. */
function readLink(cursor: Cursor, left: Expression, form: number): Expression | undefined {
  const calls = form !== CALLEE;
  switch (cursor.kind) {
    case T.dot:
      cursor.advance();
      return readMember(cursor, left, false);
    case T.questionDot:
      if (!calls) return undefined;
      return readOptional(cursor, left);
    case T.bracketOpen:
      return form === DECORATOR ? undefined : readIndex(cursor, left, false);
    case T.parenOpen:
      return calls && left.kind !== "missing" ? readCall(cursor, left, false) : undefined;
    case T.template:
    case T.templateHead: {
      if (left.kind === "missing") return undefined;
      const template = readTemplate(cursor);
      return { kind: "tagged", tag: left, template, start: left.start, end: cursor.lastEnd };
    }
    case T.exclamation:
      if (cursor.newline || !cursor.typescript || left.kind === "missing") return undefined;
      cursor.advance();
      return { kind: "wrapped", form: "non-null", expression: left, start: left.start, end: cursor.lastEnd };
    case T.less:
      return cursor.typescript && left.kind !== "missing" ? readTypeArguments(cursor, left, calls) : undefined;
    default:
      return undefined;
  }
}

/** `left<T>(…)`, a template behind type arguments, or `left<T>` alone; undefined where `<` compares. */
function readTypeArguments(cursor: Cursor, left: Expression, calls: boolean): Expression | undefined {
  const stop = typeArgumentsEnd(cursor, cursor.index);
  if (stop < 0) return undefined;
  const next = cursor.kindOf(stop);
  const called = next === T.parenOpen || next === T.template || next === T.templateHead;
  if (!called && (endsComparison(cursor, stop) || !mayFollowTypeArguments(cursor, stop, next))) return undefined;
  cursor.moveTo(stop - 1);
  cursor.advance();
  if (next === T.parenOpen && calls) return readCall(cursor, left, false);
  if (called && next !== T.parenOpen) {
    const template = readTemplate(cursor);
    return { kind: "tagged", tag: left, template, start: left.start, end: cursor.lastEnd };
  }
  if (next === T.parenOpen) return undefined;
  // `f<T>` as a value is `f`; of the wrapped forms, `non-null` is the one that is written behind.
  return { kind: "wrapped", form: "non-null", expression: left, start: left.start, end: cursor.lastEnd };
}

/** Whether the `>` before `index` is the first half of `>=`, as in `f(a < b, c >= d)`. */
function endsComparison(cursor: Cursor, index: number): boolean {
  const text = cursor.text;
  const end = cursor.tokens.endAt(index - 1);
  return text.charCodeAt(end) === 61 && cursor.tokens.startAt(index) === end;
}

/** Whether `a<T>` may end before the token at `index`: it starts no operand on the same line. */
function mayFollowTypeArguments(cursor: Cursor, index: number, kind: number): boolean {
  if (kind === T.less || kind === T.greater || kind === T.plus || kind === T.minus) return false;
  if (kind === T.end || cursor.tokens.afterNewline(index)) return true;
  if (kind <= T.LAST_NAME) return kind === T.kIn || kind === T.kInstanceof || kind === T.kAs || kind === T.kSatisfies;
  switch (kind) {
    case T.string:
    case T.number:
    case T.bigint:
    case T.regexp:
    case T.privateName:
    case T.braceOpen:
    case T.bracketOpen:
    case T.exclamation:
    case T.tilde:
    case T.plusPlus:
    case T.minusMinus:
    case T.jsxOpen:
    case T.slash:
    case T.at:
      return false;
    default:
      return true;
  }
}

function readOptional(cursor: Cursor, left: Expression): Expression {
  cursor.advance();
  if (cursor.kind === T.parenOpen) return readCall(cursor, left, true);
  if (cursor.kind === T.bracketOpen) return readIndex(cursor, left, true);
  if (cursor.kind === T.less) {
    const stop = typeArgumentsEnd(cursor, cursor.index);
    if (stop > 0 && cursor.kindOf(stop) === T.parenOpen) {
      cursor.moveTo(stop);
      return readCall(cursor, left, true);
    }
  }
  return readMember(cursor, left, true);
}

/** The name behind a dot; empty where the line ends in half-typed code. */
function readMember(cursor: Cursor, object: Expression, optional: boolean): Expression {
  const kind = cursor.kind;
  const named = (kind <= T.LAST_NAME && kind !== T.end) || kind === T.privateName;
  if (!named || (cursor.newline && startsNextStatement(cursor))) {
    const at = cursor.lastEnd;
    return {
      kind: "member",
      object,
      name: "",
      nameSpan: { start: at, end: at },
      optional,
      start: object.start,
      end: at,
    };
  }
  const start = cursor.start;
  const end = cursor.end;
  const name = nameAt(cursor);
  cursor.advance();
  return { kind: "member", object, name, nameSpan: { start, end }, optional, start: object.start, end };
}

/** Behind a dot and a line break: whether the word here begins a statement rather than names a member. */
function startsNextStatement(cursor: Cursor): boolean {
  const kind = cursor.kind;
  if (cursor.newlineBefore(1)) {
    return kind > T.LAST_CONTEXTUAL && kind !== T.kCatch && kind !== T.kFinally && kind !== T.kDefault;
  }
  const next = cursor.peek(1);
  const wordFollows = next !== T.end && next <= T.LAST_NAME && next !== T.kIn && next !== T.kInstanceof;
  if (wordFollows && next !== T.kAs && next !== T.kSatisfies && next !== T.kOf) return true;
  return kind === T.kReturn || kind === T.kIf || kind === T.kSwitch || kind === T.kWhile;
}

function readIndex(cursor: Cursor, object: Expression, optional: boolean): Expression {
  const opener = cursor.index;
  const outer = cursor.enter();
  const index = readToLimit(cursor);
  cursor.leave(opener, outer);
  return { kind: "index", object, index, optional, start: object.start, end: cursor.lastEnd };
}

function readCall(cursor: Cursor, callee: Expression, optional: boolean): Expression {
  const opener = cursor.index;
  const start = cursor.start;
  const list = readArguments(cursor);
  const closed = cursor.isClosed(opener);
  const end = cursor.lastEnd;
  return {
    kind: "call",
    callee,
    arguments: list,
    argumentsSpan: { start, end },
    optional,
    closed,
    start: callee.start,
    end,
  };
}

/** The arguments in the parentheses at the cursor. */
function readArguments(cursor: Cursor): Expression[] {
  const opener = cursor.index;
  const outer = cursor.enter();
  const list: Expression[] = [];
  while (cursor.kind !== T.end) {
    const before = cursor.index;
    list.push(readElement(cursor));
    if (cursor.eat(T.comma)) continue;
    if (cursor.index === before) {
      if (list.length > 0 && list[list.length - 1]?.kind === "missing") list.pop();
      cursor.advance();
    }
  }
  cursor.leave(opener, outer);
  return list;
}

/** An argument or element: an expression or a spread. */
export function readElement(cursor: Cursor): Expression {
  if (cursor.kind !== T.dotDotDot) return readAssignment(cursor);
  const start = cursor.start;
  cursor.advance();
  const argument = readAssignment(cursor);
  return { kind: "prefix", operator: "...", argument, start, end: cursor.lastEnd };
}

function readNew(cursor: Cursor): Expression {
  const start = cursor.start;
  cursor.advance();
  if (cursor.kind === T.dot) {
    const object: Identifier = { kind: "identifier", name: "new", start, end: cursor.lastEnd };
    cursor.advance();
    return readMember(cursor, object, false);
  }
  if (cursor.dangles) {
    const callee = cursor.missing();
    const end = cursor.lastEnd;
    return { kind: "new", callee, arguments: [], argumentsSpan: { start: end, end }, closed: true, start, end };
  }
  if (!cursor.descend()) return giveUp(cursor);
  let callee = cursor.kind === T.kNew ? readNew(cursor) : readPrimary(cursor);
  cursor.ascend();
  for (;;) {
    const next = readLink(cursor, callee, CALLEE);
    if (next === undefined) break;
    callee = next;
  }
  if (cursor.kind !== T.parenOpen) {
    const end = cursor.lastEnd;
    return { kind: "new", callee, arguments: [], argumentsSpan: { start: end, end }, closed: true, start, end };
  }
  const opener = cursor.index;
  const argumentsStart = cursor.start;
  const list = readArguments(cursor);
  const end = cursor.lastEnd;
  const closed = cursor.isClosed(opener);
  return { kind: "new", callee, arguments: list, argumentsSpan: { start: argumentsStart, end }, closed, start, end };
}

function readPrimary(cursor: Cursor): Expression {
  const kind = cursor.kind;
  if (kind <= T.LAST_CONTEXTUAL) {
    if (kind === T.end) return cursor.missing();
    if (kind === T.kAsync && cursor.peek(1) === T.kFunction && !cursor.newlineBefore(1)) {
      return readFunctionExpression(cursor);
    }
    return readIdentifier(cursor);
  }
  switch (kind) {
    case T.kThis:
    case T.kSuper:
    case T.privateName:
      return readIdentifier(cursor);
    case T.kImport:
      return cursor.peek(1) === T.parenOpen || cursor.peek(1) === T.dot ? readIdentifier(cursor) : cursor.missing();
    case T.kNull:
    case T.kTrue:
    case T.kFalse: {
      const value = kind === T.kNull ? null : kind === T.kTrue;
      const start = cursor.start;
      cursor.advance();
      return { kind: "keyword", value, start, end: cursor.lastEnd };
    }
    case T.string:
      return readString(cursor);
    case T.number:
    case T.bigint:
      return readNumber(cursor);
    case T.template:
    case T.templateHead:
      return readTemplate(cursor);
    case T.regexp: {
      const start = cursor.start;
      cursor.advance();
      return { kind: "regexp", start, end: cursor.lastEnd };
    }
    case T.parenOpen:
      return readParentheses(cursor);
    case T.bracketOpen:
      return readArrayLiteral(cursor);
    case T.braceOpen:
      return readObjectLiteral(cursor);
    case T.kFunction:
      return readFunctionExpression(cursor);
    case T.kClass:
      return readClassExpression(cursor, []);
    case T.at: {
      const start = cursor.start;
      const decorators = readDecorators(cursor);
      if (cursor.kind === T.kClass) return { ...readClassExpression(cursor, decorators), start };
      return cursor.missing();
    }
    case T.jsxOpen:
      return readJsx(cursor);
    case T.slash:
    case T.slashEquals:
      cursor.correct(true);
      return cursor.missing();
    default:
      return cursor.missing();
  }
}

function readParentheses(cursor: Cursor): Expression {
  const opener = cursor.index;
  const start = cursor.start;
  const outer = cursor.enter();
  const expression = readToLimit(cursor);
  cursor.leave(opener, outer);
  return { kind: "wrapped", form: "parentheses", expression, start, end: cursor.lastEnd };
}

/** Gives up on what nests too deeply: steps over it up to the limit. */
export function giveUp(cursor: Cursor): Expression {
  const start = cursor.start;
  while (cursor.kind !== T.end && cursor.kind !== T.semicolon) {
    cursor.lastEnd = cursor.end;
    cursor.moveTo(cursor.behindCurrent());
  }
  return { kind: "missing", start: Math.min(start, cursor.lastEnd), end: cursor.lastEnd };
}
