/** A catalog as data in its own format, with the short keys that people write. */
import type { Catalog, Code, Envelope, LocalizedText, Policy, PolicyException, StatusRange } from "../model.ts";
import { codeData } from "./code-data.ts";
import { localizedData } from "./entry-data.ts";
import { type PlainData, type PlainMap, plainMap } from "./plain-data.ts";
import { rangeData, statusData } from "./status-data.ts";

/** What `readCatalog` reads back as the same catalog. A code that is a number stays one only where keys have types. */
export function catalogData(catalog: Catalog, notation: Notation): PlainMap {
  const { language } = catalog;
  return plainMap([
    ["id", catalog.id],
    ["title", localizedData(catalog.title, language)],
    ["language", language],
    ["summary", localizedData(catalog.summary, language)],
    ["homepage", catalog.homepage],
    ["provenance", provenanceData(catalog)],
    ["general", catalog.general || undefined],
    ["complete", catalog.complete === catalog.codes.length > 0 ? undefined : catalog.complete],
    ["messages", catalog.messages === "exact" ? undefined : catalog.messages],
    ["evidence", evidenceData(catalog)],
    ["envelopes", catalog.envelopes.map((envelope) => envelopeData(envelope, language))],
    ["statuses", statusesData(catalog, notation)],
    ["codes", codesData(catalog, notation)],
    ["policies", catalog.policies.map((policy) => policyData(policy, language))],
    [
      "samples",
      catalog.samples.map(({ status, code, message }) =>
        plainMap([
          ["status", status],
          ["code", code],
          ["message", message],
        ]),
      ),
    ],
  ]);
}

/** How keys behave in a notation: in JSON they are texts, and those that look like numbers lose their place. */
interface Notation {
  readonly keysHaveTypes: boolean;
}

/** A map by code; a list where a map's keys would lose whether a code is a number, or the order. */
function codesData({ codes, language }: Catalog, { keysHaveTypes }: Notation): PlainData {
  const rows = codes.map((entry) => [entry.code, codeData(entry, language)] as const);
  const isLossless = keysHaveTypes || codes.every(({ code }) => typeof code === "string" && !/^\d+$/.test(code));
  return isLossless ? new Map<Code, PlainData>(rows) : listed("code", rows);
}

/** A map by status; a list where classes such as 2xx would end up behind all others. */
function statusesData({ statuses, language }: Catalog, { keysHaveTypes }: Notation): PlainData {
  const rows = statuses.map((entry) => [rangeData(entry.status), statusData(entry, language)] as const);
  const isLossless = keysHaveTypes || rows.every(([status]) => typeof status === "number");
  return isLossless ? new Map<string | number, PlainData>(rows) : listed("status", rows);
}

function listed(name: string, rows: readonly (readonly [string | number, PlainMap])[]): PlainData {
  return rows.map(([key, map]) => new Map<string | number, PlainData>([[name, key], ...map]));
}

function provenanceData({ provenance, language }: Catalog): PlainData | undefined {
  return (
    provenance &&
    plainMap([
      ["page", provenance.page],
      ["retrieved", provenance.retrieved],
      ["note", localizedData(provenance.note, language)],
    ])
  );
}

function evidenceData({ evidence }: Catalog): PlainData {
  return plainMap([
    ["hosts", evidence.hosts],
    ["dependencies", evidence.dependencies],
    ["codes", evidence.codes ? undefined : false],
  ]);
}

function envelopeData(envelope: Envelope, language: string): PlainData {
  return plainMap([
    ["id", envelope.id],
    ["code", envelope.code?.join(".")],
    ["message", envelope.message?.join(".")],
    ["status", envelope.status?.join(".")],
    ["details", envelope.details?.join(".")],
    [
      "failure",
      envelope.failure &&
        new Map(Object.entries({ path: envelope.failure.path.join("."), value: envelope.failure.value })),
    ],
    ["required", envelope.required.map((path) => path.join("."))],
    ["codeHolds", envelope.codeHolds === "code" ? undefined : envelope.codeHolds],
    ["statusType", envelope.statusType],
    ["distinctive", envelope.distinctive || undefined],
    ["summary", localizedData(envelope.summary, language)],
  ]);
}

function policyData(policy: Policy, language: string): PlainData {
  return plainMap([
    ["concern", policy.concern],
    ["use", policy.use.map(rangeData)],
    ["never", policy.never.map(rangeData)],
    ["level", policy.level === "must" ? undefined : policy.level],
    ["summary", localizedData(policy.summary, language)],
    ["authority", policy.authority],
    ["exceptions", policy.exceptions.map((exception) => exceptionData(exception, language))],
  ]);
}

function exceptionData({ use, words, summary }: PolicyException, language: string): PlainData {
  return plainMap([
    ["use", use.map((range: StatusRange) => rangeData(range))],
    ["words", words],
    ["summary", localizedData(summary satisfies LocalizedText, language)],
  ]);
}
