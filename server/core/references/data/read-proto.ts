/** Enums of errors in protocol buffers, with their comments. */
import type { Draft, DraftCode, Drafted, ReferenceReading } from "../draft.ts";
import { emptyDraft } from "../empty.ts";
import { isNamedAfterErrors, namesErrors } from "../names.ts";
import { soundsLikeError } from "../reading/code-shape.ts";
import { tellsOfFailure } from "../reading/words/failures.ts";
import { draftedEntry } from "./data-entry.ts";

/**
 * The values of enums that speak of errors: the code is the name, as JSON has it. A comment above or behind a value
 * tells what it means; `HTTP Mapping: 404 Not Found` in it, or an option with a status, gives the status; an option of
 * the enum gives it to all values that have none.
 */
export function readProtoReference(text: string, uri: string): ReferenceReading {
  const isNamed = isNamedAfterErrors(uri);
  const enums = [...text.matchAll(/\benum\s+(\w+)\s*\{/g)];
  const codes = enums.flatMap((match) => {
    const name = match[1] ?? "";
    const start = match.index + match[0].length;
    const body = text.slice(start, endOfBody(text, start));
    const values = [...valuesIn(body, start, name)];
    return isOfErrors(name, values, isNamed) ? values : [];
  });
  const draft: Draft = { ...emptyDraft, codes };
  const withStatus = codes.filter(({ statuses }) => statuses.length > 0).length;
  const confidence = codes.length < 3 ? 0 : withStatus > 0 ? 0.7 : 0.5;
  return { draft, confidence, reason: `It has ${codes.length} values of enums that speak of errors.` };
}

/** An enum of codes or reasons is one of errors where its file or a good part of its values say so. */
function isOfErrors(name: string, values: readonly DraftCode[], isNamed: boolean): boolean {
  if (namesErrors(name)) return true;
  if (!/(?:code|reason|fault)s?$/i.test(name)) return false;
  const telling = values.filter(
    ({ code, statuses, summary }) =>
      statuses.length > 0 || soundsLikeError(String(code.value)) || tellsOfFailure(summary?.value ?? ""),
  );
  return isNamed || telling.length * 3 >= values.length;
}

function endOfBody(text: string, start: number): number {
  let depth = 1;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === "{") depth += 1;
    else if (text[index] === "}") depth -= 1;
    if (depth === 0) return index;
  }
  return text.length;
}

const value =
  /((?:[ \t]*\/\/[^\n]*\n|[ \t]*\/\*[\s\S]*?\*\/[ \t]*\n?)*)[ \t]*\b([A-Za-z_]\w*)\s*=\s*(-?(?:0x[\da-fA-F]+|\d+))\s*(\[[^\]]*\])?\s*;([ \t]*\/\/[^\n]*)?/g;

function* valuesIn(body: string, offset: number, enumName: string): Iterable<DraftCode> {
  const [, fallback] = /\boption\s*\(\s*[\w.]*default_?code\s*\)\s*=\s*([1-5]\d\d)\s*;/i.exec(body) ?? [];
  for (const match of body.matchAll(value)) {
    const [whole, above = "", name = "", number = "", options = "", behind = ""] = match;
    // By the style guide the value 0 says that nothing was said.
    if (number === "0" && fallback === undefined && /UNSPECIFIED|UNKNOWN_ERROR_REASON|^OK$|_OK$|SUCCESS/.test(name))
      continue;
    const nameStart = offset + match.index + above.length + whole.slice(above.length).search(/[A-Za-z_]/);
    const code = { value: name, span: { start: nameStart, end: nameStart + name.length } };
    const commentStart = offset + match.index;
    const comment = commentText(above) || commentText(behind);
    const told = statusesIn(`${above}${options}${behind}`, comment);
    const statuses = told.length > 0 || fallback === undefined ? told : [Number(fallback)];
    const span = { start: commentStart, end: commentStart + whole.length };
    const summary: Drafted<string> | undefined = comment === "" ? undefined : { value: comment, span };
    const entry = draftedEntry(
      code,
      statuses.map((status) => ({ value: status, span: code.span })),
      new Map(),
      span,
    );
    yield {
      ...entry,
      messages: messageIn(options, offset + match.index + whole.indexOf(options)),
      summary,
      isDeprecated: /deprecated\s*=\s*true/.test(options),
      tags: [enumName],
    };
  }
}

/** `[(errors.message) = "There is no such user"]`. */
function messageIn(options: string, offset: number): readonly Drafted<string>[] {
  const found = /\bmessage\s*\)?\s*=\s*"((?:[^"\\]|\\.)*)"/.exec(options);
  const [, written = ""] = found ?? [];
  if (found === null || written.trim() === "") return [];
  const start = offset + found.index + found[0].lastIndexOf(written);
  return [{ value: written.replace(/\\(.)/g, "$1"), span: { start, end: start + written.length } }];
}

function commentText(comment: string): string {
  const paragraphs = comment
    .replace(/\/\*+|\*\/|^[ \t]*(?:\/\/+|\*)/gm, "")
    .replace(/^.*HTTP Mapping:.*$/gim, "")
    .split(/\n[ \t]*\n/);
  return (paragraphs.find((text) => text.trim() !== "") ?? "").replace(/\s+/g, " ").trim();
}

function statusesIn(written: string, comment: string): readonly number[] {
  const [, mapped] = /HTTP (?:Mapping|status|code)?:?\s*([1-5]\d\d)\b/i.exec(written) ?? [];
  const [, optional] = /(?:http|status|code)\w*\)?\s*=\s*([1-5]\d\d)\b/i.exec(written) ?? [];
  const found = mapped ?? optional ?? /^\(?([45]\d\d)\)?[ :]/.exec(comment)?.[1];
  return found === undefined ? [] : [Number(found)];
}
