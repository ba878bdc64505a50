/** Enums of errors in protocol buffers, with their comments. */
import type { Draft, DraftCode, Drafted, ReferenceReading } from "../draft.ts";
import { draftedEntry } from "./data-entry.ts";

/**
 * The values of enums that speak of errors: the code is the name, as JSON has it. A comment above or behind a value
 * tells what it means; `HTTP Mapping: 404 Not Found` in it, or an option with a status, gives the status.
 */
export function readProtoReference(text: string): ReferenceReading {
  const enums = [...text.matchAll(/\benum\s+(\w+)\s*\{/g)];
  const codes = enums.flatMap((match) => {
    const name = match[1] ?? "";
    const start = match.index + match[0].length;
    const body = text.slice(start, endOfBody(text, start));
    return /err|code|reason|fault|problem/i.test(name) ? [...valuesIn(body, start, name)] : [];
  });
  const draft: Draft = {
    title: undefined,
    language: undefined,
    codes,
    statuses: [],
    samples: [],
    envelopes: [],
    problems: [],
  };
  const withStatus = codes.filter(({ statuses }) => statuses.length > 0).length;
  const confidence = codes.length < 3 ? 0 : withStatus > 0 ? 0.7 : 0.5;
  return { draft, confidence, reason: `It has ${codes.length} values of enums that speak of errors.` };
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
  for (const match of body.matchAll(value)) {
    const [whole, above = "", name = "", number = "", options = "", behind = ""] = match;
    // By the style guide the value 0 says that nothing was said.
    if (number === "0" && /UNSPECIFIED|UNKNOWN_ERROR_REASON|^OK$|_OK$|SUCCESS/.test(name)) continue;
    const nameStart = offset + match.index + above.length + whole.slice(above.length).search(/[A-Za-z_]/);
    const code = { value: name, span: { start: nameStart, end: nameStart + name.length } };
    const commentStart = offset + match.index;
    const comment = commentText(above) || commentText(behind);
    const statuses = statusesIn(`${above}${options}${behind}`, comment);
    const span = { start: commentStart, end: commentStart + whole.length };
    const summary: Drafted<string> | undefined = comment === "" ? undefined : { value: comment, span };
    const entry = draftedEntry(
      code,
      statuses.map((status) => ({ value: status, span: code.span })),
      new Map(),
      span,
    );
    yield { ...entry, summary, isDeprecated: /deprecated\s*=\s*true/.test(options), tags: [enumName] };
  }
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
