/** Completion inside catalogs and configurations: what their schema allows at the cursor. */

import { isCatalogName } from "../catalog/looks-like-catalog.ts";
import { completeBySchema, type SchemaCompletion } from "../catalog/schema-completion.ts";
import type { JsonSchema } from "../catalog/schema-walk.ts";
import { configurationFileNames } from "../facts/configuration.ts";
import { baseName } from "../text/uri.ts";
import type { FileAnalysis } from "./analysis.ts";

export interface FileSchemas {
  readonly catalog: JsonSchema;
  readonly configuration: JsonSchema;
}

/** The keys and words that may stand at `offset` of a catalog or a configuration; empty in every other file. */
export function schemaCompletionsAt(
  analysis: FileAnalysis,
  offset: number,
  schemas: FileSchemas,
): readonly SchemaCompletion[] {
  const schema = schemaFor(analysis, schemas);
  if (!schema) return [];
  const format = /\.ya?ml$/i.test(analysis.uri) ? "yaml" : "json";
  return completeBySchema({ schema, text: analysis.text, format, offset });
}

/** A half-typed catalog may not be readable: its name or the schema that it names tells as well. */
function schemaFor({ uri, catalog, text }: FileAnalysis, schemas: FileSchemas): JsonSchema | undefined {
  if (configurationFileNames.includes(baseName(uri))) return schemas.configuration;
  return catalog !== undefined || isCatalogName(baseName(uri)) || text.includes("catalog.schema.json")
    ? schemas.catalog
    : undefined;
}
