import type { DataStep } from "../text/data-place.ts";

/** A JSON Schema (draft-07) or a part of one, as parsed from its file: nothing is known of it but that it is an object. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** A part of a schema with all its alternatives and references resolved. */
export interface ResolvedSchema {
  /** The parts that may apply, in their order. */
  readonly parts: readonly JsonSchema[];
  /** What the schema says at the place where it is used, before its references. */
  readonly description: string | undefined;
}

/** `value` as a schema, if it is an object. */
export function asSchema(value: unknown): JsonSchema | undefined {
  // A check cannot tell the type system that an object's values are unknown.
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonSchema) : undefined;
}

/** A schema with its references and alternatives followed, within `root`. Circles end where they close. */
export function resolveSchema(root: JsonSchema, schema: JsonSchema): ResolvedSchema {
  const parts: JsonSchema[] = [];
  const seen = new Set<JsonSchema>();
  const waiting: JsonSchema[] = [schema];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    parts.push(next);
    const target = typeof next.$ref === "string" ? pointed(root, next.$ref) : undefined;
    const branches = [next.allOf, next.anyOf, next.oneOf].flatMap((branch): readonly unknown[] =>
      Array.isArray(branch) ? branch : [],
    );
    const further = [target, ...branches].map(asSchema).filter((branch) => branch !== undefined);
    waiting.unshift(...further);
  }
  const description = parts.map((part) => part.description).find((text) => typeof text === "string");
  return { parts, description };
}

/** The schemas that apply to what `path` leads to, from the root. */
export function schemasAlong(root: JsonSchema, path: readonly DataStep[]): readonly ResolvedSchema[] {
  let schemas = [resolveSchema(root, root)];
  for (const step of path) {
    schemas = schemas
      .flatMap(({ parts }) => parts.map((part) => stepInto(part, step)).filter((part) => part !== undefined))
      .map((schema) => resolveSchema(root, schema));
  }
  return schemas;
}

function stepInto(schema: JsonSchema, step: DataStep): JsonSchema | undefined {
  if (step.kind === "item") return asSchema(schema.items);
  const properties = asSchema(schema.properties);
  if (properties !== undefined && Object.hasOwn(properties, step.key)) return asSchema(properties[step.key]);
  return asSchema(schema.additionalProperties);
}

/** What a reference of the form `#/definitions/name` points to. */
function pointed(root: JsonSchema, reference: string): JsonSchema | undefined {
  if (!reference.startsWith("#")) return undefined;
  let value: unknown = root;
  for (const part of reference.slice(1).split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(value)) value = value[Number(key)];
    else {
      const record = asSchema(value);
      value = record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
    }
  }
  return asSchema(value);
}
