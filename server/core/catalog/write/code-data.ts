import type { CodeEntry, Meaning, WireMessage } from "../model.ts";
import { headersData, limitsData, localizedData, oneOrMany, retryData } from "./entry-data.ts";
import { type PlainData, type PlainMap, plainMap } from "./plain-data.ts";

/** What a catalog says of a code. */
export function codeData(entry: CodeEntry, language: string): PlainMap {
  const messages = entry.messages.map((message) => messageData(message, language));
  const [message] = messages;
  return plainMap([
    ["status", oneOrMany(entry.statuses)],
    ["message", messages.length === 1 ? message : undefined],
    ["messages", messages.length > 1 ? messages : undefined],
    ["title", localizedData(entry.title, language)],
    ["summary", localizedData(entry.summary, language)],
    ["cause", localizedData(entry.cause, language)],
    ["fix", localizedData(entry.fix, language)],
    ["meanings", entry.meanings.map((meaning) => meaningData(meaning, language))],
    ["retry", retryData(entry.retry, language)],
    ["alert", localizedData(entry.alert, language)],
    ["tags", entry.tags],
    ["methods", entry.methods],
    ["parent", entry.parent],
    ["confusedWith", entry.confusedWith],
    ["headers", headersData(entry.headers, language)],
    ["limits", limitsData(entry.limits, language)],
    ["deprecated", entry.deprecated || undefined],
    ["replacement", entry.replacement],
    ["link", entry.link],
  ]);
}

function messageData(message: WireMessage, language: string): PlainData {
  const map = plainMap([
    ["text", message.template],
    ["status", oneOrMany(message.statuses)],
    ["summary", localizedData(message.summary, language)],
    ["cause", localizedData(message.cause, language)],
    ["fix", localizedData(message.fix, language)],
    ["methods", message.methods],
  ]);
  return map.size === 1 ? message.template : map;
}

function meaningData({ message, summary, fix }: Meaning, language: string): PlainData {
  return plainMap([
    ["message", message],
    ["summary", localizedData(summary, language)],
    ["fix", localizedData(fix, language)],
  ]);
}
