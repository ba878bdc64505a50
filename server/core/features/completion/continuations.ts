/**
 * What may follow a value that is being typed: an object or a call whose rest is not there yet is no error's by itself,
 * and would be with one more field or argument. Each is tried behind the sample, so that recognisers decide as ever.
 */
import { lastName } from "../../sites/reading/names.ts";
import { isDocument } from "../../syntax/dialect.ts";
import type { Expression, SourceFile } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { nodesAt, type SyntaxNode } from "../../syntax/walk.ts";
import { encloses } from "../../text/span.ts";
import type { Slot } from "./slot.ts";

type Role = "code" | "status";

/** What stands in for the code of a rest that is not written yet; it reads as one wherever codes do. */
const anyCode = "SOME_CODE";

/** The texts to try behind `slot` where a code or a status is asked about, the likeliest first; what is there comes first. */
export function continuationsOf(file: SourceFile, slot: Slot, role: Role): readonly string[] {
  const isLast = isLastOfLine(file.text, slot.span.end);
  if (slot.kind === "key" || (slot.kind === "quoted" && slot.isKey)) {
    if (hasColonBehind(file.text, slot.span.end)) return [""];
    if (file.dialect === "json" && hasBodyBelow(file.text, slot.span.end)) return [": {"];
    const [alone = "", withMore] = behindKey(file, role);
    return withMore !== undefined && isLast && isInTable(file, slot) ? [alone, withMore] : [alone];
  }
  if (!isLast) return [""];
  const other = otherBranch(file, slot, role);
  return other === ""
    ? ["", ...behindValue(file, slot, role)]
    : ["", ...behindValue(file, slot, role)].map((rest) => other + rest);
}

/** What the other branch of a condition may be, where only the first one is begun: `full ? 4`. */
function otherBranch(file: SourceFile, { span }: Slot, role: Role): string {
  const begun = nodesAt(file, span.start).findLast(({ kind }) => kind === "conditional");
  if (begun?.kind !== "conditional" || !encloses(begun.whenTrue, span) || begun.whenFalse.kind !== "missing") return "";
  return role === "code" ? ` : "${anyCode}"` : " : 404";
}

function hasColonBehind(text: string, offset: number): boolean {
  return /^\s*:/u.test(text.slice(offset, offset + 200));
}

/** Whether the lines below are indented deeper: what belongs to a key is there, and only its opening is missing. */
function hasBodyBelow(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const [, below] = /^[^\S\n]*\n([^\S\n]*)\S/u.exec(text.slice(offset, offset + 500)) ?? [];
  return below !== undefined && below.length > (/^\s*/u.exec(line)?.[0].length ?? 0);
}

/** Whether the object around a key is called like a table of statuses or codes; in a document any may be one. */
function isInTable(file: SourceFile, slot: Slot): boolean {
  if (isDocument(file.dialect)) return true;
  const path = nodesAt(file, slot.span.start).toReversed();
  const object = path.findIndex(({ kind }) => kind === "object");
  const holder = path.slice(object + 1).find(({ kind }) => kind !== "wrapped");
  if (holder?.kind === "declarator") return holder.pattern.kind === "name" && tables.test(holder.pattern.name);
  if (holder?.kind === "property" || holder?.kind === "class-member") return tables.test(holder.key.name ?? "");
  return false;
}

/** Names of tables that give codes their statuses, or statuses their codes. */
const tables = /err|status|code|exception|problem|http|responses?$|by[A-Z]|map$/i;

/** The key of a row: of a table of statuses by code, or of one by status. */
function behindKey(file: SourceFile, role: Role): readonly string[] {
  if (role === "code") return [": 400", `: 400, ${quoted(file, "OTHER_CODE")}: 404`];
  return [`: { ${quoted(file, "description")}: "x" }`, `: "${anyCode}", ${quoted(file, "404")}: "OTHER_CODE"`];
}

function behindValue(file: SourceFile, slot: Slot, role: Role): readonly string[] {
  const path = nodesAt(file, slot.span.end > slot.span.start ? slot.span.end : slot.span.start).toReversed();
  for (const node of path) {
    if (!isHolder(node) || !encloses(node, slot.span)) continue;
    switch (node.kind) {
      case "property":
        return mayBeError(file, slot, path.slice(path.indexOf(node) + 1))
          ? behindProperty(file, node.key.name ?? "", role)
          : [];
      case "array":
        return [", 404]"];
      case "call":
      case "new":
        return behindArgument(node.callee, node.kind === "new", role);
      default:
        return [];
    }
  }
  return [];
}

