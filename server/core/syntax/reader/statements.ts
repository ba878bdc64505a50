import type {
  Expression,
  LoopStatement,
  Pattern,
  Statement,
  SwitchCase,
  VariableDeclarator,
  VariableStatement,
} from "../tree.ts";
import { readClassStatement, readDecorators } from "./classes.ts";
import type { Cursor } from "./cursor.ts";
import { readDeclaration } from "./declarations.ts";
import { giveUp, readExpression, readOperand, readToLimit } from "./expressions.ts";
import { readExport, readImport } from "./modules.ts";
import { readPattern } from "./patterns.ts";
import { startsExpression } from "./starts.ts";
import * as T from "./token-kind.ts";
import { skipTypeAnnotation } from "./types.ts";

/** All statements up to the cursor's limit. Every round consumes at least one token. */
export function readStatements(cursor: Cursor): Statement[] {
  const statements: Statement[] = [];
  while (cursor.kind !== T.end) {
    const before = cursor.index;
    const statement = readStatement(cursor);
    if (cursor.index === before) {
      // Nothing starts with this token: a stray bracket or mark.
      const start = cursor.start;
      cursor.advance();
      statements.push({ kind: "other", start, end: cursor.lastEnd });
    } else statements.push(statement);
  }
  return statements;
}

/** The statements of the block at the cursor. */
export function readBody(cursor: Cursor): Statement[] {
  const opener = cursor.index;
  const outer = cursor.enter();
  const outerIn = cursor.withoutIn;
  cursor.withoutIn = -1;
  const body = readStatements(cursor);
  cursor.withoutIn = outerIn;
  cursor.leave(opener, outer);
  return body;
}

function readStatement(cursor: Cursor): Statement {
  if (!cursor.descend()) {
    const { start, end } = giveUp(cursor);
    return { kind: "other", start, end };
  }
  const statement = readByFirstToken(cursor);
  cursor.ascend();
  return statement;
}

function readByFirstToken(cursor: Cursor): Statement {
  const start = cursor.start;
  switch (cursor.kind) {
    case T.braceOpen: {
      const body = readBody(cursor);
      return { kind: "block", body, start, end: cursor.lastEnd };
    }
    case T.semicolon:
    case T.kDebugger:
    case T.kBreak:
    case T.kContinue:
      return readSimple(cursor);
    case T.kReturn:
      return readReturn(cursor);
    case T.kThrow: {
      cursor.advance();
      const argument = readExpression(cursor);
      return { kind: "throw", argument, start, end: endStatement(cursor) };
    }
    case T.kIf:
      return readIf(cursor);
    case T.kSwitch:
      return readSwitch(cursor);
    case T.kFor:
      return readFor(cursor);
    case T.kWhile:
    case T.kWith:
      return readWhile(cursor);
    case T.kDo:
      return readDo(cursor);
    case T.kTry:
      return readTry(cursor);
    case T.kImport:
      if (cursor.peek(1) === T.parenOpen || cursor.peek(1) === T.dot) break;
      return readImport(cursor, start);
    case T.kExport:
      return readExport(cursor, []);
    case T.at:
      return readDecorated(cursor);
    case T.kCatch:
    case T.kFinally:
    case T.kElse:
      return readOrphan(cursor);
    default: {
      const declaration = readDeclaration(cursor, start, "no");
      if (declaration !== undefined) return declaration;
      if (cursor.kind <= T.LAST_CONTEXTUAL && cursor.peek(1) === T.colon) {
        cursor.advance();
        cursor.advance();
        const body = readNestedStatement(cursor);
        return { kind: "labeled", body, start, end: cursor.lastEnd };
      }
    }
  }
  const expression = readExpression(cursor);
  const end = endStatement(cursor);
  return { kind: "expression", expression, start: Math.min(start, expression.start), end };
}

/** Consumes the semicolon if it is written; yields where the statement ends. */
export function endStatement(cursor: Cursor): number {
  cursor.eat(T.semicolon);
  return cursor.lastEnd;
}

/** The statement behind a head; an empty one where none is written. */
function readNestedStatement(cursor: Cursor): Statement {
  const before = cursor.index;
  if (cursor.kind !== T.end && cursor.kind !== T.kCase && cursor.kind !== T.kDefault) {
    const statement = readStatement(cursor);
    if (cursor.index > before) return statement;
  }
  return { kind: "other", start: cursor.lastEnd, end: cursor.lastEnd };
}

function readSimple(cursor: Cursor): Statement {
  const start = cursor.start;
  const jumps = cursor.kind === T.kBreak || cursor.kind === T.kContinue;
  const empty = cursor.kind === T.semicolon;
  cursor.advance();
  if (jumps && !cursor.newline && cursor.kind <= T.LAST_CONTEXTUAL && cursor.kind !== T.end) cursor.advance();
  return { kind: "other", start, end: empty ? cursor.lastEnd : endStatement(cursor) };
}

