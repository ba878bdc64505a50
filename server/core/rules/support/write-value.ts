/** Writing another value where one stands: in the form in which it is written, wherever its literal is. */
import type { Code } from "../../catalog/model.ts";
import type { Part, PartValue, Written } from "../../sites/model.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import type { FileEdit } from "../model.ts";

/** `direct`: the value itself is written at the site; otherwise others who share the constant get the new value too. */
export interface ValueEdit {
  readonly edits: readonly FileEdit[];
  readonly direct: boolean;
}

/** The text that is edited, and what else a status is called. */
export interface WriteContext {
  readonly uri: string;
  readonly text: string;
  /** The reason phrase of a status, for places that write statuses as phrases. */
  readonly phraseOf?: (status: number) => string | undefined;
  /** Which of several possible values is replaced; without it a part must have only one. */
  readonly from?: Code;
}

/** Edits that give `part` the value `to`; undefined where nothing is written that could be changed, or too much. */
export function writeValue(context: WriteContext, part: Part<Code>, to: Code): ValueEdit | undefined {
  const { from } = context;
  const [only, ...others] = from === undefined ? part.values : part.values.filter(({ value }) => value === from);
  if (only === undefined || others.length > 0 || only.value === to) return undefined;
  const here = editHere(context, only, to);
  if (here) return { edits: [{ uri: context.uri, edits: [here] }], direct: true };
  return editAtOrigin(only, to);
}

function editHere(context: WriteContext, { written, value, origin }: PartValue<Code>, to: Code): TextEdit | undefined {
  switch (written.kind) {
    case "number":
      return { span: written.span, newText: literal(to, '"') };
    case "string":
      return { span: written.span, newText: stringText(context, written, { from: value, to }) };
    case "key":
      return { span: written.span, newText: keyText(to) };
    case "member":
      return memberEdit(context, written, { to, fixed: origin === undefined });
    case "name":
    case "implied":
      return undefined;
  }
}

function memberEdit(
  { text }: WriteContext,
  written: Extract<Written, { kind: "member" }>,
  { to, fixed }: { readonly to: Code; readonly fixed: boolean },
): TextEdit | undefined {
  const name = [...written.table.members].find(([, value]) => value === to)?.[0];
  if (name === undefined) return fixed ? { span: written.span, newText: literal(to, '"') } : undefined;
  const shown = text.slice(written.nameSpan.start, written.nameSpan.end);
  const quote = /^['"`]/.exec(shown)?.[0];
  if (quote !== undefined) return { span: written.nameSpan, newText: quoted(name, quote) };
  const isName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
  return isName ? { span: written.nameSpan, newText: name } : undefined;
}

/** A status may be written as its phrase: `"Forbidden"`, `"FORBIDDEN"`; a code as itself. */
function stringText(
  context: WriteContext,
  written: Extract<Written, { kind: "string" }>,
  { from, to }: { readonly from: Code; readonly to: Code },
): string {
  const shown = context.text.slice(written.span.start + 1, written.span.end - 1);
  const isStatus = typeof from === "number" && typeof to === "number";
  if (!isStatus)
    return isKey(context.text, written.span) ? quoted(String(to), written.quote) : literal(to, written.quote);
  if (/^\d+$/.test(shown)) return quoted(String(to), written.quote);
  const phrase = context.phraseOf?.(to);
  if (phrase === undefined) return literal(to, written.quote);
  const inForm = /^[A-Z_]+$/.test(shown) ? phrase.toUpperCase().replace(/[^A-Z]+/g, "_") : phrase;
  return quoted(inForm, written.quote);
}

/** Whether a string literal is a key of an object: between `{` or `,` and a colon. A key of JSON stays quoted. */
function isKey(text: string, { start, end }: Span): boolean {
  return /^\s*:/.test(text.slice(end, end + 20)) && /[{,]\s*$/.test(text.slice(Math.max(0, start - 200), start));
}

// The literal of a constant: its length tells whether it is written plainly, so that no text of another file is needed.
function editAtOrigin({ value, origin }: PartValue<Code>, to: Code): ValueEdit | undefined {
  if (origin === undefined) return undefined;
  const { start, end } = origin.span;
  const length = end - start;
  if (typeof value === "number" && typeof to === "number" && length === String(value).length) {
    return { edits: [{ uri: origin.uri, edits: [{ span: origin.span, newText: String(to) }] }], direct: false };
  }
  const plain = typeof to === "string" && !/["'`\\\n$]/.test(to);
  if (typeof value === "string" && plain && length === value.length + 2) {
    const inner = { start: start + 1, end: end - 1 };
    return { edits: [{ uri: origin.uri, edits: [{ span: inner, newText: to }] }], direct: false };
  }
  return undefined;
}

function literal(value: Code, quote: string): string {
  return typeof value === "number" ? String(value) : quoted(value, quote);
}

function keyText(value: Code): string {
  if (typeof value === "number") return value < 0 ? `"${value}"` : String(value);
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(value) ? value : quoted(value, '"');
}

function quoted(text: string, quote: string): string {
  const escaped = text.replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replaceAll(quote, `\\${quote}`);
  return `${quote}${quote === "`" ? escaped.replaceAll("${", "\\${") : escaped}${quote}`;
}
