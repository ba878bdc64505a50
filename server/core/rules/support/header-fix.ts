/** Setting a header in the idiom at hand. */
import type { ErrorSite } from "../../sites/model.ts";
import type {
  CallExpression,
  Expression,
  ExpressionStatement,
  MemberAccess,
  ObjectLiteral,
  Property,
} from "../../syntax/tree.ts";
import { nodesAt, type SyntaxNode, staticPropertyName, unwrapped } from "../../syntax/walk.ts";
import type { TextEdit } from "../../text/edit.ts";
import { encloses } from "../../text/span.ts";
import type { FactRuleContext, Fix } from "../model.ts";
import { addMember, beginsLine, endOfLine, indentAt, keyLike, lineBreakOf, quoteIn } from "./layout.ts";

/** Values to start from; what belongs there only the author knows. */
const samples: ReadonlyMap<string, string> = new Map([
  ["retry-after", "60"],
  ["allow", "GET"],
  ["location", "/"],
  ["www-authenticate", "Bearer"],
]);

/** Sets a header in the way in which the site is written; undefined where no place for it can be seen. */
export function headerFix(site: ErrorSite, context: FactRuleContext, name: string): Fix | undefined {
  const { uri, text, file } = context;
  const { status } = site;
  if (status === undefined) return undefined;
  const quote = quoteIn(text, site.span);
  const value = samples.get(name.toLowerCase()) ?? "…";
  const chain = nodesAt(file, status.span.start).filter((node) => encloses(node, status.span));
  const header = { name, quote, value: quote + value + quote };
  const edit = headerEdit({ text, site, chain, setter: setterOf(site, context), header });
  if (edit === undefined) return undefined;
  return { title: `Set \`${name}\``, safety: "suggestion", preferred: true, edits: [{ uri, edits: [edit] }] };
}

interface Place {
  readonly text: string;
  readonly site: ErrorSite;
  /** The nodes around the status, the outermost first. */
  readonly chain: readonly SyntaxNode[];
  /** The method that sets a header. */
  readonly setter: string;
  /** The value is in quotes, the name is not. */
  readonly header: { readonly name: string; readonly quote: string; readonly value: string };
}

