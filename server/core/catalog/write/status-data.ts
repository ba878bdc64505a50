import type { BodyRule, StatusEntry, StatusRange } from "../model.ts";
import { headersData, limitsData, localizedData, retryData } from "./entry-data.ts";
import { type PlainData, type PlainMap, plainMap } from "./plain-data.ts";

/** One status as a number, a class as `2xx`. */
export function rangeData({ from, to }: StatusRange): string | number {
  return from === to ? from : `${Math.floor(from / 100)}xx`;
}

/** What a catalog says of a status. */
export function statusData(entry: StatusEntry, language: string): PlainMap {
  return plainMap([
    ["title", entry.title],
    ["summary", localizedData(entry.summary, language)],
    ["use", localizedData(entry.use, language)],
    [
      "avoid",
      entry.avoid.map(({ when, instead }) =>
        plainMap([
          ["when", localizedData(when, language)],
          ["instead", instead],
        ]),
      ),
    ],
    ["cause", localizedData(entry.cause, language)],
    ["fix", localizedData(entry.fix, language)],
    ["retry", retryData(entry.retry, language)],
    ["headers", headersData(entry.headers, language)],
    ["body", bodyData(entry.body)],
    ["limits", limitsData(entry.limits, language)],
    ["deprecated", entry.deprecated || undefined],
    ["tags", entry.tags],
    ["authority", entry.authority],
    ["link", entry.link],
  ]);
}

function bodyData(body: BodyRule | undefined): PlainData | undefined {
  if (body === undefined) return undefined;
  const usual = body.allowed ? "may" : "must";
  if (body.level === usual && body.authority === undefined) return body.allowed ? "allowed" : "none";
  return plainMap([
    ["allowed", body.allowed],
    ["level", body.level],
    ["authority", body.authority],
  ]);
}
