/** The code that a schema demands of a body: `z.object({ code: z.literal("NO_POST") })`. */
import type { Code } from "../../catalog/model.ts";
import type { Expression } from "../../syntax/tree.ts";
import type { Part } from "../model.ts";
import type { BodyEntry } from "../parts/body-shape.ts";
import { isFailureWord } from "../parts/code-shapes.ts";
import { pickFromBody } from "../parts/in-body.ts";
import type { RecogniserContext } from "../recogniser.ts";
import type { ResolvedValue, SchemaField } from "../values/value-service.ts";

/** The code of the schema that `expression` stands for, a content around it included; undefined where it names none. */
export function schemaCode(expression: Expression, context: RecogniserContext): Part<Code> | undefined {
  const fields = context.values.schemaFieldsOf(expression);
  const value = fields.length > 0 ? codeAmong(fields, expression) : undefined;
  return value === undefined ? codeOfType(expression, context) : partOf(value, expression);
}

function codeAmong(fields: readonly SchemaField[], expression: Expression): ResolvedValue | undefined {
  const values = new Map<BodyEntry, ResolvedValue>();
  const span = { start: expression.start, end: expression.end };
  for (const { path, value } of fields) {
    const choices = value.options.map((option) => option.value);
    const only = choices.length === 1 ? choices[0] : undefined;
    const field = { path, value: only, keySpan: span, valueSpan: span };
    values.set(
      { field, expression: { kind: "missing", ...span }, giver: undefined, holdsFields: false, choices },
      value,
    );
  }
  const entries = [...values.keys()];
  const picked = pickFromBody(entries, []).code?.entry ?? entries.find(isFailure);
  return picked === undefined ? undefined : values.get(picked);
}

/** `error: z.literal("unauthenticated")`: a text that a schema demands is no text for people. */
function isFailure({ field }: BodyEntry): boolean {
  return field.path.at(-1) === "error" && typeof field.value === "string" && isFailureWord(field.value);
}

function partOf({ options, exhaustive }: ResolvedValue, { start, end }: Expression): Part<Code> | undefined {
  const span = { start, end };
  const values = options.flatMap(({ value, origin }) =>
    typeof value === "string" || typeof value === "number"
      ? [{ value, written: { kind: "implied", span, by: "the schema" } as const, origin }]
      : [],
  );
  const evidence = options.flatMap(({ steps }) => steps);
  return values.length === 0 ? undefined : { values, exhaustive, span, certainty: "likely", evidence };
}

/** `c.type<{ code: "SLUG_TAKEN" }>()`: types are not in the tree, but a type argument is a schema all the same. */
function codeOfType(expression: Expression, { file, uri }: RecogniserContext): Part<Code> | undefined {
  if (expression.kind !== "call" || expression.callee.kind !== "member" || expression.callee.name !== "type") {
    return undefined;
  }
  const from = expression.callee.end;
  const found = /\bcode\??:\s*(["'])([\w.:/-]+)\1/.exec(file.text.slice(from, expression.end));
  if (found === null) return undefined;
  const end = from + found.index + found[0].length;
  const span = { start: end - (found[2] ?? "").length - 2, end };
  const quote = found[1] === '"' ? '"' : "'";
  return {
    values: [{ value: found[2] ?? "", written: { kind: "string", span, quote }, origin: undefined }],
    exhaustive: true,
    span,
    certainty: "likely",
    evidence: [{ text: "written here", place: { uri, span } }],
  };
}
