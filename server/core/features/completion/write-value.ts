/** How a code, a status or a message is written into a slot: with the quotes that are there, or those the file prefers. */
import type { Code } from "../../catalog/model.ts";
import type { SourceFile } from "../../syntax/tree.ts";
import type { TextEdit } from "../../text/edit.ts";
import { yamlText } from "../../text/yaml-text.ts";
import type { Quote, Slot } from "./slot.ts";

export interface WrittenValue {
  readonly edit: TextEdit;
  /** What the text under the edit is compared with while the person types. */
  readonly filterText: string;
}

/** The edit that puts `value` into `slot`. */
export function writeValue(file: SourceFile, slot: Slot, value: Code): WrittenValue {
  switch (slot.kind) {
    case "quoted":
      return typeof value === "string" || slot.isKey
        ? writeContents(file, slot, String(value))
        : { edit: { span: slot.span, newText: String(value) }, filterText: `${slot.quote}${value}` };
    case "bare": {
      const newText = leadOf(file, slot) + (typeof value === "number" ? String(value) : text(file, value));
      return { edit: { span: slot.span, newText }, filterText: String(value) };
    }
    case "key":
      return { edit: { span: slot.span, newText: writeKey(file, value) }, filterText: String(value) };
  }
}

/** YAML wants a space between a key's colon and the value. */
function leadOf({ dialect, text }: SourceFile, { span }: Slot): string {
  return dialect === "yaml" && text.charAt(span.start - 1) === ":" ? " " : "";
}

function writeContents(file: SourceFile, slot: Extract<Slot, { kind: "quoted" }>, value: string): WrittenValue {
  const contents = file.dialect === "yaml" ? yamlText(value, slot.quote).slice(1, -1) : escapeFor(value, slot.quote);
  return { edit: { span: slot.inner, newText: slot.closed ? contents : contents + slot.quote }, filterText: value };
}

function writeKey(file: SourceFile, value: Code): string {
  const name = String(value);
  if (file.dialect === "yaml") return typeof value === "number" ? name : yamlText(name, "");
  const plain =
    file.dialect !== "json" && (/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) || /^(?:0|[1-9]\d*)$/u.test(name));
  return plain ? name : quote(name, prevailingQuote(file));
}

function text(file: SourceFile, value: string): string {
  return file.dialect === "yaml" ? yamlText(value, "") : quote(value, prevailingQuote(file));
}

function quote(value: string, mark: Quote): string {
  return `${mark}${escapeFor(value, mark)}${mark}`;
}

function escapeFor(value: string, mark: Quote): string {
  const escaped = value
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll(mark, `\\${mark}`);
  return mark === "`" ? escaped.replaceAll("${", "\\${") : escaped;
}

const samples = 200;

/** The quotation mark that most of the first strings of the file have; double quotes where there are none. */
export function prevailingQuote(file: SourceFile): '"' | "'" {
  if (file.dialect === "json") return '"';
  let single = 0;
  let seen = 0;
  for (const match of file.text.matchAll(/(["'])(?:\\.|(?!\1)[^\\\r\n])*\1/gu)) {
    seen += 1;
    if (match[1] === "'") single += 1;
    if (seen === samples) break;
  }
  return single * 2 > seen ? "'" : '"';
}
