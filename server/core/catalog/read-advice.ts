/** The small parts that entries of statuses and of codes share: retry advice, headers, limits, links. */
import { type DataReader, type Field, isNothing, readFields, reportType, shortened } from "../text/data-fields.ts";
import { readAmount, readChoice, readList, readText } from "../text/data-values.ts";
import { reportDuplicateKeys } from "../text/duplicate-keys.ts";
import type { CatalogContext } from "./catalog-context.ts";
import type { HeaderRule, Level, Limit, Retry, RetryAdvice } from "./model.ts";
import { readLocalized } from "./read-localized.ts";

export const levels: readonly Level[] = ["must", "should", "may"];

export const retryAdvices: readonly RetryAdvice[] = ["no", "yes", "backoff", "after-fix", "after-delay", "check-first"];

/** `retry: no`, or a map with `advice` and `note`. */
export function readRetry(context: CatalogContext, field: Field | undefined): Retry | undefined {
  if (field?.value.kind !== "map") {
    const advice = readChoice(context, field, retryAdvices);
    return advice === undefined ? undefined : { advice, note: undefined };
  }
  const fields = readFields(context, field.value, {
    what: "a retry advice",
    names: ["advice", "note"],
    required: ["advice"],
  });
  const advice = readChoice(context, fields.get("advice"), retryAdvices);
  const note = readLocalized(context, fields.get("note"));
  return advice === undefined ? undefined : { advice, note };
}

/** A map of header names to a level, or to a map with `level`, `note` and `authority`. */
export function readHeaders(context: CatalogContext, field: Field | undefined): readonly HeaderRule[] {
  if (field === undefined) return [];
  if (field.value.kind !== "map") {
    reportType(context, field.value, "`headers` is a map of header names");
    return [];
  }
  reportDuplicateKeys(field.value.entries, context.lines, context.problems);
  const seen = new Set<string>();
  return field.value.entries.flatMap((entry) => {
    if (seen.has(entry.key)) return [];
    seen.add(entry.key);
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(entry.key)) {
      context.problems.error(entry.keySpan, `\`${shortened(entry.key)}\` is not a header name`);
      return [];
    }
    if (isNothing(entry.value)) context.problems.error(entry.keySpan, `\`${entry.key}\` has no level`);
    const header = { name: entry.key, nameSpan: entry.keySpan, value: entry.value };
    return [readHeader(context, header)];
  });
}

function readHeader(context: CatalogContext, field: Field): HeaderRule {
  const span = { start: field.nameSpan.start, end: Math.max(field.nameSpan.end, field.value.span.end) };
  if (field.value.kind !== "map") {
    const level = isNothing(field.value) ? undefined : readChoice(context, field, levels);
    return { name: field.name, level: level ?? "may", note: undefined, authority: undefined, span };
  }
  const fields = readFields(context, field.value, { what: "a header", names: ["level", "note", "authority"] });
  return {
    name: field.name,
    level: readChoice(context, fields.get("level"), levels) ?? "must",
    note: readLocalized(context, fields.get("note")),
    authority: readText(context, fields.get("authority")),
    span,
  };
}

/** A list of figures with `what`, `amount` and `per`. */
export function readLimits(context: CatalogContext, field: Field | undefined): readonly Limit[] {
  return readList(context, field, (item) => {
    const fields = readFields(context, item.value, {
      what: "a limit",
      names: ["what", "amount", "per"],
      required: ["what", "amount"],
    });
    const what = readLocalized(context, fields.get("what"));
    const amount = readAmount(context, fields.get("amount"));
    const per = readText(context, fields.get("per"));
    return what === undefined || amount === undefined ? undefined : { what, amount, per };
  });
}

/** An address on the web; anything else is reported and left out, since it becomes a link that people follow. */
export function readLink(reader: DataReader, field: Field | undefined): string | undefined {
  const written = readText(reader, field);
  if (field === undefined || written === undefined) return undefined;
  if (/^https?:\/\/[^\s/]/i.test(written)) return written;
  reader.problems.error(field.value.span, `\`${field.name}\` is an address that starts with \`https://\``);
  return undefined;
}
