/** Writing another value where one stands: in the form in which it is written, wherever its literal is. */
import type { Catalog, Code } from "../../catalog/model.ts";
import type { Part, PartValue, Written } from "../../sites/model.ts";
import { textOfBody } from "../../sites/parts/written.ts";
import { dialectOf } from "../../syntax/dialect.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import { yamlText } from "../../text/yaml-text.ts";
import type { FileEdit } from "../model.ts";
import { argumentEdit } from "./argument-edit.ts";
import { editInText } from "./edit-in-text.ts";
import { isNamedAfterAnother } from "./named-after.ts";
import { keeperOf } from "./value-keeper.ts";

/**
 * A way to write the value. `here`: in the form that stands at the site. `use`: at the site, in place of a name, or as
 * an argument that was left out. `origin`: in `keeper`, so that all who share it get the new value too.
 */
export type ValueEdit =
  | { readonly kind: "here" | "use"; readonly edits: readonly FileEdit[] }
  | { readonly kind: "origin"; readonly edits: readonly FileEdit[]; readonly keeper: string; readonly uri: string };

/** The text that is edited, and what else a status is called. */
export interface WriteContext {
  readonly uri: string;
  readonly text: string;
  /** Catalogs whose codes lend constants their names. */
  readonly catalogs: readonly Catalog[];
  /** The reason phrase of a status, for places that write statuses as phrases. */
  readonly phraseOf?: (status: number) => string | undefined;
  /** Which of several possible values is replaced; without it a part must have only one. */
  readonly from?: Code;
}

/** All ways to give `part` the value `to`, the nearest first; none where nothing is written that could be changed. */
export function waysToWrite(context: WriteContext, part: Part<Code>, to: Code): readonly ValueEdit[] {
  const { from, uri } = context;
  const [only, ...others] = from === undefined ? part.values : part.values.filter(({ value }) => value === from);
  if (only === undefined || others.length > 0 || only.value === to) return [];
  const here = editHere(context, only, to) ?? editInBody(context, only, to);
  if (here) return [{ kind: "here", edits: [{ uri, edits: [here] }] }];
  const use = editOfUse(context, part, only, to);
  const given = use && { kind: "use" as const, edits: [{ uri, edits: [use] }] };
  // An argument at the call leaves the default to the other calls: there is no reason to change it.
  const origin = use && only.written.kind === "implied" ? undefined : editAtOrigin(context, part, only, to);
  return [given, origin].filter((edit) => edit !== undefined);
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

/** In a body that is a text of JSON in a string of the file. */
function editInBody({ text }: WriteContext, { written, value }: PartValue<Code>, to: Code): TextEdit | undefined {
  if (written.kind !== "implied" || written.by !== textOfBody) return undefined;
  return editInText(text, written.span, { from: value, to });
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
  const { start, end } = written.span;
  const isYaml = dialectOf(context.uri) === "yaml";
  // A key is told without its quotes.
  const quote = /["'`]/.exec(context.text.charAt(start))?.[0] ?? written.quote;
  const inQuotes = (text: string) => (isYaml ? yamlText(text, quote) : quoted(text, quote));
  const plainly = (value: Code) => (typeof value === "number" ? String(value) : inQuotes(value));
  const isStatus = typeof from === "number" && typeof to === "number";
  if (!isStatus) return isKey(context.text, written.span) ? inQuotes(String(to)) : plainly(to);
  const shown = written.quote === "" ? context.text.slice(start, end) : context.text.slice(start + 1, end - 1);
  if (/^\d+$/.test(shown)) return inQuotes(String(to));
  const phrase = context.phraseOf?.(to);
  if (phrase === undefined) return String(to);
  const inForm = /^[A-Z_]+$/.test(shown) ? phrase.toUpperCase().replace(/[^A-Z]+/g, "_") : phrase;
  return inQuotes(inForm);
}

/** Whether a string literal is a key of an object: between `{` or `,` and a colon. A key of JSON stays quoted. */
function isKey(text: string, { start, end }: Span): boolean {
  return /^\s*:/.test(text.slice(end, end + 20)) && /[{,]\s*$/.test(text.slice(Math.max(0, start - 200), start));
}

/** The literal in place of the name that stands at the site, or the argument that gives a parameter a value. */
function editOfUse(
  context: WriteContext,
  part: Part<Code>,
  { written, origin }: PartValue<Code>,
  to: Code,
): TextEdit | undefined {
  if (origin === undefined) return undefined;
  const newText = literal(to, /["']/.exec(context.text)?.[0] ?? '"');
  if (written.kind === "name" || written.kind === "member") return { span: written.span, newText };
  return written.kind === "implied" ? argumentEdit(context, part, { by: written.by, newText }) : undefined;
}

// The literal of a constant: its length tells whether it is written plainly, so that no text of another file is needed.
function editAtOrigin(context: WriteContext, part: Part<Code>, only: PartValue<Code>, to: Code): ValueEdit | undefined {
  const { value, origin } = only;
  const keeper = keeperOf(context.text, part, only);
  if (origin === undefined || keeper === undefined) return undefined;
  if (keeper.isConstant && isNamedAfterAnother(keeper.name, to, context.catalogs)) return undefined;
  const edit = literalEdit(origin.span, value, to);
  if (edit === undefined) return undefined;
  return { kind: "origin", edits: [{ uri: origin.uri, edits: [edit] }], keeper: keeper.title, uri: origin.uri };
}

function literalEdit({ start, end }: Span, value: Code, to: Code): TextEdit | undefined {
  const length = end - start;
  if (typeof value === "number" && typeof to === "number" && length === String(value).length)
    return { span: { start, end }, newText: String(to) };
  const plain = typeof to === "string" && !/["'`\\\n$]/.test(to);
  if (typeof value === "string" && plain && length === value.length + 2)
    return { span: { start: start + 1, end: end - 1 }, newText: to };
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
