/** Headers that are set apart from the answer: in other statements, on the finished answer, in middleware of the file. */
import type { ErrorSite } from "../../sites/model.ts";
import type { FunctionExpression } from "../../syntax/tree.ts";
import { walkFile } from "../../syntax/walk.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { FactRuleContext } from "../model.ts";
import { standsInLimiterOptions } from "./limiter-guard.ts";

/** Setters that are given a name which is no text, and helpers that are given the answer itself. */
const unclear =
  /\.(?:set|header|headers|setHeader|setHeaders|append|redirect)\(\s*[^"'`\s]|\.writeHead\([^()]*,\s*[A-Za-z_$]|[(,]\s*(?:ctx|context|c|res|response|reply)\s*[,)]/;

/** Where a status is set in one statement and the body in another. */
const splitIdioms: ReadonlySet<string> = new Set(["elysia", "express", "koa", "hono", "fastify"]);

/** Whether a header that a site does not set may be set somewhere else for it. */
export function maySetElsewhere(site: ErrorSite, name: string, context: FactRuleContext): boolean {
  if (mayStandApart(site, name, context.text)) return true;
  if (name.toLowerCase() === "retry-after" && standsInLimiterOptions(site, context)) return true;
  const isNamed = context.text.toLowerCase().includes(name.toLowerCase());
  return (isNamed && isSetInMiddleware(site, name, context)) || isGivenLater(site, name, context.text);
}

/** A status in a statement of its own may have headers before and after it, so that the whole function counts. */
function mayStandApart({ status, idiom, function: around }: ErrorSite, name: string, text: string): boolean {
  if (status?.certainty === "certain") return false;
  if (!splitIdioms.has(idiom)) return true;
  const whole = around === undefined ? text : text.slice(around.start, around.end);
  const body = whole.slice(Math.max(0, whole.search(/=>|\{/)));
  return body.toLowerCase().includes(name.toLowerCase()) || unclear.test(body);
}

/**
 * `const answer = Response.json(…); answer.headers.set("Retry-After", "5")`, or `withHeaders(answer)`; and the answer that
 * a framework has ready, `c.res.headers.set("Retry-After", "5")`.
 */
function isGivenLater({ span, function: around }: ErrorSite, name: string, text: string): boolean {
  const whole = around === undefined ? "" : text.slice(around.start, around.end);
  if (new RegExp(`\\.res(?:ponse)?\\.headers\\.(?:set|append)\\(\\s*["'\`]${name}["'\`]`, "i").test(whole)) return true;
  const variable = /\b(?:const|let|var)\s+([A-Za-z_$][\w$]*)\s*(?::[^=;]+)?=\s*(?:await\s+)?$/.exec(
    text.slice(Math.max(0, span.start - 200), span.start),
  )?.[1];
  if (variable === undefined) return false;
  const after = text.slice(span.end, around?.end ?? text.length);
  const own = variable.replaceAll("$", "\\$");
  if (new RegExp(`[(,]\\s*${own}\\s*[,)]`).test(after)) return true;
  const set = new RegExp(`\\b${own}\\s*\\.\\s*headers\\s*\\.\\s*(?:set|append)\\(\\s*(["'\`]?)([\\w-]+)\\1`, "g");
  return Array.from(after.matchAll(set)).some(
    ([, quote, header]) => quote === "" || header?.toLowerCase() === name.toLowerCase(),
  );
}

/** A function that goes on to `next`, or a hook for every answer, that names the header. */
function isSetInMiddleware({ span }: ErrorSite, name: string, context: FactRuleContext): boolean {
  const { file } = context;
  const names = (around: Span) =>
    context.text.slice(around.start, around.end).toLowerCase().includes(name.toLowerCase());
  let isSet = false;
  walkFile(
    file,
    (node) => {
      if (isSet || encloses(node, span)) return;
      if (node.kind === "function") isSet = goesOn(node) && names(node);
      if (node.kind === "call")
        isSet = hooks.test(context.text.slice(node.callee.start, node.callee.end)) && names(node);
    },
    new Set(["function", "call"] as const),
  );
  return isSet;
}

function goesOn({ parameters }: FunctionExpression): boolean {
  return parameters.some(({ pattern }) => pattern.kind === "name" && pattern.name === "next");
}

const hooks = /\.(?:addHook|ext|hook|onAfterHandle|onSend|mapResponse|onResponse|onBeforeResponse)$/;
