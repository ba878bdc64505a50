import type { ExportBinding, Expression, ImportBinding, Statement, StringLiteral } from "../tree.ts";
import { nameAt, readString } from "./atoms.ts";
import { readClassStatement } from "./classes.ts";
import type { Cursor } from "./cursor.ts";
import { readDeclaration } from "./declarations.ts";
import { readAssignment, readExpression } from "./expressions.ts";
import { endStatement } from "./statements.ts";
import * as T from "./token-kind.ts";

/** The import whose `import` stands at the cursor. */
export function readImport(cursor: Cursor, start: number): Statement {
  cursor.advance();
  const typeOnly = cursor.kind === T.kType && isTypeMark(cursor);
  if (typeOnly) cursor.advance();
  else if (isPhase(cursor)) cursor.advance();
  const bindings: ImportBinding[] = [];
  if (isBindingName(cursor.kind) && !(cursor.kind === T.kFrom && cursor.peek(1) === T.string)) {
    const from = cursor.start;
    const local = nameAt(cursor);
    cursor.advance();
    if (cursor.kind === T.equals) return readImportEquals(cursor, { start, local, from, typeOnly });
    bindings.push(importBinding(local, "default", typeOnly, from, cursor.lastEnd));
    cursor.eat(T.comma);
  }
  if (cursor.kind === T.asterisk) bindings.push(...readNamespaceImport(cursor, typeOnly));
  else if (cursor.kind === T.braceOpen) readNamedImports(cursor, typeOnly, bindings);
  cursor.eat(T.kFrom);
  const specifier = readSpecifier(cursor);
  return { kind: "import", specifier, bindings, typeOnly, start, end: endStatement(cursor) };
}

function importBinding(local: string, imported: string, typeOnly: boolean, start: number, end: number): ImportBinding {
  return { kind: "import-binding", local, imported, typeOnly, start, end };
}

function isBindingName(kind: number): boolean {
  return kind <= T.LAST_CONTEXTUAL && kind !== T.end;
}

/** Whether `type` behind `import` or `export` marks types, and is not itself the name. */
function isTypeMark(cursor: Cursor): boolean {
  const next = cursor.peek(1);
  if (next === T.braceOpen || next === T.asterisk) return true;
  if (!isBindingName(next)) return false;
  // `import type from "m"` imports a default called `type`; `import type from from "m"` a type called `from`.
  return next !== T.kFrom || cursor.peek(2) === T.kFrom || cursor.peek(2) === T.equals;
}

/** `import defer * as x`, `import source x from`. */
function isPhase(cursor: Cursor): boolean {
  if (cursor.kind !== T.identifier) return false;
  const next = cursor.peek(1);
  const word = nameAt(cursor);
  if (word === "defer") return next === T.asterisk;
  return word === "source" && isBindingName(next) && (next !== T.kFrom || cursor.peek(2) === T.kFrom);
}

interface ImportHead {
  readonly start: number;
  readonly local: string;
  /** Where the local name starts. */
  readonly from: number;
  readonly typeOnly: boolean;
}

/** `import x = require("m")` and `import x = a.b`. */
function readImportEquals(cursor: Cursor, head: ImportHead): Statement {
  const { start, local, from, typeOnly } = head;
  const bindings = [importBinding(local, "=", typeOnly, from, cursor.lastEnd)];
  cursor.advance();
  let specifier: StringLiteral | undefined;
  if (cursor.kind === T.kRequire && cursor.peek(1) === T.parenOpen) {
    cursor.advance();
    const opener = cursor.index;
    const outer = cursor.enter();
    specifier = readSpecifier(cursor);
    cursor.leave(opener, outer);
  } else {
    while (cursor.kind <= T.LAST_NAME && cursor.kind !== T.end) {
      cursor.advance();
      if (!cursor.eat(T.dot)) break;
    }
  }
  return { kind: "import", specifier, bindings, typeOnly, start, end: endStatement(cursor) };
}

function readNamespaceImport(cursor: Cursor, typeOnly: boolean): ImportBinding[] {
  const from = cursor.start;
  cursor.advance();
  if (!cursor.eat(T.kAs) || !isBindingName(cursor.kind)) return [];
  const local = nameAt(cursor);
  cursor.advance();
  return [importBinding(local, "*", typeOnly, from, cursor.lastEnd)];
}

function readNamedImports(cursor: Cursor, typeOnly: boolean, bindings: ImportBinding[]): void {
  const opener = cursor.index;
  const outer = cursor.enter();
  while (cursor.kind !== T.end) {
    const from = cursor.start;
    const isType = eatTypeMark(cursor);
    const name = readModuleName(cursor);
    if (name === undefined) {
      cursor.advance();
      continue;
    }
    const local = cursor.eat(T.kAs) ? (readModuleName(cursor) ?? "") : name;
    bindings.push(importBinding(local, name, typeOnly || isType, from, cursor.lastEnd));
    cursor.eat(T.comma);
  }
  cursor.leave(opener, outer);
}

/** `type` before the name of a specifier: `{ type A }`, `{ type as as B }`, but not `{ type }` or `{ type as B }`. */
function eatTypeMark(cursor: Cursor): boolean {
  if (cursor.kind !== T.kType) return false;
  const next = cursor.peek(1);
  if (!(next <= T.LAST_NAME && next !== T.end) && next !== T.string) return false;
  if (next === T.kAs) {
    const behind = cursor.peek(2);
    const isNamedAs = behind === T.kAs || behind === T.comma || behind === T.end;
    if (!isNamedAs || (behind === T.kAs && !(cursor.peek(3) <= T.LAST_NAME && cursor.peek(3) !== T.end))) return false;
  }
  cursor.advance();
  return true;
}

