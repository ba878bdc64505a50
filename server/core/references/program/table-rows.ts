/** Rows of tables of errors: `const shopErrors = { soldOut: { code: "SOLD_OUT", statuses: [409, 410], messages: [] } }`. */
import type { Code } from "../../catalog/model.ts";
import type { Expression, ObjectLiteral, SourceFile } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { walkFile } from "../../syntax/walk.ts";
import { roleOfField } from "../data/field-roles.ts";
import type { DraftCode, Drafted } from "../draft.ts";
import { namesErrors } from "../names.ts";
import { docCommentAt } from "./doc-comments.ts";
import { draftCode } from "./draft-code.ts";
import { messageTemplate } from "./message-template.ts";

/** The entries of tables under names that speak of errors, rows with a `code` of their own; several statuses and messages. */
export function tableRows(file: SourceFile): readonly DraftCode[] {
  const found: DraftCode[] = [];
  walkFile(
    file,
    (node) => {
      if (node.kind !== "variable") return;
      for (const { pattern, initializer } of node.declarators) {
        if (pattern.kind === "name" && namesErrors(pattern.name) && initializer !== undefined)
          found.push(...rowsOf(file, unwrapped(initializer)));
      }
    },
    new Set(["variable"]),
  );
  return found;
}

/**
 * `entries`, each with the statuses and messages that its row alone tells, and after them the rows of codes that are
 * not among them.
 */
export function withRows(entries: readonly DraftCode[], rows: readonly DraftCode[]): readonly DraftCode[] {
  const byCode = new Map(rows.map((row) => [row.code.value, row]));
  const known = new Set(entries.map(({ code }) => code.value));
  const filled = entries.map((entry) => {
    const row = byCode.get(entry.code.value);
    if (row === undefined || row.code.span.start !== entry.code.span.start) return entry;
    return {
      ...entry,
      statuses: entry.statuses.length > 0 ? entry.statuses : row.statuses,
      messages: entry.messages.length > 0 ? entry.messages : row.messages,
    };
  });
  return [...filled, ...rows.filter(({ code }) => !known.has(code.value))];
}

function rowsOf(file: SourceFile, table: Expression): readonly DraftCode[] {
  if (table.kind === "call") {
    const isFrozen = table.callee.kind === "member" && table.callee.name === "freeze";
    const [first] = isFrozen ? table.arguments : [];
    return first === undefined ? [] : rowsOf(file, unwrapped(first));
  }
  const places =
    table.kind === "object"
      ? table.members.flatMap((member) => (member.kind === "property" ? [{ row: member.value, span: member }] : []))
      : table.kind === "array"
        ? table.elements.flatMap((element) => (element === undefined ? [] : [{ row: element, span: element }]))
        : [];
  const rows = places.flatMap(({ row, span }) => {
    const object = unwrapped(row);
    const read = object.kind === "object" ? rowOf(object) : undefined;
    return read === undefined
      ? []
      : [draftCode({ ...read, span, doubts: [] }, docCommentAt(file, span.start, span.end))];
  });
  const telling = rows.filter(({ statuses, messages }) => statuses.length + messages.length > 0);
  return rows.length === places.length && telling.length * 2 >= rows.length ? rows : [];
}

type Row = Pick<DraftCode, "code" | "statuses" | "messages">;

function rowOf({ members }: ObjectLiteral): Row | undefined {
  let code: Drafted<Code> | undefined;
  const statuses: Drafted<number>[] = [];
  const messages: Drafted<string>[] = [];
  for (const member of members) {
    if (member.kind !== "property") return undefined;
    const name = member.key.name ?? "";
    if (name === "code") code = codeIn(unwrapped(member.value));
    const role = roleOfField(name)?.role;
    const values = itemsOf(member.value);
    if (role === "status")
      for (const value of values)
        if (value.kind === "number" && value.value >= 100 && value.value < 600)
          statuses.push({ value: value.value, span: value });
    if (role === "message")
      for (const value of values) {
        const text = messageTemplate(value);
        if (text !== undefined) messages.push({ value: text, span: value });
      }
  }
  return code === undefined ? undefined : { code, statuses, messages };
}

function itemsOf(expression: Expression): readonly Expression[] {
  const node = unwrapped(expression);
  return node.kind === "array"
    ? node.elements.flatMap((item) => (item === undefined ? [] : [unwrapped(item)]))
    : [node];
}

function codeIn(node: Expression): Drafted<Code> | undefined {
  if (node.kind === "string" && node.value !== "") return { value: node.value, span: node };
  if (node.kind === "number" && Number.isInteger(node.value)) return { value: node.value, span: node };
  const isNegative = node.kind === "unary" && node.operator === "-" && node.operand.kind === "number";
  return isNegative && node.operand.kind === "number" ? { value: -node.operand.value, span: node } : undefined;
}
