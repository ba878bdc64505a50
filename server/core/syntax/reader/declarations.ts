import type { EnumMember, Statement } from "../tree.ts";
import { readFunctionExpression } from "./arrows.ts";
import { nameAt } from "./atoms.ts";
import { readClassStatement } from "./classes.ts";
import type { Cursor } from "./cursor.ts";
import { readOperand } from "./expressions.ts";
import { readImport } from "./modules.ts";
import { readPropertyKey, startsKey } from "./objects.ts";
import { endStatement, readBody, readVariables, variableKeyword } from "./statements.ts";
import * as T from "./token-kind.ts";
import { skipType, skipTypeParameters } from "./types.ts";

type Exported = "no" | "named" | "default";

/**
 * The declaration at the cursor, as a statement that starts at `start` (where `export` stands); undefined, and nothing
 * consumed, if none stands there.
 */
export function readDeclaration(cursor: Cursor, start: number, exported: Exported): Statement | undefined {
  const keyword = variableKeyword(cursor);
  if (keyword !== undefined && !(keyword === "const" && cursor.peek(1) === T.kEnum)) {
    return readVariables(cursor, start, keyword, exported !== "no");
  }
  switch (cursor.kind) {
    case T.kConst:
      cursor.advance();
      return readEnum(cursor, start, exported);
    case T.kEnum:
      return readEnum(cursor, start, exported);
    case T.kFunction:
      return readFunction(cursor, start, exported);
    case T.kClass:
      return readClassStatement(cursor, start, exported, []);
    case T.kAsync:
      if (cursor.peek(1) !== T.kFunction || cursor.newlineBefore(1)) return undefined;
      return readFunction(cursor, start, exported);
    case T.kAbstract:
      if (cursor.peek(1) !== T.kClass || cursor.newlineBefore(1)) return undefined;
      cursor.advance();
      return readClassStatement(cursor, start, exported, []);
    case T.kDeclare:
      return readDeclare(cursor, start, exported);
    case T.kType:
      return namesNext(cursor) ? readTypeAlias(cursor, start) : undefined;
    case T.kInterface:
      return namesNext(cursor) ? readInterface(cursor, start) : undefined;
    case T.kNamespace:
      return namesNext(cursor) ? readModule(cursor, start, exported) : undefined;
    case T.kModule:
      if (!namesNext(cursor) && !(cursor.peek(1) === T.string && !cursor.newlineBefore(1))) return undefined;
      return readModule(cursor, start, exported);
    case T.kGlobal:
      return cursor.peek(1) === T.braceOpen && cursor.typescript ? readModule(cursor, start, exported) : undefined;
    default:
      return undefined;
  }
}

/** Whether a name stands behind the contextual keyword at the cursor, on its line. */
function namesNext(cursor: Cursor): boolean {
  const next = cursor.peek(1);
  if (!cursor.typescript || next === T.end || next > T.LAST_CONTEXTUAL || cursor.newlineBefore(1)) return false;
  if (next !== T.kAs && next !== T.kSatisfies && next !== T.kOf) return true;
  const behind = cursor.peek(2);
  return behind === T.equals || behind === T.less || behind === T.braceOpen || behind === T.dot;
}

function readFunction(cursor: Cursor, start: number, exported: Exported): Statement {
  const read = readFunctionExpression(cursor);
  const end = read.body === undefined ? endStatement(cursor) : cursor.lastEnd;
  return { kind: "function-declaration", function: read, exported, start, end };
}

function readDeclare(cursor: Cursor, start: number, exported: Exported): Statement | undefined {
  if (!cursor.typescript || cursor.newlineBefore(1)) return undefined;
  const index = cursor.index;
  cursor.advance();
  // `declare` is also a name: then nothing that can be declared stands behind it.
  const read = cursor.kind === T.kImport ? readImport(cursor, start) : readDeclaration(cursor, start, exported);
  if (read === undefined) cursor.moveTo(index);
  return read;
}

/** `type X = …`: nothing in it is a value. */
function readTypeAlias(cursor: Cursor, start: number): Statement {
  cursor.advance();
  cursor.advance();
  skipTypeParameters(cursor);
  if (cursor.eat(T.equals)) skipType(cursor);
  return { kind: "other", start, end: endStatement(cursor) };
}

function readInterface(cursor: Cursor, start: number): Statement {
  cursor.advance();
  cursor.advance();
  skipTypeParameters(cursor);
  if (cursor.eat(T.kExtends)) {
    do {
      skipType(cursor);
    } while (cursor.eat(T.comma));
  }
  if (cursor.kind === T.braceOpen) cursor.skipBracket();
  return { kind: "other", start, end: cursor.lastEnd };
}

function readModule(cursor: Cursor, start: number, exported: Exported): Statement {
  const isGlobal = cursor.kind === T.kGlobal;
  if (!isGlobal) cursor.advance();
  let name = isGlobal ? "global" : "";
  if (cursor.kind === T.string) name = cursor.text.slice(cursor.start + 1, Math.max(cursor.start + 1, cursor.end - 1));
  else if (!isGlobal) name = nameAt(cursor);
  cursor.advance();
  while (cursor.kind === T.dot) {
    cursor.advance();
    if (cursor.kind > T.LAST_NAME || cursor.kind === T.end) break;
    name += `.${nameAt(cursor)}`;
    cursor.advance();
  }
  if (cursor.kind !== T.braceOpen) {
    return { kind: "module", name, body: [], exported: exported !== "no", start, end: endStatement(cursor) };
  }
  const body = readBody(cursor);
  return { kind: "module", name, body, exported: exported !== "no", start, end: cursor.lastEnd };
}

/** The enum whose `enum` stands at the cursor. */
function readEnum(cursor: Cursor, start: number, exported: Exported): Statement {
  cursor.advance();
  const isName = cursor.kind <= T.LAST_CONTEXTUAL && cursor.kind !== T.end;
  const name = isName ? nameAt(cursor) : "";
  const nameSpan = isName ? { start: cursor.start, end: cursor.end } : { start: cursor.lastEnd, end: cursor.lastEnd };
  if (isName) cursor.advance();
  const members: EnumMember[] = [];
  if (cursor.kind === T.braceOpen) {
    const opener = cursor.index;
    const outer = cursor.enter();
    while (cursor.kind !== T.end) {
      const before = cursor.index;
      if (startsKey(cursor.kind)) members.push(readEnumMember(cursor));
      if (cursor.kind === T.comma || cursor.index === before) cursor.advance();
    }
    cursor.leave(opener, outer);
  }
  return { kind: "enum", name, nameSpan, members, exported: exported !== "no", start, end: cursor.lastEnd };
}

function readEnumMember(cursor: Cursor): EnumMember {
  const start = cursor.start;
  const key = readPropertyKey(cursor);
  const initializer = cursor.eat(T.equals) ? readOperand(cursor) : undefined;
  return { kind: "enum-member", key, initializer, start, end: cursor.lastEnd };
}
