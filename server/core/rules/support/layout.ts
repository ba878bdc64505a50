/** How the text around a place is laid out, so that what a fix adds looks as if it had always been there. */
import type { ObjectLiteral, ObjectMember } from "../../syntax/tree.ts";
import type { TextEdit } from "../../text/edit.ts";

/** The line break that a text uses. */
export function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
}

/** The blanks at the start of the line in which `offset` is, up to it. */
export function indentAt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? "";
}

/** Whether nothing but blanks and comments stands before `offset` in its line. */
export function beginsLine(text: string, offset: number): boolean {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return /^(?:[ \t]|\/\*[^\r\n]*?\*\/)*$/.test(text.slice(start, offset));
}

/** `offset`, or the place behind a comment that stands after it and ends its line. */
export function endOfLine(text: string, offset: number): number {
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)?/.exec(text.slice(offset))?.[0].trimEnd() ?? "";
  return offset + rest.length;
}

/** The quotation mark that stands in a stretch of the text, else the text's first. */
export function quoteIn(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return /["']/.exec(text.slice(start, end))?.[0] ?? /["']/.exec(text)?.[0] ?? '"';
}

/** Adds `member`, such as `a: 1`, behind one member of an object, or before all of them. */
export function addMember(
  text: string,
  object: ObjectLiteral,
  { member, after }: { readonly member: string; readonly after?: ObjectMember | undefined },
): TextEdit {
  const [first] = object.members;
  if (after !== undefined) {
    const previous = object.members[object.members.indexOf(after) - 1];
    const gap = gapBefore(text, previous?.end ?? object.start + 1, after.start);
    return { span: { start: after.end, end: after.end }, newText: `,${gap}${member}` };
  }
  if (first === undefined) return { span: { start: object.start + 1, end: object.end - 1 }, newText: ` ${member} ` };
  const gap = gapBefore(text, object.start + 1, first.start);
  return { span: { start: first.start, end: first.start }, newText: `${member},${gap}` };
}

/** A name as a key beside the others of an object: in quotes where it needs them, or where all of them have some. */
export function keyLike(name: string, members: readonly ObjectMember[], quote: string): string {
  const isName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
  const areQuoted = members.length > 0 && members.every((one) => "key" in one && one.key.written === "string");
  return isName && !areQuoted ? name : quote + name + quote;
}

/** What stands between members: a line break with its indentation, or a blank. */
function gapBefore(text: string, from: number, to: number): string {
  return /(?:\r\n|\r|\n)[ \t]*(?=(?:\/\*[^\r\n]*?\*\/[ \t]*)*$)/.exec(text.slice(from, to))?.[0] ?? " ";
}
