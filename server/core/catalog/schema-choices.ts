/** The words that a schema lets choose from. */
import type { JsonSchema } from "./schema-walk.ts";

export interface Choice {
  readonly value: string | number | boolean;
  readonly documentation: string | undefined;
}

/** The values of an `enum`, or of a yes and no, with what each means. */
export function choicesOf(schema: JsonSchema): readonly Choice[] {
  if (schema.type === "boolean") return [true, false].map((value) => ({ value, documentation: undefined }));
  if (!Array.isArray(schema.enum)) return [];
  const descriptions: readonly unknown[] = Array.isArray(schema.enumDescriptions) ? schema.enumDescriptions : [];
  return schema.enum.flatMap((value: unknown, index) => {
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return [];
    const documentation = descriptions[index];
    return [{ value, documentation: typeof documentation === "string" ? documentation : undefined }];
  });
}

/** `choicesOf` as texts; a mere yes or no needs no telling. */
export function describedChoices(
  schema: JsonSchema,
): readonly { readonly value: string; readonly text: string | undefined }[] {
  if (schema.type === "boolean") return [];
  return choicesOf(schema).map(({ value, documentation }) => ({ value: String(value), text: documentation }));
}
