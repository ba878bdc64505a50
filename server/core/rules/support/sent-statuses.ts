/** Which codes a file sends with which statuses: what files can be compared by without holding each other. */
import type { Code } from "../../catalog/model.ts";
import type { Fact } from "../../facts/model.ts";
import { statusesOfCode, verdictsThatCount } from "../../facts/verdicts.ts";
import type { Place } from "../../sites/model.ts";
import { encloses } from "../../text/span.ts";
import { isForeignCode, isOauthCode } from "./foreign-codes.ts";
import { settledValue } from "./settled.ts";
import { statusPlace } from "./status-place.ts";
import { isTestFile } from "./test-file.ts";

/** One place that sends a code with a status that nothing else decides. */
export interface SentStatus extends Place {
  readonly code: Code;
  readonly status: number;
}

/** A place in the file at hand, with its fact. */
export interface SentHere extends SentStatus {
  readonly fact: Fact;
}

interface Sender {
  readonly uri: string;
  readonly text: string;
  readonly facts: readonly Fact[];
}

/**
 * The places of a file that send a code with one status. Left out are tests, which throw a code with whatever status they
 * try out, codes that a catalog in scope gives statuses, for then the catalog decides, and places that say that they are meant so.
 */
export function sentIn({ uri, text, facts }: Sender): readonly SentHere[] {
  if (isTestFile(uri)) return [];
  const sent = facts.flatMap((fact) => sentBy(fact, uri) ?? []);
  const meant = sent.filter(({ fact }) => !saysItIsMeant(fact, text));
  return meant.filter((one) => !isOneOfTheRoutes(one, meant, text));
}

function sentBy(fact: Fact, uri: string): SentHere | undefined {
  const { site } = fact;
  const code = settledValue(site.code);
  const status = settledValue(site.status);
  if (site.role !== "emit" && site.role !== "declare") return undefined;
  if (code === undefined || status === undefined || status < 400) return undefined;
  if (isForeignCode(code, site) || isOauthCode(code) || isDecided(fact)) return undefined;
  // A class that has one code for all of its errors is told the status by whoever makes one.
  if (
    site.code &&
    site.status &&
    site.code.span.end !== site.status.span.end &&
    encloses(site.code.span, site.status.span)
  )
    return undefined;
  // A status implied by the code itself (a map elsewhere, a transport) differs only if the code does.
  if (site.status?.span.start === site.code?.span.start) return undefined;
  return { fact, code, status, uri, span: statusPlace(site) };
}

/** Whether a catalog in scope that knows the code says with which statuses it comes. */
function isDecided(fact: Fact): boolean {
  return verdictsThatCount(fact).some(({ code: { entries } }) =>
    entries.some((entry) => statusesOfCode(entry).length > 0),
  );
}

const intent =
  /\b(?:on purpose|intention(?:al|ally)|intended|deliberate(?:ly)?|instead of|rather than|not (?:a )?[45]\d\d|hid(?:e|es|ing)|leak|existence|legacy|backwards?[- ]compatib|historical|(?:old|older|existing|released|shipped) (?:\w+ )?(?:clients?|apps?|versions?)|clients? (?:\w+ )?(?:expect|rely|depend)s?)\b/i;

/** Whether a comment at the place, or right above it, says why the status is another one. */
function saysItIsMeant({ site }: Fact, text: string): boolean {
  const start = text.lastIndexOf("\n", site.span.start - 1) + 1;
  const end = text.indexOf("\n", site.span.end);
  const lines = text.slice(start, end < 0 ? text.length : end);
  const above = text.slice(0, start).match(/(?:[ \t]*(?:\/\/[^\n]*|\/?\*[^\n]*)\r?\n)+$/)?.[0] ?? "";
  const comments = Array.from(lines.matchAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g), ([comment]) => comment);
  return intent.test([above, ...comments].join("\n"));
}

const route = /(?:\bif\s*\(|\bswitch\s*\(|\?|&&)[^;{}\n]*|\bcase\b[^:\n]*/g;
const routeWord = /\b(?:method|path|pathname|url|originalUrl|route|routerPath)\b/;

/** Whether one handler that looks at its route sends the code with several statuses: then it chooses knowingly. */
function isOneOfTheRoutes({ fact, code, status }: SentHere, all: readonly SentHere[], text: string): boolean {
  const own = fact.site.function;
  if (own === undefined) return false;
  const differs = all.some(
    (other) => other.code === code && other.status !== status && other.fact.site.function?.start === own.start,
  );
  if (!differs) return false;
  return (text.slice(own.start, own.end).match(route) ?? []).some((head) => routeWord.test(head));
}
