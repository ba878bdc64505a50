import { type DataReader, type Fields, readFields } from "../text/data-fields.ts";
import type { DataFormat } from "../text/data-node.ts";
import { readChoice, readFlag, readText } from "../text/data-values.ts";
import { lazyLineMap } from "../text/duplicate-keys.ts";
import { LineMap } from "../text/line-map.ts";
import type { Problem } from "../text/problem.ts";
import { ProblemCollector } from "../text/problem-collector.ts";
import { readDataInto } from "../text/read-data.ts";
import type { CatalogContext } from "./catalog-context.ts";
import type { Catalog } from "./model.ts";
import { readLink } from "./read-advice.ts";
import { readCodes } from "./read-codes.ts";
import { readEnvelopes } from "./read-envelopes.ts";
import { readEvidence, readProvenance, readSamples } from "./read-evidence.ts";
import { readIdentity } from "./read-identity.ts";
import { readLocalized } from "./read-localized.ts";
import { readPolicies } from "./read-policies.ts";
import { readStatusEntries } from "./read-status-entries.ts";

export interface CatalogSource {
  readonly uri: string;
  readonly format: DataFormat;
}

/** A catalog as far as it could be read; undefined when the text is none. The same problems are in the catalog. */
export interface CatalogReading {
  readonly catalog: Catalog | undefined;
  readonly problems: readonly Problem[];
}

const catalogKeys: readonly string[] = [
  "$schema",
  "id",
  "title",
  "language",
  "summary",
  "homepage",
  "provenance",
  "general",
  "complete",
  "messages",
  "codeType",
  "evidence",
  "envelopes",
  "statuses",
  "codes",
  "policies",
  "samples",
];

/**
 * Reads a catalog from YAML or JSON. What is wrong is a `catalog-syntax` problem at its place, and the rest is kept; only
 * a text that gives neither id, nor title, nor language is no catalog. Never throws.
 */
export function readCatalog(text: string, source: CatalogSource): CatalogReading {
  const problems = new ProblemCollector({ code: "catalog-syntax", length: text.length });
  const root = readDataInto(text, source.format, problems, { duplicates: "keep" });
  const reader = { problems, lines: lazyLineMap(() => new LineMap(text)) };
  if (root === undefined) {
    if (problems.toList().length === 0) problems.error({ start: 0, end: 0 }, "This catalog is empty");
    return { catalog: undefined, problems: problems.toList() };
  }
  const fields = readFields(reader, root, {
    what: "a catalog",
    names: catalogKeys,
    required: ["id", "title", "language"],
  });
  const catalog = root.kind === "map" ? readSections(reader, fields, source) : undefined;
  const list = problems.toList();
  return { catalog: catalog && { ...catalog, problems: list }, problems: list };
}

function readSections(reader: DataReader, fields: Fields, source: CatalogSource): Catalog | undefined {
  const identity = readIdentity(reader, fields, source.uri);
  if (identity === undefined) return undefined;
  const codeType = readChoice(reader, fields.get("codeType"), ["string", "number"]);
  const context: CatalogContext = { ...reader, language: identity.language, codeType };
  readText(reader, fields.get("$schema"));
  const codes = readCodes(context, fields.get("codes"));
  return {
    ...identity,
    uri: source.uri,
    summary: readLocalized(context, fields.get("summary")),
    homepage: readLink(context, fields.get("homepage")),
    provenance: readProvenance(context, fields.get("provenance")),
    general: readFlag(context, fields.get("general")) ?? false,
    complete: readFlag(context, fields.get("complete")) ?? codes.length > 0,
    messages: readChoice(context, fields.get("messages"), ["exact", "varies"]) ?? "exact",
    evidence: readEvidence(context, fields.get("evidence")),
    envelopes: readEnvelopes(context, fields.get("envelopes")),
    statuses: readStatusEntries(context, fields.get("statuses")),
    codes,
    policies: readPolicies(context, fields.get("policies")),
    samples: readSamples(context, fields.get("samples")),
    conflicts: [],
    problems: [],
  };
}
