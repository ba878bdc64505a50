/**
 * Codes that a module declares as nothing but values: static fields of a class, constants of the module, lists, rows of
 * lists. What the sites of the file tell of is told there already.
 */
import type { Code } from "../../catalog/model.ts";
import type { ClassExpression, Expression, SourceFile, VariableStatement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { walkFile } from "../../syntax/walk.ts";
import type { Span } from "../../text/span.ts";
import type { DraftCode, Drafted } from "../draft.ts";
import { namesErrors } from "../names.ts";
import { codeShape } from "../reading/code-shape.ts";
import { type DocComment, docCommentAt } from "./doc-comments.ts";
import { draftCode } from "./draft-code.ts";
import { messageTemplate } from "./message-template.ts";

/** How many values of one kind make a list of codes. */
const fewest = 3;

/** The codes; constants of the module count only where the file `isNamed` after errors. */
export function plainDeclarations(file: SourceFile, { isNamed }: { readonly isNamed: boolean }): readonly DraftCode[] {
  const found: DraftCode[] = [];
  const constants: Declared[] = [];
  walkFile(
    file,
    (node) => {
      if (node.kind === "class-declaration") found.push(...staticCodes(file, node.class));
      if (node.kind === "variable" && node.keyword === "const") {
        constants.push(...constantsOf(node));
        for (const { pattern, initializer } of node.declarators) {
          if (pattern.kind === "name" && (isNamed || namesErrors(pattern.name)) && initializer !== undefined)
            found.push(...listedCodes(file, initializer, pattern.name));
        }
      }
    },
    new Set(["class-declaration", "variable"]),
  );
  const codes = constants.filter(({ value }) => isCode(value));
  if (isNamed && codes.length >= fewest && codes.length * 2 >= constants.length)
    found.push(...codes.map((declared) => drafted(file, declared)));
  return found;
}

interface Declared {
  readonly value: Expression;
  /** The declaration, beside which its comment stands. */
  readonly span: Span;
}

/** `export const USER_NOT_FOUND = "user/not_found"`: the constants that are called as codes are. */
function constantsOf({ declarators, exported, start, end }: VariableStatement): readonly Declared[] {
  if (!exported) return [];
  return declarators.flatMap(({ pattern, initializer }) => {
    const value = initializer === undefined ? undefined : unwrapped(initializer);
    const isConstant = value !== undefined && (value.kind === "string" || value.kind === "number");
    return isConstant && pattern.kind === "name" && /^[A-Z][A-Z0-9_]*$/.test(pattern.name)
      ? [{ value, span: { start, end } }]
      : [];
  });
}

/** `class ParseError { static OBJECT_NOT_FOUND = 101 }`. */
function staticCodes(file: SourceFile, { name, superclass, members }: ClassExpression): readonly DraftCode[] {
  const parent = superclass?.kind === "identifier" ? superclass.name : "";
  if (!namesErrors(name ?? "") && !namesErrors(parent)) return [];
  const fields = members.flatMap((member): readonly Declared[] => {
    if (!member.isStatic || member.role !== "field" || member.value === undefined) return [];
    const isCalledAsCode = /^[A-Z][A-Z0-9_]+$/.test(member.key.name ?? "");
    return isCalledAsCode && isCode(unwrapped(member.value)) ? [{ value: unwrapped(member.value), span: member }] : [];
  });
  return fields.length < fewest ? [] : fields.map((declared) => drafted(file, declared));
}

/** `[["X", 404, "Nothing there"]]`, `["X", "Y"] as const`, `z.enum(["X", "Y"])` under a name that speaks of errors. */
function listedCodes(file: SourceFile, initializer: Expression, name: string): readonly DraftCode[] {
  const list = listIn(unwrapped(initializer));
  if (list.length < 2) return [];
  const rows = list.map((item) => (item.kind === "array" ? item.elements.map((cell) => cell && unwrapped(cell)) : []));
  if (rows.every((cells) => cells.length >= 2)) {
    const codes = rows.flatMap((cells, index) => rowCode(file, cells, list[index]));
    return codes.length === rows.length ? codes : [];
  }
  const isOfCodes = /codes?$|types?$|reasons?$|names?$|errors?$|enum$|schema$/i.test(name) && list.length >= fewest;
  if (!isOfCodes || !list.every((item) => isCode(item) && item.kind === "string" && isDistinct(item.value))) return [];
  return list.map((value) => drafted(file, { value, span: value }));
}

function listIn(node: Expression): readonly Expression[] {
  if (node.kind === "array")
    return node.elements.flatMap((element) => (element === undefined ? [] : [unwrapped(element)]));
  const isEnum =
    node.kind === "call" && node.callee.kind === "member" && /^(?:enum|freeze|picklist)$/.test(node.callee.name);
  const [first] = isEnum ? node.arguments : [];
  return first === undefined ? [] : listIn(unwrapped(first));
}

/** A row has the code first of all texts that look like one; a number may be its status, a sentence its message. */
function rowCode(
  file: SourceFile,
  cells: readonly (Expression | undefined)[],
  row: Expression | undefined,
): readonly DraftCode[] {
  const code = cells.find((cell) => cell?.kind === "string" && isDistinct(cell.value));
  if (code?.kind !== "string" || row === undefined) return [];
  const status = cells.find((cell) => cell?.kind === "number" && cell.value >= 400 && cell.value < 600);
  const [message] = cells.flatMap((cell) => {
    const text = cell === undefined || cell === code ? undefined : messageTemplate(cell);
    return cell === undefined || text === undefined || !/\s/.test(text) ? [] : [{ value: text, span: cell }];
  });
  if (status === undefined && message === undefined) return [];
  const entry = drafted(file, { value: code, span: row });
  return [
    {
      ...entry,
      statuses: status?.kind === "number" ? [{ value: status.value, span: status }] : [],
      messages: message === undefined ? [] : [message],
    },
  ];
}

function drafted(file: SourceFile, { value, span }: Declared): DraftCode {
  const comment: DocComment = docCommentAt(file, span.start, span.end);
  return draftCode({ code: codeOf(value), statuses: [], messages: [], span, doubts: [] }, comment);
}

function codeOf(node: Expression): Drafted<Code> {
  if (node.kind === "string" || node.kind === "number") return { value: node.value, span: node };
  const inner = node.kind === "unary" ? node.operand : undefined;
  return { value: inner?.kind === "number" ? -inner.value : "", span: node };
}

function isCode(node: Expression): boolean {
  if (node.kind === "number") return Number.isInteger(node.value);
  if (node.kind === "unary") return node.operator === "-" && node.operand.kind === "number";
  if (node.kind !== "string") return false;
  return codeShape(node.value) !== "text" && !/^\d/.test(node.value);
}

/** Whether the text cannot be a plain word. */
function isDistinct(text: string): boolean {
  return codeShape(text) === "name";
}
