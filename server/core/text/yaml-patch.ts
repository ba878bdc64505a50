import { type CursorPatch, cursorMark } from "./cursor-patch.ts";

/** How to make half-typed YAML readable at `offset`; undefined in the middle of a text, where nothing can be completed. */
export function yamlPatchAt(text: string, offset: number): CursorPatch | undefined {
  const lineStart = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  const typed = /["']?[\p{L}\p{N}_$][\p{L}\p{N}_$.-]*$|["']$/u.exec(before)?.[0] ?? "";
  const after = /^[\p{L}\p{N}_$.-]*/u.exec(text.slice(offset, offset + 200))?.[0] ?? "";
  const quote = typed.startsWith('"') || typed.startsWith("'") ? typed.charAt(0) : "";
  const closed = quote !== "" && text[offset + after.length] === quote;
  const span = { start: offset - typed.length, end: offset + after.length + (closed ? 1 : 0) };
  const prefix = before.slice(0, before.length - typed.length);
  const hasColonAfter = /^[ \t]*:(?=[ \t\r\n]|$)/.test(text.slice(span.end, span.end + 100));
  // Nothing but indentation and the marks of lists and keys stands before what is typed.
  const onOwnLine = /^[ \t]*([-?][ \t]+)*$/.test(prefix);
  if (!onOwnLine && !/[:,[{]\s*$/.test(prefix)) return undefined;
  const lead = prefix.endsWith(":") && !/["']:$/.test(prefix) ? " " : "";
  const mark = onOwnLine && !hasColonAfter ? `${cursorMark}: ` : cursorMark;
  return { span, text: lead + mark, onOwnLine, hasColonAfter, lead };
}
