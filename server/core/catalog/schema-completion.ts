import type { DataFormat } from "../text/data-node.ts";
import { type DataPlace, type DataStep, dataPlaceAt } from "../text/data-place.ts";
import type { Span } from "../text/span.ts";
import { choicesOf } from "./schema-choices.ts";
import { asSchema, type JsonSchema, type ResolvedSchema, resolveSchema, schemasAlong } from "./schema-walk.ts";

export interface SchemaCompletionRequest {
  readonly schema: JsonSchema;
  readonly text: string;
  readonly format: DataFormat;
  readonly offset: number;
  /** Values that belong at a place though no schema can list them: names of things that exist. */
  readonly further?: (path: readonly DataStep[]) => readonly FurtherValue[];
}

export interface FurtherValue {
  readonly value: string;
  readonly documentation: string | undefined;
}

/** Something that the schema allows at the cursor. `insertText` is plain text that takes the place of `span`. */
export interface SchemaCompletion {
  readonly kind: "property" | "value";
  readonly label: string;
  readonly insertText: string;
  readonly span: Span;
  readonly documentation: string | undefined;
}

/**
 * The keys and the words that `schema` allows at `offset`, in the schema's order, those of keys that are there already left
 * out. The text may be half typed. Nothing is filtered by what is typed: editors do that.
 */
export function completeBySchema(request: SchemaCompletionRequest): readonly SchemaCompletion[] {
  const place = dataPlaceAt(request.text, request.format, request.offset);
  if (place === undefined) return [];
  const schemas = schemasAlong(request.schema, place.path);
  const keys = place.expects === "value" ? [] : propertiesOf(request, place, schemas);
  const values = place.expects === "key" ? [] : valuesOf(request, place, schemas);
  const seen = new Set<string>();
  return [...keys, ...values].filter(({ kind, label }) => {
    const identity = `${kind} ${label}`;
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

function propertiesOf(
  request: SchemaCompletionRequest,
  place: DataPlace,
  schemas: readonly ResolvedSchema[],
): readonly SchemaCompletion[] {
  const properties = schemas.flatMap(({ parts }) =>
    parts.flatMap((part) => Object.entries(asSchema(part.properties) ?? {})),
  );
  return properties.flatMap(([label, value]) => {
    const schema = asSchema(value);
    if (schema === undefined || place.siblings.has(label)) return [];
    const resolved = resolveSchema(request.schema, schema);
    const insertText = place.lead + keyText(request, place, { label, resolved });
    return [{ kind: "property", label, insertText, span: place.span, documentation: resolved.description }];
  });
}

interface Property {
  readonly label: string;
  readonly resolved: ResolvedSchema;
}

function keyText(request: SchemaCompletionRequest, place: DataPlace, { label, resolved }: Property): string {
  const key = request.format === "json" || label.startsWith("$") ? JSON.stringify(label) : label;
  if (place.hasColonAfter) return key;
  const types = new Set(resolved.parts.flatMap((part) => part.type ?? []));
  const isBlock =
    request.format === "yaml" && place.expects !== "value" && isOnlyIndented(request.text, place.span.start);
  if (!isBlock || types.size === 0 || ![...types].every((type) => type === "object" || type === "array"))
    return `${key}: `;
  const indentation = `\n${" ".repeat(columnOf(request.text, place.span.start) + 2)}`;
  return types.has("object") ? `${key}:${indentation}` : `${key}:${indentation}- `;
}

/** Whether only indentation and list marks stand before `offset` in its line. */
function isOnlyIndented(text: string, offset: number): boolean {
  return /^[ -]*$/.test(text.slice(offset - columnOf(text, offset), offset));
}

function columnOf(text: string, offset: number): number {
  return offset - 1 - Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1));
}

function valuesOf(
  request: SchemaCompletionRequest,
  place: DataPlace,
  schemas: readonly ResolvedSchema[],
): readonly SchemaCompletion[] {
  const chosen = schemas.flatMap(({ parts, description }) =>
    parts
      .flatMap(choicesOf)
      .map(({ value, documentation }) => ({ value, documentation: documentation ?? description })),
  );
  return [...chosen, ...(request.further?.(place.path) ?? [])].map(({ value, documentation }) => {
    const written = typeof value === "string" && request.format === "yaml" ? value : JSON.stringify(value);
    return { kind: "value", label: String(value), insertText: place.lead + written, span: place.span, documentation };
  });
}