/** What the framework at hand calls it. Pages of Next have what Node has, and Node's own answer has one of two words. */
function setterOf({ idiom }: ErrorSite, { uri, text }: FactRuleContext): string {
  if (idiom === "fastify" || idiom === "hono" || idiom === "hapi") return "header";
  if (idiom === "koa") return "set";
  const isNode =
    /\bNextApiResponse\b|\bServerResponse\b|["'](?:node:)?https?["']/.test(text) || /\/pages\/api\//.test(uri);
  return isNode ? "setHeader" : "set";
}

/** The innermost thing around the status that has a place for headers. */
function headerEdit(place: Place): TextEdit | undefined {
  const { chain } = place;
  for (let index = chain.length - 1; index >= 0; index -= 1) {
    const node = chain[index];
    const edit =
      node?.kind === "call"
        ? inCall(node, index, place)
        : node?.kind === "assignment"
          ? besideAssignment(node.target, index, place)
          : node?.kind === "object"
            ? inInit(node, place)
            : undefined;
    if (edit !== undefined) return edit;
    if (node?.kind === "function" || node?.kind === "block") return undefined;
  }
  return undefined;
}

function inCall(call: CallExpression, index: number, place: Place): TextEdit | undefined {
  const callee = unwrapped(call.callee);
  const { site, text, header, setter } = place;
  if (callee.kind !== "member" || !call.closed) return undefined;
  const at = call.arguments.findIndex((argument) => encloses(argument, site.status?.span ?? site.span));
  const set = `.${setter}(${asArguments(header)})`;
  switch (callee.name) {
    case "status":
    case "code": {
      if (at !== 0) return undefined;
      const beside =
        site.idiom === "hono" || isAlone(index, place) ? besideStatement(callee.object, index, place) : undefined;
      // Hono's own `status` gives nothing back to go on with.
      if (beside !== undefined || site.idiom === "hono") return beside;
      return { span: { start: call.end, end: call.end }, newText: chainGap(callee, text) + set };
    }
    case "sendStatus":
      return at === 0 ? { span: { start: callee.object.end, end: callee.object.end }, newText: set } : undefined;
    case "writeHead":
      return at === 0 ? asLastArgument(call, 1, place) : undefined;
    case "json":
    case "text":
    case "html":
    case "body":
      return site.idiom === "hono" && at === 1 && text.charAt(call.arguments[1]?.start ?? 0) !== "{"
        ? asLastArgument(call, 2, place)
        : undefined;
    default:
      return undefined;
  }
}

/** Whether a call is a statement of its own: nothing is called on what it gives back. */
function isAlone(index: number, { chain }: Place): boolean {
  return chain[index - 1]?.kind === "expression";
}

/** What stands between two calls of a chain: a line break with its indentation, or nothing. */
function chainGap({ object, nameSpan }: MemberAccess, text: string): string {
  return (
    /(?:\r\n|\r|\n)[ \t]*(?=(?:\/\*[^\r\n]*?\*\/[ \t]*)*\??\.$)/.exec(text.slice(object.end, nameSpan.start))?.[0] ?? ""
  );
}

function quoted({ name, quote }: Place["header"]): string {
  return quote + name + quote;
}

function asArguments(header: Place["header"]): string {
  return `${quoted(header)}, ${header.value}`;
}

/** The header as a member of an object that may have others. */
function asMember({ name, quote, value }: Place["header"], object?: ObjectLiteral): string {
  return `${keyLike(name, object?.members ?? [], quote)}: ${value}`;
}

/** Into the object of headers that is the last argument, else as a further argument. */
function asLastArgument(call: CallExpression, from: number, { text, header }: Place): TextEdit | undefined {
  const last = call.arguments.at(-1);
  const inner = last && unwrapped(last);
  if (last === undefined || inner === undefined) return undefined;
  if (call.arguments.length > from && inner.kind === "object")
    return addMember(text, inner, { member: asMember(header, inner) });
  const hasPhrase = from === 1 && call.arguments.length === 2 && inner.kind === "string";
  if (call.arguments.length !== from && !hasPhrase) return undefined;
  return { span: { start: last.end, end: last.end }, newText: `, { ${asMember(header)} }` };
}

function besideAssignment(target: Expression, index: number, place: Place): TextEdit | undefined {
  const to = unwrapped(target);
  if (to.kind !== "member" || !isAlone(index, place)) return undefined;
  const { site, header } = place;
  if (site.idiom === "elysia")
    return asStatement(index, place, (shown) => `${shown}.headers[${quoted(header)}] = ${header.value}`, to.object);
  if (to.name === "statusCode") return besideStatement(to.object, index, { ...place, setter: "setHeader" });
  return to.name === "status" && site.idiom === "koa" ? besideStatement(to.object, index, place) : undefined;
}

function besideStatement(receiver: Expression, index: number, place: Place): TextEdit | undefined {
  const { header, setter } = place;
  return asStatement(index, place, (shown) => `${shown}.${setter}(${asArguments(header)})`, receiver);
}

/** A statement of its own after the one that sets the status; undefined where it would not run together with that one. */
function asStatement(
  index: number,
  { text, chain }: Place,
  written: (receiver: string) => string,
  receiver: Expression,
): TextEdit | undefined {
  const statement = chain[index - 1];
  const around = chain[index - 2];
  const shown = text.slice(receiver.start, receiver.end);
  if (statement?.kind !== "expression" || !/^[\p{L}\p{N}_$.]+$/u.test(shown)) return undefined;
  if (around !== undefined && around.kind !== "block" && around.kind !== "case" && around.kind !== "function")
    return undefined;
  return after(text, statement, written(shown));
}

function after(text: string, statement: ExpressionStatement, written: string): TextEdit {
  const mark = text.charAt(statement.end - 1) === ";" ? ";" : "";
  if (!beginsLine(text, statement.start))
    return {
      span: { start: statement.end, end: statement.end },
      newText: `${mark === "" ? ";" : ""} ${written}${mark}`,
    };
  const at = endOfLine(text, statement.end);
  const gap = lineBreakOf(text) + indentAt(text, statement.start);
  return { span: { start: at, end: at }, newText: `${gap}${written}${mark}` };
}

/** `{ status: 429, headers: { … } }`: into the headers that are there, else after the status. */
function inInit(object: ObjectLiteral, { text, site, header }: Place): TextEdit | undefined {
  if (!hasInit.has(site.idiom) || object.members.some(({ kind }) => kind === "spread")) return undefined;
  const status = site.status;
  const named = (name: RegExp): Property | undefined =>
    object.members.find(
      (one): one is Property => one.kind === "property" && name.test(staticPropertyName(one.key) ?? ""),
    );
  const own = named(/^status(?:Code)?$/);
  if (own === undefined || status === undefined || !encloses(own.value, status.span)) return undefined;
  const headers = named(/^headers$/i);
  if (headers === undefined) {
    const key = keyLike("headers", object.members, quoteIn(text, object));
    return addMember(text, object, { member: `${key}: { ${asMember(header)} }`, after: own });
  }
  const value = unwrapped(headers.value);
  const inner = value.kind === "new" && value.arguments.length > 0 ? value.arguments[0] : value;
  if (inner?.kind === "object") return addMember(text, inner, { member: asMember(header, inner) });
  if (inner?.kind !== "new" || !/\bHeaders$/.test(text.slice(inner.callee.start, inner.callee.end))) return undefined;
  const newText = `({ ${asMember(header)} })`;
  return { span: { start: inner.callee.end, end: inner.end }, newText };
}

/** Idioms in which the object that has the status has the headers too. */
const hasInit: ReadonlySet<string> = new Set(["answer-object", "hono", "lambda", "next-response", "web-response"]);
