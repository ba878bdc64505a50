import type { Span } from "../../text/span.ts";
import type {
  ClassExpression,
  ClassMember,
  ClassStatement,
  Expression,
  FunctionExpression,
  PropertyKey,
} from "../tree.ts";
import { opensParameters, readMethodFunction } from "./arrows.ts";
import { nameAt } from "./atoms.ts";
import type { Cursor } from "./cursor.ts";
import { DECORATOR, giveUp, readChain, readOperand } from "./expressions.ts";
import { readPropertyKey, startsKey } from "./objects.ts";
import { readBody } from "./statements.ts";
import * as T from "./token-kind.ts";
import { readTypeName, skipType, skipTypeAnnotation, skipTypeParameters } from "./types.ts";

type Exported = "no" | "named" | "default";

/** All decorators at the cursor, without their `@`. */
export function readDecorators(cursor: Cursor): Expression[] {
  if (cursor.kind !== T.at) return [];
  const decorators: Expression[] = [];
  while (cursor.eat(T.at)) {
    if (!cursor.descend()) return [...decorators, giveUp(cursor)];
    decorators.push(readChain(cursor, DECORATOR));
    cursor.ascend();
  }
  return decorators;
}

/** The class whose `class` stands at the cursor, as a statement that starts at `start`. */
export function readClassStatement(
  cursor: Cursor,
  start: number,
  exported: Exported,
  decorators: readonly Expression[],
): ClassStatement {
  const read = readClassExpression(cursor, decorators);
  return { kind: "class-declaration", class: read, exported, start, end: cursor.lastEnd };
}

/** The class whose `class` stands at the cursor. */
export function readClassExpression(cursor: Cursor, decorators: readonly Expression[]): ClassExpression {
  // Decorators belong to the class: its span covers them.
  const start = Math.min(cursor.start, decorators[0]?.start ?? cursor.start);
  cursor.advance();
  let name: string | undefined;
  let nameSpan: Span | undefined;
  const isName = cursor.kind <= T.LAST_CONTEXTUAL && cursor.kind !== T.end;
  if (isName && (cursor.kind !== T.kImplements || cursor.peek(1) === T.braceOpen)) {
    name = nameAt(cursor);
    nameSpan = { start: cursor.start, end: cursor.end };
    cursor.advance();
  }
  skipTypeParameters(cursor);
  const superclass = cursor.eat(T.kExtends) ? readSuperclass(cursor) : undefined;
  if (cursor.eat(T.kImplements)) {
    do {
      skipType(cursor);
    } while (cursor.eat(T.comma));
  }
  const members = cursor.kind === T.braceOpen ? readMembers(cursor) : [];
  return { kind: "class", name, nameSpan, superclass, members, decorators, start, end: cursor.lastEnd };
}

function readSuperclass(cursor: Cursor): Expression {
  if (!cursor.descend()) return giveUp(cursor);
  const superclass = readChain(cursor);
  cursor.ascend();
  skipTypeParameters(cursor);
  // `extends A, B` is an error that a compiler reports; the rest is stepped over.
  while (cursor.eat(T.comma)) skipType(cursor);
  return superclass;
}

function readMembers(cursor: Cursor): ClassMember[] {
  const opener = cursor.index;
  const outer = cursor.enter();
  const outerIn = cursor.withoutIn;
  cursor.withoutIn = -1;
  const members: ClassMember[] = [];
  while (cursor.kind !== T.end) {
    const before = cursor.index;
    const member = readMember(cursor);
    if (member !== undefined) members.push(member);
    if (cursor.index === before) cursor.moveTo(cursor.behindCurrent());
  }
  cursor.withoutIn = outerIn;
  cursor.leave(opener, outer);
  return members;
}

