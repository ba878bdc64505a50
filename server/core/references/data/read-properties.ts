/** Texts by code in `.properties` files: `error.NOT_FOUND=There is no such thing`. */
import type { DraftCode, ReferenceReading } from "../draft.ts";
import { emptyDraft } from "../empty.ts";
import { isNamedAfterErrors, namesErrors } from "../names.ts";
import { draftedEntry } from "./data-entry.ts";

/**
 * The codes and texts of a file of properties (Java SE, `java.util.Properties.load`): `key=value`, `key: value` or
 * `key value`, comments with `#` and `!`, lines that go on after a backslash, `\uXXXX`. A common beginning of all keys
 * that ends in a dot is no part of the codes.
 */
export function readPropertiesReference(text: string, uri: string): ReferenceReading {
  const entries = [...entriesIn(text)];
  const prefix = commonPrefix(entries.map(({ key }) => key));
  const codes = entries.map(({ key, keyStart, value, valueSpan }): DraftCode => {
    const written = key.slice(prefix.length);
    const start = keyStart + prefix.length;
    const code = {
      value: /^-?\d+$/.test(written) ? Number(written) : written,
      span: { start, end: keyStart + key.length },
    };
    return {
      ...draftedEntry(code, [], new Map(), { start: keyStart, end: valueSpan.end }),
      messages: [{ value, span: valueSpan }],
    };
  });
  const speaks = entries.filter(({ key }) => namesErrors(key) || /^[A-Z][A-Z0-9_]+$/.test(key));
  const isReference = codes.length >= 3 && (isNamedAfterErrors(uri) || speaks.length * 2 > codes.length);
  return {
    draft: { ...emptyDraft, codes },
    confidence: isReference ? 0.5 : 0.1,
    reason: isReference ? `It has texts for ${codes.length} codes.` : "It has texts, hardly for codes of errors.",
  };
}

interface Entry {
  readonly key: string;
  readonly keyStart: number;
  readonly value: string;
  readonly valueSpan: { readonly start: number; readonly end: number };
}

function* entriesIn(text: string): Iterable<Entry> {
  const line = /^[ \t\f]*(?![#!\r\n])((?:\\.|[^\s=:\\])+)[ \t\f]*[=:]?[ \t\f]*((?:\\\r?\n|\\.|[^\\\r\n])*)/gm;
  for (const match of text.matchAll(line)) {
    const [whole, key = "", value = ""] = match;
    const end = match.index + whole.length;
    const valueSpan = { start: end - value.length, end };
    const keyStart = match.index + whole.indexOf(key);
    if (value.trim() !== "") yield { key: unescaped(key), keyStart, value: unescaped(value).trim(), valueSpan };
  }
}

function unescaped(text: string): string {
  return text
    .replace(/\\\r?\n[ \t\f]*/g, "")
    .replace(/\\u([\da-f]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/\\([ntrf])/g, (_, letter: string) => ({ n: "\n", t: "\t", r: "\r", f: "\f" })[letter] ?? letter)
    .replace(/\\(.)/g, "$1");
}

function commonPrefix(keys: readonly string[]): string {
  const [first = ""] = keys;
  let prefix = first.slice(0, first.lastIndexOf(".") + 1);
  while (prefix !== "" && !keys.every((key) => key.startsWith(prefix))) {
    prefix = prefix.slice(0, prefix.lastIndexOf(".", prefix.length - 2) + 1);
  }
  return prefix;
}