/** Nothing behind the slot in its line but what closes what is open. */
function isLastOfLine(text: string, offset: number): boolean {
  return /^[\s)\]};,]*(?:$|\/\/|[\r\n])/u.test(/^[^\r\n]*/u.exec(text.slice(offset, offset + 500))?.[0] ?? "");
}

/** The nearest of these says what may follow; a function, a block and the like end the search. */
function isHolder(node: SyntaxNode): boolean {
  switch (node.kind) {
    case "string":
    case "template":
    case "number":
    case "identifier":
    case "missing":
    case "unary":
    case "wrapped":
    case "conditional":
    case "prefix":
    case "member":
    case "object":
      return false;
    default:
      return true;
  }
}

/**
 * Whether an object that has a value so far may become an error: in a document any may, and one with a number that is
 * begun; otherwise what is around says so. `outer` goes from the object outwards.
 */
function mayBeError(file: SourceFile, slot: Slot, outer: readonly SyntaxNode[]): boolean {
  if (isDocument(file.dialect)) return true;
  if (/^\d/u.test(file.text.slice(slot.span.start, slot.span.end))) return true;
  const holder = outer.find(({ kind }) => kind !== "object" && kind !== "wrapped" && kind !== "prefix");
  switch (holder?.kind) {
    case "return":
    case "throw":
    case "function":
      return true;
    case "call":
    case "new":
      return holder.kind === "new" || takers.test(lastName(holder.callee) ?? "");
    case "property":
    case "class-member":
      return answers.test(holder.key.name ?? "");
    case "declarator":
      return holder.pattern.kind === "name" && answers.test(holder.pattern.name);
    case "assignment":
      return answers.test(lastName(holder.target) ?? "");
    default:
      return false;
  }
}

/** Names of what holds an error or an answer. */
const answers =
  /err|exception|problem|fail|fault|refus|reject|body|response|answer|result|detail|cause|data|^res$|codes?$|status/i;

/** Names of functions that are given an error or an answer. */
const takers =
  /err|fail|exception|problem|reject|abort|deny|boom|respond|refuse|status|fault|panic|mock|fulfill|^(?:callback|cb|next|done|json|send|resolve|reply|end|equal|toEqual|toMatchObject|toStrictEqual|stringify)$/i;

const statusKeys = /^(?:http_?)?status(?:_?code)?$/i;
const codeKeys = /^(?:(?:error|err)_?)?(?:code|type|name|id|error|reason|key)$/i;

function behindProperty(file: SourceFile, key: string, role: Role): readonly string[] {
  const code = `"${anyCode}"`;
  const field = (name: string, value: string): string => `, ${quoted(file, name)}: ${value}`;
  if (statusKeys.test(key)) {
    if (role === "code") return [];
    const body = `{ ${quoted(file, "error")}: { ${quoted(file, "code")}: ${code}, ${quoted(file, "message")}: "x" } }`;
    return [
      `${field("code", code)}${field("message", '"x"')}`,
      `${field("body", body)}${field("headers", "{}")}`,
      `${field("json", file.dialect === "json" ? body : `async () => (${body})`)}`,
    ];
  }
  if (codeKeys.test(key)) {
    return role === "status" ? [] : [`${field("message", '"x"')}${field("status", "400")}`, field("message", '"x"')];
  }
  if (role === "code") return [];
  // A row of a table of statuses by code.
  return [`${field("OTHER_CODE", "409")}${field("THIRD_CODE", "404")}`];
}

function behindArgument(written: Expression, construct: boolean, role: Role): readonly string[] {
  const callee = unwrapped(written);
  const name = lastName(callee) ?? "";
  if (callee.kind === "member" && /^(?:status|code)$/.test(name)) return [").json({})"];
  if (callee.kind === "member" && steps.test(name))
    return [").send()", role === "code" ? ").withStatus(404).send()" : ").json({})"];
  if (role === "status" && /^(?:send|json)$/.test(name)) return [`, { code: "${anyCode}" })`];
  if (!construct && !makers.test(name)) return [];
  return role === "code"
    ? [', "Some message", 404)', ", 404)"]
    : [`, "${anyCode}", "Some message")`, `, "${anyCode}")`, `, { code: "${anyCode}", message: "Some message" })`];
}

/** Names of the steps in which builders get what they send at the end. */
const steps = /^(?:with|set)_?(?:http_?)?(?:status|code|status_?code|error|error_?code)$/i;

/** Words in the names of what makes or sends errors. */
const makers = /err|fail|exception|problem|reject|abort|deny|boom|respond|refuse|status|fault|panic/i;

function quoted(file: SourceFile, name: string): string {
  return file.dialect === "json" ? `"${name}"` : name;
}
