import { type DataReader, type Field, type Fields, readFields, reportType, shortened } from "../text/data-fields.ts";
import type { DataFormat, DataScalar } from "../text/data-node.ts";
import { itemsOf, readList, readText, readTexts } from "../text/data-values.ts";
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
    namesCatalogs: fields.get("catalogs") !== undefined,
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

/** `builtin:ID` or a path, or a map with `path` (one or several); the span is that of the first name. */
function readCatalogReference(reader: DataReader, item: Field): CatalogReference | undefined {
  const { value } = item;
  if (value.kind === "scalar") return toReference(reader, [value], noIdentity);
  if (value.kind === "list") {
    reportType(reader, value, "A catalog is `builtin:` with an id, or a path");
    return undefined;
  }
  const names = ["path", "id", "title", "language"];
  const fields = readFields(reader, value, { what: "a catalog", names, required: ["path"] });
  const path = fields.get("path");
  const identity = {
    id: readCatalogId(reader, fields),
    title: readText(reader, fields.get("title")),
    language: readText(reader, fields.get("language"))?.toLowerCase(),
  };
  if (path === undefined) return undefined;
  const scalars = itemsOf(path.value).filter((node) => node.kind === "scalar");
  if (scalars.length > 0 && scalars.length === itemsOf(path.value).length)
    return toReference(reader, scalars, identity);
  reportType(reader, path.value, "`path` is a text, or a list of texts");
  return undefined;
}

type Identity = Pick<CatalogReference, "id" | "title" | "language">;

const noIdentity: Identity = { id: undefined, title: undefined, language: undefined };

function readCatalogId(reader: DataReader, fields: Fields): string | undefined {
  const field = fields.get("id");
  const id = readText(reader, field);
  if (field === undefined || id === undefined || /^[a-z0-9-]+$/.test(id)) return id;
  const message = `\`${shortened(id)}\` is not an id: use small letters, digits and hyphens`;
  reader.problems.error(field.value.span, message);
  return undefined;
}

function toReference(
  reader: DataReader,
  scalars: readonly DataScalar[],
  identity: Identity,
): CatalogReference | undefined {
  const [first] = scalars;
  const names = scalars.flatMap(
    (scalar) => readText(reader, { name: "catalog", nameSpan: scalar.span, value: scalar }) ?? [],
  );
  const [written] = names;
  if (first === undefined || written === undefined) return undefined;
  const { span } = first;
  if (!written.startsWith("builtin:")) return { target: { kind: "files", paths: names }, ...identity, span };
  const builtin = written.slice("builtin:".length);
  if (builtin === "") {
    reader.problems.error(span, "`builtin:` lacks the id of a built-in catalog");
    return undefined;
  }
  if (names.length > 1)
    reader.problems.error(span, "A built-in catalog is whole: it cannot be one of several documents");
  return { target: { kind: "builtin", id: builtin }, ...identity, span };
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
