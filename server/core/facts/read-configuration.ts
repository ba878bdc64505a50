import { type DataReader, type Field, type Fields, readFields, reportType, shortened } from "../text/data-fields.ts";
import type { DataFormat, DataScalar } from "../text/data-node.ts";
import { readList, readText, readTexts } from "../text/data-values.ts";
import { lazyLineMap } from "../text/duplicate-keys.ts";
import { LineMap } from "../text/line-map.ts";
import { ProblemCollector } from "../text/problem-collector.ts";
import { readDataInto } from "../text/read-data.ts";
import type { CatalogReference, Configuration, ConfigurationOverride } from "./configuration.ts";
import { configurationFileNames } from "./configuration.ts";
import { readRuleLevels } from "./read-rule-levels.ts";
import { readWrappers } from "./read-wrappers.ts";

const configurationKeys: readonly string[] = ["$schema", "catalogs", "rules", "overrides", "exclude", "wrappers"];

export interface ConfigurationSource {
  readonly uri: string;
  readonly format: DataFormat;
  /** All rules there are. Where they are not given, any name may be one. */
  readonly ruleNames?: ReadonlySet<string>;
}

/**
 * Reads the project's configuration from JSON (comments allowed) or YAML. There is always a configuration: what is
 * broken or absent has its default, and a `configuration-syntax` problem at its place. Never throws.
 */
export function readConfiguration(text: string, source: ConfigurationSource): Configuration {
  const problems = new ProblemCollector({ code: "configuration-syntax", length: text.length });
  const root = readDataInto(text, source.format, problems, { duplicates: "keep" });
  const reader = { problems, lines: lazyLineMap(() => new LineMap(text)) };
  const node = root ?? { kind: "map", entries: [], span: { start: 0, end: 0 } };
  const fields = readFields(reader, node, { what: "the configuration", names: configurationKeys });
  readText(reader, fields.get("$schema"));
  return {
    uri: source.uri,
    catalogs: readCatalogReferences(reader, fields.get("catalogs")),
    rules: readRuleLevels(reader, fields.get("rules"), source.ruleNames),
    overrides: readList(reader, fields.get("overrides"), (item) => readOverride(reader, item, source.ruleNames)),
    exclude: readTexts(reader, fields.get("exclude")),
    wrappers: readWrappers(reader, fields.get("wrappers")),
    problems: problems.toList(),
  };
}

/** Whether `name`, a file's name or the end of its URI, is one that a configuration has. */
export function isConfigurationName(name: string): boolean {
  return configurationFileNames.includes(name.slice(name.lastIndexOf("/") + 1));
}

function readCatalogReferences(reader: DataReader, field: Field | undefined): readonly CatalogReference[] {
  return readList(reader, field, (item) => readCatalogReference(reader, item));
}

/** `builtin:ID` or a path, or a map with `path` and `id`; the span is that of the name. */
function readCatalogReference(reader: DataReader, item: Field): CatalogReference | undefined {
  const { value } = item;
  if (value.kind === "scalar") return toReference(reader, value, undefined);
  if (value.kind === "list") {
    reportType(reader, value, "A catalog is `builtin:` with an id, or a path");
    return undefined;
  }
  const fields = readFields(reader, value, { what: "a catalog", names: ["path", "id"], required: ["path"] });
  const path = fields.get("path");
  const id = readCatalogId(reader, fields);
  if (path === undefined) return undefined;
  if (path.value.kind === "scalar") return toReference(reader, path.value, id);
  reportType(reader, path.value, "`path` is a text");
  return undefined;
}

function readCatalogId(reader: DataReader, fields: Fields): string | undefined {
  const field = fields.get("id");
  const id = readText(reader, field);
  if (field === undefined || id === undefined || /^[a-z0-9-]+$/.test(id)) return id;
  const message = `\`${shortened(id)}\` is not an id: use small letters, digits and hyphens`;
  reader.problems.error(field.value.span, message);
  return undefined;
}

function toReference(reader: DataReader, scalar: DataScalar, id: string | undefined): CatalogReference | undefined {
  const written = readText(reader, { name: "catalog", nameSpan: scalar.span, value: scalar });
  if (written === undefined) return undefined;
  if (!written.startsWith("builtin:")) return { target: { kind: "file", path: written }, id, span: scalar.span };
  const builtin = written.slice("builtin:".length);
  if (builtin !== "") return { target: { kind: "builtin", id: builtin }, id, span: scalar.span };
  reader.problems.error(scalar.span, "`builtin:` lacks the id of a built-in catalog");
  return undefined;
}

function readOverride(
  reader: DataReader,
  item: Field,
  ruleNames: ReadonlySet<string> | undefined,
): ConfigurationOverride | undefined {
  const fields = readFields(reader, item.value, {
    what: "an override",
    names: ["files", "catalogs", "rules"],
    required: ["files"],
  });
  if (item.value.kind !== "map") return undefined;
  const catalogs = fields.get("catalogs");
  return {
    files: readTexts(reader, fields.get("files")),
    catalogs: catalogs === undefined ? undefined : readCatalogReferences(reader, catalogs),
    rules: readRuleLevels(reader, fields.get("rules"), ruleNames),
  };
}
