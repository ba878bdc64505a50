/** Branches for codes that nothing handles, written as the branches around them are. */
import type { Code, CodeEntry } from "../../catalog/model.ts";
import type { PartValue } from "../../sites/model.ts";
import type { Statement } from "../../syntax/tree.ts";
import type { TextEdit } from "../../text/edit.ts";
import { endOfLine, indentAt, lineBreakOf } from "./layout.ts";
import { codeName, inEnglish } from "./phrases.ts";
import { leaves, type ToldApart } from "./told-apart.ts";

interface Style {
  readonly text: string;
  /** The catalog's language, for meanings that are not told in English. */
  readonly language: string;
}

/** Adds a branch for each of `entries`, its meaning as a comment; undefined where their codes cannot be written here. */
export function missingCases(
  told: ToldApart,
  entries: readonly CodeEntry[],
  { text, language }: Style,
): TextEdit | undefined {
  const model = told.facts[0]?.site.code?.values[0];
  if (model === undefined) return undefined;
  const branches = entries.flatMap((entry) => {
    const written = writtenLike(model, entry.code, text);
    return written === undefined ? [] : [{ written, meaning: meaningOf(entry, language) }];
  });
  if (branches.length === 0) return undefined;
  const eol = lineBreakOf(text);
  return told.node.kind === "switch"
    ? addCases(told, branches, { text, eol })
    : addConditions(told, branches, { text, eol });
}

interface Branch {
  readonly written: string;
  readonly meaning: string;
}

interface Layout {
  readonly text: string;
  readonly eol: string;
}

function addCases({ branches }: ToldApart, added: readonly Branch[], { text, eol }: Layout): TextEdit | undefined {
  const [first] = branches;
  const last = branches.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const indent = indentAt(text, first.span.start);
  const inner = indent + unitOf(text, indent, first.body[0]?.start ?? first.span.start);
  const semicolon = branches.some(({ body }) => endsInSemicolon(innermost(body.at(-1)), text)) ? ";" : "";
  const cases = added.map(
    ({ written, meaning }) => `case ${written}:${eol}${inner}// ${meaning}${eol}${inner}break${semicolon}`,
  );
  const end = last.body.at(-1);
  if (end !== undefined && (leaves(end, text) || isBreak(innermost(end), text))) {
    const at = endOfLine(text, end.end);
    return { span: { start: at, end: at }, newText: cases.map((one) => `${eol}${indent}${one}`).join("") };
  }
  // The last case runs on: what is added stands before the first one.
  const at = first.span.start;
  return { span: { start: at, end: at }, newText: cases.map((one) => `${one}${eol}${indent}`).join("") };
}

/** The last statement in a block, in a block, … */
function innermost(statement: Statement | undefined): Statement | undefined {
  return statement?.kind === "block" && statement.body.length > 0 ? innermost(statement.body.at(-1)) : statement;
}

function isBreak(statement: Statement | undefined, text: string): boolean {
  return statement !== undefined && /^break\b/.test(text.slice(statement.start, statement.end));
}

function endsInSemicolon(statement: Statement | undefined, text: string): boolean {
  return statement !== undefined && /^.?;/.test(text.slice(statement.end - 1));
}

function addConditions(told: ToldApart, added: readonly Branch[], { text, eol }: Layout): TextEdit | undefined {
  const { branches, subject, facts, node } = told;
  const at = node.end;
  const code = facts[0]?.site.code;
  if (code === undefined || branches.length === 0) return undefined;
  const compared = text.slice(subject.start, subject.end);
  const operator = text.slice(subject.end, code.span.start);
  const indent = indentAt(text, node.start);
  const inner = indent + unitOf(text, indent, branches[0]?.body[0]?.start ?? node.start);
  const before = text.charAt(at - 1) === "}" ? " " : `${eol}${indent}`;
  const conditions = added.map(
    ({ written, meaning }, index) =>
      `${index === 0 ? before : " "}else if (${compared}${operator}${written}) {${eol}${inner}// ${meaning}${eol}${indent}}`,
  );
  return { span: { start: at, end: at }, newText: conditions.join("") };
}

/** A code in the form of another one: in its quotes, or by its name in the same table. */
function writtenLike({ written }: PartValue<Code>, code: Code, text: string): string | undefined {
  switch (written.kind) {
    case "number":
    case "string": {
      if (typeof code === "number") return String(code);
      const quote = written.kind === "string" && written.quote !== "" ? written.quote : '"';
      return `${quote}${code.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`)}${quote}`;
    }
    case "member": {
      const name = [...written.table.members].find(([, value]) => value === code)?.[0];
      return name === undefined ? undefined : `${text.slice(written.span.start, written.nameSpan.start)}${name}`;
    }
    default:
      return typeof code === "number" ? String(code) : JSON.stringify(code);
  }
}

function meaningOf(entry: CodeEntry, language: string): string {
  const told = entry.summary ?? entry.cause ?? entry.title;
  const words = (told && inEnglish(told, language)) ?? entry.messages[0]?.template ?? codeName(entry.code);
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

/** One step of indentation, as the body of a branch stands in from the branch. */
function unitOf(text: string, indent: string, body: number): string {
  const own = indentAt(text, body);
  if (own.startsWith(indent) && own.length > indent.length) return own.slice(indent.length);
  return indent.includes("\t") || /^\t/m.test(text) ? "\t" : "  ";
}