/** `else`, `catch` or `finally` whose first half is missing: what follows is read on its own. */
function readOrphan(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.advance();
  if (cursor.kind === T.parenOpen) cursor.skipBracket();
  const body = readNestedStatement(cursor);
  return { kind: "labeled", body, start, end: cursor.lastEnd };
}

function readReturn(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.advance();
  const bare = cursor.newline || !startsExpression(cursor);
  const argument = bare ? undefined : readExpression(cursor);
  return { kind: "return", argument, start, end: endStatement(cursor) };
}

/** The condition in the parentheses at the cursor; missing where they are not written yet. */
function readCondition(cursor: Cursor): Expression {
  if (cursor.kind !== T.parenOpen) return cursor.missing();
  const opener = cursor.index;
  const outer = cursor.enter();
  const condition = readToLimit(cursor);
  cursor.leave(opener, outer);
  return condition;
}

/** `if … else if … else`: a loop over the conditions, folded from the end. */
function readIf(cursor: Cursor): Statement {
  const starts: number[] = [];
  const tests: Expression[] = [];
  const branches: Statement[] = [];
  let last: Statement | undefined;
  while (cursor.kind === T.kIf) {
    starts.push(cursor.start);
    cursor.advance();
    tests.push(readCondition(cursor));
    branches.push(readNestedStatement(cursor));
    if (!cursor.eat(T.kElse)) break;
    if (cursor.kind !== T.kIf) {
      last = readNestedStatement(cursor);
      break;
    }
  }
  const end = cursor.lastEnd;
  for (let index = tests.length - 1; index >= 0; index -= 1) {
    const start = starts[index] ?? 0;
    const test: Expression = tests[index] ?? { kind: "missing", start: end, end };
    const whenTrue: Statement = branches[index] ?? { kind: "other", start: end, end };
    last = { kind: "if", test, whenTrue, whenFalse: last, start, end };
  }
  return last ?? { kind: "other", start: end, end };
}

function readSwitch(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.advance();
  const discriminant = readCondition(cursor);
  const cases: SwitchCase[] = [];
  if (cursor.kind === T.braceOpen) {
    const opener = cursor.index;
    const outer = cursor.enter();
    while (cursor.kind !== T.end) {
      if (cursor.kind === T.kCase || cursor.kind === T.kDefault) cases.push(readCase(cursor));
      else cursor.moveTo(cursor.behindCurrent());
    }
    cursor.leave(opener, outer);
  }
  return { kind: "switch", discriminant, cases, start, end: cursor.lastEnd };
}

function readCase(cursor: Cursor): SwitchCase {
  const start = cursor.start;
  const isCase = cursor.kind === T.kCase;
  cursor.advance();
  let test: Expression | undefined;
  if (isCase) {
    // As between `?` and `:`, a colon behind parentheses is the case's own.
    const outerBranch = cursor.branchLimit;
    cursor.branchLimit = cursor.limit;
    test = readExpression(cursor);
    cursor.branchLimit = outerBranch;
  }
  cursor.eat(T.colon);
  const body: Statement[] = [];
  while (cursor.kind !== T.end && !startsCase(cursor)) {
    const before = cursor.index;
    const statement = readStatement(cursor);
    if (cursor.index === before) cursor.advance();
    else body.push(statement);
  }
  return { kind: "case", test, body, start, end: cursor.lastEnd };
}

function startsCase(cursor: Cursor): boolean {
  return cursor.kind === T.kCase || cursor.kind === T.kDefault;
}

function readFor(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.advance();
  cursor.eat(T.kAwait);
  let declaration: VariableStatement | undefined;
  const heads: Expression[] = [];
  if (cursor.kind === T.parenOpen) {
    const opener = cursor.index;
    const outer = cursor.enter();
    const outerIn = cursor.withoutIn;
    cursor.withoutIn = cursor.limit;
    const keyword = variableKeyword(cursor);
    if (keyword !== undefined) declaration = readVariables(cursor, cursor.start, keyword, false);
    else if (startsExpression(cursor)) heads.push(readExpression(cursor));
    cursor.withoutIn = outerIn;
    while (cursor.kind !== T.end) {
      const before = cursor.index;
      if (cursor.kind === T.kOf || cursor.kind === T.kIn || cursor.kind === T.semicolon) cursor.advance();
      if (startsExpression(cursor)) heads.push(readExpression(cursor));
      if (cursor.index === before) cursor.advance();
    }
    cursor.leave(opener, outer);
  }
  return finishLoop(cursor, start, declaration, heads);
}

