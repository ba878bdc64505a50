/** What says the status of a site once more, as a number or as its phrase: it would be left behind by a new status. */

import type { ErrorSite } from "../../sites/model.ts";
import { nodesAt, staticPropertyName, unwrapped } from "../../syntax/walk.ts";
import type { TextEdit } from "../../text/edit.ts";
import { overlaps, type Span } from "../../text/span.ts";
import type { FactRuleContext, FileEdit } from "../model.ts";
import { settledValue } from "./settled.ts";

export interface NewStatus {
  readonly to: number;
  /** The reason phrase of a status. */
  readonly phraseOf: (status: number) => string | undefined;
}

const numberNames = /^(?:code|status|status_?code|http_?status|http_?status_?code|http_?code)$/i;
const phraseNames = /^(?:status|status_?(?:text|message)|reason(?:_?phrase)?)$/i;
/** Names under which a phrase stands in a body beside the number. */
const titleNames = /^(?:error|title|status|status_?text|name)$/i;

/** `edits`, the first of which is that of the status, with those of its repetitions. */
export function withRepetitions(
  edits: readonly FileEdit[],
  site: ErrorSite,
  context: FactRuleContext,
  status: NewStatus,
): readonly FileEdit[] {
  const from = settledValue(site.status);
  const [own] = edits;
  if (from === undefined || own === undefined || own.uri !== context.uri) return edits;
  const found = [...inBody(site, context, { from, ...status }), ...beside(own.edits, context, { from, ...status })];
  const more = found.filter(
    ({ span }, index) =>
      !own.edits.some((other) => overlaps(span, other.span)) &&
      found.findIndex((other) => other.span.start === span.start) === index,
  );
  return [{ uri: context.uri, edits: [...own.edits, ...more] }];
}

interface Change extends NewStatus {
  readonly from: number;
}

/** `{ statusCode: 403, error: "Forbidden" }` in the body of a 403. */
function inBody({ body }: ErrorSite, { text }: FactRuleContext, { from, to, phraseOf }: Change): readonly TextEdit[] {
  const fields = body?.fields ?? [];
  const numbers = fields
    .filter(({ value, path }) => value === from && numberNames.test(path.at(-1) ?? ""))
    .filter(({ valueSpan }) => text.slice(valueSpan.start, valueSpan.end) === String(from))
    .map(({ valueSpan }) => ({ span: valueSpan, newText: String(to) }));
  if (numbers.length === 0) return [];
  const [old, now] = [phraseOf(from), phraseOf(to)];
  const phrases = fields
    .filter(({ value, path }) => value === old && titleNames.test(path.at(-1) ?? ""))
    .flatMap(({ valueSpan }) => (now === undefined ? [] : (rewritten(text, valueSpan, now) ?? [])));
  return [...numbers, ...phrases];
}

/** `{ status: 403, statusText: "Forbidden" }`: what stands beside the number in its object. */
function beside(
  edits: readonly TextEdit[],
  { text, file }: FactRuleContext,
  { from, to, phraseOf }: Change,
): readonly TextEdit[] {
  const [old, now] = [phraseOf(from), phraseOf(to)];
  if (old === undefined || now === undefined) return [];
  return edits.flatMap(({ span }) => {
    const object = nodesAt(file, span.start).findLast((node) => node.kind === "object");
    return (object?.members ?? []).flatMap((member): readonly TextEdit[] => {
      if (member.kind !== "property" || !phraseNames.test(staticPropertyName(member.key) ?? "")) return [];
      const value = unwrapped(member.value);
      const edit = value.kind === "string" && value.value === old ? rewritten(text, value, now) : undefined;
      return edit === undefined ? [] : [edit];
    });
  });
}

/** Another phrase in the quotes that stand there. */
function rewritten(text: string, { start, end }: Span, phrase: string): TextEdit | undefined {
  const quote = /^["'`]/.exec(text.slice(start, end))?.[0] ?? "";
  return phrase.includes("'") ? undefined : { span: { start, end }, newText: quote + phrase + quote };
}