/** A name between modules: a word or a string. */
function readModuleName(cursor: Cursor): string | undefined {
  if (cursor.kind === T.string) return readString(cursor).value;
  if (cursor.kind > T.LAST_NAME || cursor.kind === T.end) return undefined;
  const name = nameAt(cursor);
  cursor.advance();
  return name;
}

/** The module's name, and the attributes behind it. */
function readSpecifier(cursor: Cursor): StringLiteral | undefined {
  if (cursor.kind !== T.string) return undefined;
  const specifier = readString(cursor);
  const attributes = cursor.kind === T.kWith || (cursor.kind === T.identifier && nameAt(cursor) === "assert");
  if (attributes && cursor.peek(1) === T.braceOpen && (cursor.kind === T.kWith || !cursor.newline)) {
    cursor.advance();
    cursor.skipBracket();
  }
  return specifier;
}

/** The export whose `export` stands at the cursor, of a declaration or of names; `decorators` stood before it. */
export function readExport(cursor: Cursor, decorators: readonly Expression[]): Statement {
  const start = cursor.start;
  cursor.advance();
  if (cursor.kind === T.at) return readDecoratedExport(cursor, start);
  switch (cursor.kind) {
    case T.kDefault:
      cursor.advance();
      return readDefault(cursor, start, decorators);
    case T.equals: {
      cursor.advance();
      const expression = readExpression(cursor);
      return finishExport(cursor, start, { expression });
    }
    case T.asterisk:
      return readStarExport(cursor, start, false);
    case T.braceOpen:
      return readNamedExports(cursor, start, false);
    case T.kImport:
      return { ...readImport(cursor, start), start };
    case T.kAs:
      // `export as namespace X` of a declaration file.
      if (cursor.peek(1) !== T.kNamespace) break;
      cursor.advance();
      cursor.advance();
      cursor.advance();
      return { kind: "other", start, end: endStatement(cursor) };
    case T.kType:
      if (cursor.peek(1) === T.braceOpen) {
        cursor.advance();
        return readNamedExports(cursor, start, true);
      }
      if (cursor.peek(1) === T.asterisk) {
        cursor.advance();
        return readStarExport(cursor, start, true);
      }
      break;
    default:
  }
  if (cursor.kind === T.kClass || (cursor.kind === T.kAbstract && cursor.peek(1) === T.kClass)) {
    cursor.eat(T.kAbstract);
    return readClassStatement(cursor, start, "named", decorators);
  }
  return readDeclaration(cursor, start, "named") ?? { kind: "other", start, end: cursor.lastEnd };
}

/** `export @decorator class`. */
function readDecoratedExport(cursor: Cursor, start: number): Statement {
  const decorators: Expression[] = [];
  while (cursor.eat(T.at)) decorators.push(readAssignment(cursor));
  const isDefault = cursor.eat(T.kDefault);
  cursor.eat(T.kAbstract);
  if (cursor.kind !== T.kClass) return { kind: "other", start, end: cursor.lastEnd };
  return readClassStatement(cursor, start, isDefault ? "default" : "named", decorators);
}

function readDefault(cursor: Cursor, start: number, decorators: readonly Expression[]): Statement {
  switch (cursor.kind) {
    case T.kClass:
      return readClassStatement(cursor, start, "default", decorators);
    case T.kFunction:
      return readDeclaration(cursor, start, "default") ?? { kind: "other", start, end: cursor.lastEnd };
    case T.kAbstract:
    case T.kAsync:
    case T.kInterface: {
      const declaration = readDeclaration(cursor, start, "default");
      if (declaration !== undefined) return declaration;
      break;
    }
    case T.at: {
      const { start: _from, ...rest } = readDecoratedExport(cursor, start);
      return rest.kind === "class-declaration" ? { ...rest, exported: "default", start } : { ...rest, start };
    }
    default:
  }
  const expression = readAssignment(cursor);
  return finishExport(cursor, start, { expression });
}

interface ExportParts {
  readonly specifier?: StringLiteral | undefined;
  readonly bindings?: readonly ExportBinding[];
  readonly expression?: Expression;
  readonly typeOnly?: boolean;
}

function finishExport(cursor: Cursor, start: number, parts: ExportParts): Statement {
  const end = endStatement(cursor);
  const { specifier, bindings = [], expression, typeOnly = false } = parts;
  return { kind: "export", specifier, bindings, expression, typeOnly, start, end };
}

function readStarExport(cursor: Cursor, start: number, typeOnly: boolean): Statement {
  const from = cursor.start;
  cursor.advance();
  const exported = cursor.eat(T.kAs) ? (readModuleName(cursor) ?? "") : "*";
  const bindings: ExportBinding[] = [
    { kind: "export-binding", local: "*", exported, start: from, end: cursor.lastEnd },
  ];
  cursor.eat(T.kFrom);
  const specifier = readSpecifier(cursor);
  return finishExport(cursor, start, { specifier, bindings, typeOnly });
}

function readNamedExports(cursor: Cursor, start: number, typeOnly: boolean): Statement {
  const bindings: ExportBinding[] = [];
  const opener = cursor.index;
  const outer = cursor.enter();
  while (cursor.kind !== T.end) {
    const from = cursor.start;
    eatTypeMark(cursor);
    const local = readModuleName(cursor);
    if (local === undefined) {
      cursor.advance();
      continue;
    }
    const exported = cursor.eat(T.kAs) ? (readModuleName(cursor) ?? "") : local;
    bindings.push({ kind: "export-binding", local, exported, start: from, end: cursor.lastEnd });
    cursor.eat(T.comma);
  }
  cursor.leave(opener, outer);
  const specifier = cursor.eat(T.kFrom) ? readSpecifier(cursor) : undefined;
  return finishExport(cursor, start, { specifier, bindings, typeOnly });
}
