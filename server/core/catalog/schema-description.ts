import type { DataFormat } from "../text/data-node.ts";
import { type DataSpot, dataSpotAt } from "../text/data-path.ts";
import { readData } from "../text/read-data.ts";
import type { Span } from "../text/span.ts";
import { describedChoices } from "./schema-choices.ts";
import { type JsonSchema, schemasAlong } from "./schema-walk.ts";

export interface SchemaDescriptionRequest {
  readonly schema: JsonSchema;
  readonly text: string;
  readonly format: DataFormat;
  readonly offset: number;
}

/** What a schema says of a key, or of a word that is chosen. `text` is as people write it, code in backticks. */
export interface SchemaDescription {
  readonly span: Span;
  readonly name: string;
  readonly text: string;
  /** The words that may stand there, where there is a choice, each with what it means. */
  readonly choices: readonly { readonly value: string; readonly text: string | undefined }[];
}

/** What `schema` says of what stands at `offset`; undefined where it says nothing. Broken data are read as far as they go. */
export function describeBySchema(request: SchemaDescriptionRequest): SchemaDescription | undefined {
  const { root } = readData(request.text, request.format, { duplicates: "keep" });
  const spot = dataSpotAt(root, request.offset);
  return spot && describeSpot(spot, request.schema);
}

function describeSpot({ path, span, kind, written }: DataSpot, schema: JsonSchema): SchemaDescription | undefined {
  const schemas = schemasAlong(schema, path);
  const choices = schemas.flatMap(({ parts }) => parts.flatMap(describedChoices));
  if (kind === "value") {
    const chosen = choices.find(({ value, text }) => value === written && text !== undefined);
    return chosen?.text === undefined ? undefined : { span, name: written, text: chosen.text, choices: [] };
  }
  const text = schemas.map(({ description }) => description).find((one) => one !== undefined);
  return text === undefined ? undefined : { span, name: written, text, choices };
}
