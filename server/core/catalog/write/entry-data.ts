/** The parts that entries of statuses and of codes share, as data. */
import type { HeaderRule, Limit, LocalizedText, Retry } from "../model.ts";
import { type PlainData, plainMap } from "./plain-data.ts";

/** A plain string where the text is in the catalog's own language only, else a map by language. */
export function localizedData(text: LocalizedText | undefined, language: string): PlainData | undefined {
  if (text === undefined) return undefined;
  const own = text.get(language);
  return own !== undefined && text.size === 1 ? own : new Map(text);
}

/** `retry: backoff`, with a map where there is a note. */
export function retryData(retry: Retry | undefined, language: string): PlainData | undefined {
  if (retry?.note === undefined) return retry?.advice;
  return plainMap([
    ["advice", retry.advice],
    ["note", localizedData(retry.note, language)],
  ]);
}

/** Header names to levels, with maps where there is more to say. */
export function headersData(headers: readonly HeaderRule[], language: string): PlainData {
  return new Map(
    headers.map(({ name, level, note, authority }): [string, PlainData] => {
      if (note === undefined && authority === undefined) return [name, level];
      const entries = [
        ["level", level],
        ["note", localizedData(note, language)],
        ["authority", authority],
      ] as const;
      return [name, plainMap(entries)];
    }),
  );
}

/** Documented figures. */
export function limitsData(limits: readonly Limit[], language: string): PlainData {
  return limits.map(({ what, amount, per }) =>
    plainMap([
      ["what", localizedData(what, language)],
      ["amount", amount],
      ["per", per],
    ]),
  );
}

/** One item as itself, several as a list; undefined for none. */
export function oneOrMany(items: readonly PlainData[]): PlainData | undefined {
  return items.length > 1 ? items : items[0];
}