function readWhile(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.advance();
  return finishLoop(cursor, start, undefined, [readCondition(cursor)]);
}

function finishLoop(
  cursor: Cursor,
  start: number,
  declaration: VariableStatement | undefined,
  heads: readonly Expression[],
): LoopStatement {
  const body = readNestedStatement(cursor);
  return { kind: "loop", declaration, heads, body, start, end: cursor.lastEnd };
}

function readDo(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.advance();
  const body = readNestedStatement(cursor);
  const heads: Expression[] = [];
  if (cursor.eat(T.kWhile)) heads.push(readCondition(cursor));
  return { kind: "loop", declaration: undefined, heads, body, start, end: endStatement(cursor) };
}

function readTry(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.advance();
  const block = cursor.kind === T.braceOpen ? readBody(cursor) : [];
  let parameter: Pattern | undefined;
  let handler: Statement[] | undefined;
  let finalizer: Statement[] | undefined;
  if (cursor.eat(T.kCatch)) {
    if (cursor.kind === T.parenOpen) {
      const opener = cursor.index;
      const outer = cursor.enter();
      parameter = readPattern(cursor);
      skipTypeAnnotation(cursor);
      cursor.leave(opener, outer);
    }
    handler = cursor.kind === T.braceOpen ? readBody(cursor) : [];
  }
  if (cursor.eat(T.kFinally)) finalizer = cursor.kind === T.braceOpen ? readBody(cursor) : [];
  return { kind: "try", block, parameter, handler, finalizer, start, end: cursor.lastEnd };
}

/** Decorators, then `export`, `abstract` or `class`. */
function readDecorated(cursor: Cursor): Statement {
  const start = cursor.start;
  const decorators = readDecorators(cursor);
  if (cursor.kind === T.kExport) return { ...readExport(cursor, decorators), start };
  cursor.eat(T.kDeclare);
  cursor.eat(T.kAbstract);
  if (cursor.kind === T.kClass) return readClassStatement(cursor, start, "no", decorators);
  // Half-typed: the decorators' expressions are kept as statements of a block.
  const body = decorators.map(
    (expression): Statement => ({ kind: "expression", expression, start: expression.start, end: expression.end }),
  );
  return { kind: "block", body, start, end: cursor.lastEnd };
}

/** The keyword of a variable declaration at the cursor; nothing is consumed. */
export function variableKeyword(cursor: Cursor): VariableStatement["keyword"] | undefined {
  const next = cursor.peek(1);
  switch (cursor.kind) {
    case T.kConst:
      return "const";
    case T.kVar:
      return "var";
    case T.kLet:
      return isWord(next) || next === T.braceOpen || next === T.bracketOpen ? "let" : undefined;
    case T.kUsing:
      return bindsAfter(cursor, 1) && !cursor.newlineBefore(1) ? "using" : undefined;
    case T.kAwait:
      if (next !== T.kUsing || cursor.newlineBefore(1) || cursor.newlineBefore(2)) return undefined;
      return bindsAfter(cursor, 2) ? "await using" : undefined;
    default:
      return undefined;
  }
}

/** Whether the token `distance` ahead, behind a declaring word, is the name that it declares. */
function bindsAfter(cursor: Cursor, distance: number): boolean {
  const kind = cursor.peek(distance);
  if (kind === T.kOf) return cursor.peek(distance + 1) === T.equals;
  return isWord(kind) && kind !== T.kAs && kind !== T.kSatisfies;
}

function isWord(kind: number): boolean {
  return kind <= T.LAST_CONTEXTUAL && kind !== T.end;
}

/** The declarators behind `keyword`, which stands at the cursor. */
export function readVariables(
  cursor: Cursor,
  start: number,
  keyword: VariableStatement["keyword"],
  exported: boolean,
): VariableStatement {
  cursor.advance();
  if (keyword === "await using") cursor.advance();
  const declarators: VariableDeclarator[] = [];
  do {
    declarators.push(readDeclarator(cursor));
  } while (cursor.eat(T.comma));
  const end = cursor.withoutIn === cursor.limit ? cursor.lastEnd : endStatement(cursor);
  return { kind: "variable", keyword, declarators, exported, start, end };
}

function readDeclarator(cursor: Cursor): VariableDeclarator {
  const pattern = readPattern(cursor);
  if (cursor.typescript && !cursor.newline) cursor.eat(T.exclamation);
  skipTypeAnnotation(cursor);
  const initializer = cursor.eat(T.equals) ? readOperand(cursor) : undefined;
  return { kind: "declarator", pattern, initializer, start: pattern.start, end: cursor.lastEnd };
}