/** One member; undefined for a semicolon, an index signature, or what is none. */
function readMember(cursor: Cursor): ClassMember | undefined {
  if (cursor.eat(T.semicolon)) return undefined;
  const start = cursor.start;
  const decorators = [...readDecorators(cursor)];
  let isStatic = false;
  let role: ClassMember["role"] = "field";
  for (;;) {
    if (cursor.kind === T.at) {
      decorators.push(...readDecorators(cursor));
      continue;
    }
    if (cursor.kind === T.kStatic && cursor.peek(1) === T.braceOpen) return readStaticBlock(cursor, start);
    if (!isModifier(cursor)) break;
    if (cursor.kind === T.kStatic) isStatic = true;
    else if (cursor.kind === T.kGet) role = "get";
    else if (cursor.kind === T.kSet) role = "set";
    cursor.advance();
  }
  if (cursor.eat(T.asterisk)) role = "method";
  if (isIndexSignature(cursor)) {
    cursor.skipBracket();
    skipTypeAnnotation(cursor);
    cursor.eat(T.semicolon);
    return undefined;
  }
  if (!startsKey(cursor.kind)) return undefined;
  const key = readPropertyKey(cursor);
  if (cursor.kind === T.question || cursor.kind === T.exclamation) cursor.advance();
  if (opensParameters(cursor)) {
    return readMethod(cursor, { key, isStatic, role, decorators, start });
  }
  const typeName = readTypeName(cursor);
  const value = cursor.eat(T.equals) ? readOperand(cursor) : undefined;
  cursor.eat(T.semicolon);
  const end = cursor.lastEnd;
  return { kind: "class-member", role: "field", key, isStatic, value, typeName, decorators, start, end };
}

interface MemberHead {
  readonly key: PropertyKey;
  readonly isStatic: boolean;
  readonly role: ClassMember["role"];
  readonly decorators: readonly Expression[];
  readonly start: number;
}

function readMethod(cursor: Cursor, head: MemberHead): ClassMember {
  const { key, isStatic, decorators, start } = head;
  const accessor = head.role === "get" || head.role === "set";
  const constructs = !isStatic && !accessor && key.name === "constructor";
  const role = accessor ? head.role : constructs ? "constructor" : "method";
  const value = readMethodFunction(cursor, key.name);
  if (value.body === undefined) cursor.eat(T.semicolon);
  const end = cursor.lastEnd;
  return { kind: "class-member", role, key, isStatic, value, typeName: undefined, decorators, start, end };
}

function readStaticBlock(cursor: Cursor, start: number): ClassMember {
  cursor.advance();
  const at = cursor.lastEnd;
  const key: PropertyKey = {
    kind: "key",
    written: "identifier",
    name: undefined,
    computed: undefined,
    start: at,
    end: at,
  };
  const bodyStart = cursor.start;
  const body = readBody(cursor);
  const end = cursor.lastEnd;
  const value: FunctionExpression = {
    kind: "function",
    name: undefined,
    arrow: false,
    parameters: [],
    body,
    start: bodyStart,
    end,
  };
  const nothing = { typeName: undefined, decorators: [] };
  return { kind: "class-member", role: "block", key, isStatic: true, value, ...nothing, start, end };
}

/** Whether the word at the cursor modifies the member behind it rather than names one. */
function isModifier(cursor: Cursor): boolean {
  const kind = cursor.kind;
  switch (kind) {
    case T.kStatic:
    case T.kAsync:
    case T.kGet:
    case T.kSet:
    case T.kDeclare:
    case T.kAbstract:
    case T.kReadonly:
    case T.kPublic:
    case T.kPrivate:
    case T.kProtected:
    case T.kOverride:
    case T.kAccessor:
      break;
    case T.kConst:
    case T.kExport:
      // Not legal, but what follows is the member.
      break;
    default:
      return false;
  }
  const next = cursor.peek(1);
  if (next === T.asterisk) {
    if (kind === T.kAsync) return !cursor.newlineBefore(1);
    return kind !== T.kGet && kind !== T.kSet;
  }
  if (!startsKey(next) && next !== T.at) return false;
  if (!cursor.newlineBefore(1)) return true;
  return kind === T.kStatic || kind === T.kGet || kind === T.kSet;
}

/** `[key: string]: T`. */
function isIndexSignature(cursor: Cursor): boolean {
  if (cursor.kind !== T.bracketOpen) return false;
  const first = cursor.peek(1);
  return first <= T.LAST_CONTEXTUAL && first !== T.end && cursor.peek(2) === T.colon;
}
