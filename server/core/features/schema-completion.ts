/** Inside catalogs and configurations: what their schema allows at the cursor, and what it says of what stands there. */

import { isCatalogName } from "../catalog/looks-like-catalog.ts";
import { completeBySchema, type FurtherValue, type SchemaCompletion } from "../catalog/schema-completion.ts";
import { describeBySchema } from "../catalog/schema-description.ts";
import type { JsonSchema } from "../catalog/schema-walk.ts";
import { configurationFileNames } from "../facts/configuration.ts";
import { dataFormatOf } from "../text/data-format.ts";
import { type DataStep, dataPlaceAt } from "../text/data-place.ts";
import { baseName } from "../text/uri.ts";
import type { FileAnalysis } from "./analysis.ts";
import type { Hover } from "./hover.ts";
import { code, type Line, type Prose, phrase, strong, text } from "./prose/document.ts";
import { rendered } from "./prose/rendered.ts";

export interface FileSchemas {
  readonly catalog: JsonSchema;
  readonly configuration: JsonSchema;
}

/** A catalog that a configuration may name. */
export interface NameableCatalog {
  /** `builtin:` with an id, or a path from the configuration's folder. */
  readonly name: string;
  readonly title: string | undefined;
}

/**
 * The keys and words that may stand at `offset` of a catalog or a configuration, and `catalogs` where a configuration
 * names them; empty in every other file.
 */
export function schemaCompletionsAt(
  analysis: FileAnalysis,
  offset: number,
  given: { readonly schemas: FileSchemas; readonly catalogs: readonly NameableCatalog[] },
): readonly SchemaCompletion[] {
  const schema = schemaFor(analysis, given.schemas);
  if (!schema) return [];
  const further = (path: readonly DataStep[]): readonly FurtherValue[] =>
    schema === given.schemas.configuration && namesCatalog(path)
      ? given.catalogs.map(({ name, title }) => ({ value: name, documentation: title }))
      : [];
  return completeBySchema({ schema, text: analysis.text, format: dataFormatOf(analysis.uri), offset, further });
}

/** Whether a configuration names a catalog at `offset`, so that it is worth looking which there are. */
export function isCatalogNameAt(analysis: FileAnalysis, offset: number): boolean {
  if (!configurationFileNames.includes(baseName(analysis.uri))) return false;
  const place = dataPlaceAt(analysis.text, dataFormatOf(analysis.uri), offset);
  return place !== undefined && place.expects !== "key" && namesCatalog(place.path);
}

/** What the schema says of the key or the word at `offset` of a catalog or a configuration. */
export function schemaHoverAt(analysis: FileAnalysis, offset: number, schemas: FileSchemas): Hover | undefined {
  const schema = schemaFor(analysis, schemas);
  const found = schema && describeBySchema({ schema, text: analysis.text, format: dataFormatOf(analysis.uri), offset });
  if (!found) return undefined;
  const lines: readonly Line[] = [[strong(code(found.name))], [phrase(found.text)]];
  const choices = found.choices.map(({ value, text: meaning }): Line => {
    return meaning === undefined ? [code(value)] : [code(value), text(": "), phrase(meaning)];
  });
  const prose: Prose = [
    { kind: "lines", lines },
    ...(choices.length === 0 ? [] : [{ kind: "lines", lines: choices } as const]),
  ];
  return { span: found.span, ...rendered(prose) };
}

/** `catalogs: [¦]`, also of an override, or `path: ¦` of such an item. */
function namesCatalog(path: readonly DataStep[]): boolean {
  const last = path.at(-1);
  const list = last?.kind === "key" && last.key === "path" ? path.slice(0, -1) : path;
  const [owner, item] = list.slice(-2);
  return item?.kind === "item" && owner?.kind === "key" && owner.key === "catalogs";
}

/** A half-typed catalog may not be readable: its name or the schema that it names tells as well. */
function schemaFor({ uri, catalog, text }: FileAnalysis, schemas: FileSchemas): JsonSchema | undefined {
  if (configurationFileNames.includes(baseName(uri))) return schemas.configuration;
  return catalog !== undefined || isCatalogName(baseName(uri)) || text.includes("catalog.schema.json")
    ? schemas.catalog
    : undefined;
}
