import type { ErrorSite } from "../../sites/model.ts";

/** Setters that are given a name which is no text, and helpers that are given the answer itself. */
const unclear =
  /\.(?:set|header|headers|setHeader|setHeaders|append|redirect)\(\s*[^"'`\s]|\.writeHead\([^()]*,\s*[A-Za-z_$]|[(,]\s*(?:ctx|context|c|res|response|reply)\s*[,)]/;

/** Where a status is set in one statement and the body in another. */
const splitIdioms: ReadonlySet<string> = new Set(["elysia", "express", "koa", "hono", "fastify"]);

/**
 * Whether a header may be set around a site whose status stands in a statement of its own: headers may come before and
 * after it, so that the whole function counts.
 */
export function maySetElsewhere({ status, idiom, function: around }: ErrorSite, name: string, text: string): boolean {
  if (status?.certainty === "certain") return false;
  if (!splitIdioms.has(idiom)) return true;
  const whole = around === undefined ? text : text.slice(around.start, around.end);
  const body = whole.slice(Math.max(0, whole.search(/=>|\{/)));
  return body.toLowerCase().includes(name.toLowerCase()) || unclear.test(body);
}
