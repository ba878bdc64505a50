import type { ErrorSite } from "../../sites/model.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { FactRuleContext, Fix } from "../model.ts";

/** Values to start from; what belongs there only the author knows. */
const samples: ReadonlyMap<string, string> = new Map([
  ["retry-after", "60"],
  ["allow", "GET"],
  ["location", "/"],
  ["www-authenticate", "Bearer"],
]);

/** Sets a header in the way in which the site is written; undefined where no place for it can be seen. */
export function headerFix(site: ErrorSite, { uri, text }: FactRuleContext, name: string): Fix | undefined {
  const value = samples.get(name.toLowerCase()) ?? "…";
  const edit =
    inChain(site, { text, name, value }) ??
    inHeaders(site, { text, name, value }) ??
    asArgument(site, { text, name, value }) ??
    asStatement(site, { text, name, value }) ??
    inInit(site, { text, name, value });
  if (edit === undefined) return undefined;
  return { title: `Set \`${name}\``, safety: "suggestion", preferred: true, edits: [{ uri, edits: [edit] }] };
}

interface Wanted {
  readonly text: string;
  readonly name: string;
  readonly value: string;
}

/** After `.status(429)`: `.set("Retry-After", "60")`; Fastify's replies and Hono's contexts say `.header`. */
function inChain({ status, idiom, span }: ErrorSite, { text, name, value }: Wanted): TextEdit | undefined {
  if (status === undefined || status.span.start < span.start) return undefined;
  const before = text.slice(Math.max(span.start, status.span.start - 40), status.span.start);
  const method = /\.\s*(status|code)\s*\(\s*$/.exec(before)?.[1];
  const closing = /^\s*\)/.exec(text.slice(status.span.end))?.[0];
  const follows = /^\s*\./.test(text.slice(status.span.end + (closing?.length ?? 0)));
  if (method === undefined || closing === undefined || !follows) return undefined;
  const at = status.span.end + closing.length;
  const quote = quoteOf(text, span);
  const setter = method === "code" || idiom === "fastify" ? "header" : "set";
  return { span: { start: at, end: at }, newText: `.${setter}(${quote}${name}${quote}, ${quote}${value}${quote})` };
}

/** After the status of Hono's `c.json(body, 429)`. */
function asArgument({ status, idiom, span }: ErrorSite, { text, name, value }: Wanted): TextEdit | undefined {
  if (idiom !== "hono" || status === undefined || !/^\s*\)/.test(text.slice(status.span.end))) return undefined;
  if (!/,\s*$/.test(text.slice(span.start, status.span.start))) return undefined;
  const quote = quoteOf(text, span);
  const at = status.span.end;
  return { span: { start: at, end: at }, newText: `, { ${quote}${name}${quote}: ${quote}${value}${quote} }` };
}

/** A statement after `ctx.status = 429;` or `res.status(429);`. */
function asStatement({ status, idiom, span }: ErrorSite, { text, name, value }: Wanted): TextEdit | undefined {
  if (status === undefined) return undefined;
  const before = text.slice(0, status.span.start).split("\n").at(-1) ?? "";
  const [, indent, receiver] = /^([ \t]*)([\w$.]+?)\.(?:status|code)\s*(?:=|\()\s*$/.exec(before) ?? [];
  const ending = /^\s*\)?\s*;/.exec(text.slice(status.span.end))?.[0];
  if (indent === undefined || receiver === undefined || ending === undefined) return undefined;
  const setter = idiom === "hono" || idiom === "fastify" ? "header" : "set";
  const quote = quoteOf(text, span);
  const at = status.span.end + ending.length;
  const call = `${receiver}.${setter}(${quote}${name}${quote}, ${quote}${value}${quote});`;
  return { span: { start: at, end: at }, newText: `\n${indent}${call}` };
}

/** Before the first header of an object: `headers: { "Retry-After": "60", "X-A": … }`. */
function inHeaders({ headers, span }: ErrorSite, { text, name, value }: Wanted): TextEdit | undefined {
  const [first] = headers;
  if (first === undefined || !/^["'\w-]+\s*:/.test(text.slice(first.span.start))) return undefined;
  const quote = quoteOf(text, span);
  const at = first.span.start;
  return { span: { start: at, end: at }, newText: `${quote}${name}${quote}: ${quote}${value}${quote}, ` };
}

/** After `status: 429` of an init object that has no headers. */
function inInit({ status, headers, span }: ErrorSite, { text, name, value }: Wanted): TextEdit | undefined {
  if (status === undefined || headers.length > 0) return undefined;
  const before = text.slice(Math.max(span.start, status.span.start - 40), status.span.start);
  if (!/[{,\s]["']?(?:status|statusCode)["']?\s*:\s*$/.test(before)) return undefined;
  const quote = quoteOf(text, span);
  const at = status.span.end;
  return { span: { start: at, end: at }, newText: `, headers: { ${quote}${name}${quote}: ${quote}${value}${quote} }` };
}

/** The quotation mark that the site itself uses, else the text's first. */
function quoteOf(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return /["']/.exec(text.slice(start, end))?.[0] ?? /["']/.exec(text)?.[0] ?? '"';
}
