import type { ErrorSite } from "../../sites/model.ts";
import { plainName } from "../../sites/reading/names.ts";

/** What stands at the top of an error's body beside the error itself. */
const ofEnvelopes: ReadonlySet<string> = new Set(
  `ok success issuccess succeeded successful status statuscode code error errors err msg message detail details title
  type name reason meta id requestid traceid correlationid timestamp time date path method instance data result null
  documentationurl docs version`.split(/\s+/),
);

/** `expect(links[1])`, `assert.equal(results[0].code`: one of several. */
const ofItem = /\b(?:expect|assert\w*|should)\b[^;]*?(?:\[\s*\d+\s*\]|\.at\(\s*-?\d+\s*\))/;

/**
 * Whether the error is told inside of what succeeded: beside what was asked for (`{ cart, error: { code } }`), or one of
 * several items. Which status the code has where a whole request fails says nothing then.
 */
export function isPartOfSuccess(
  { body, code, span, role }: ErrorSite,
  statuses: readonly number[],
  text: string,
): boolean {
  if (code === undefined || statuses.some((status) => status >= 300)) return false;
  const before = text.slice(span.start, code.span.start);
  if (role === "expect" && ofItem.test(before.slice(before.lastIndexOf(";") + 1))) return true;
  if (body === undefined) return false;
  const path = body.fields.find(({ valueSpan }) => valueSpan.start === code.span.start)?.path ?? [];
  if (path.length < 2) return false;
  return body.fields.some(({ path: [top = ""] }) => top !== path[0] && !ofEnvelopes.has(plainName(top)));
}
