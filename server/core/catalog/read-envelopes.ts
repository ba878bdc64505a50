import { type Field, readFields, reportType } from "../text/data-fields.ts";
import { readChoice, readFlag, readList, readText } from "../text/data-values.ts";
import type { CatalogContext } from "./catalog-context.ts";
import type { BodyPath, Envelope } from "./model.ts";
import { readLocalized } from "./read-localized.ts";

const envelopeKeys: readonly string[] = [
  "id",
  "code",
  "message",
  "status",
  "details",
  "failure",
  "required",
  "codeHolds",
  "statusType",
  "distinctive",
  "summary",
];

/** The section `envelopes`: where error bodies carry what. */
export function readEnvelopes(context: CatalogContext, field: Field | undefined): readonly Envelope[] {
  const taken = new Set<string>();
  return readList(context, field, (item) => {
    if (item.value.kind === "map") return readEnvelope(context, item, taken);
    reportType(context, item.value, "Expected an envelope, which is a map");
    return undefined;
  });
}

function readEnvelope(context: CatalogContext, item: Field, taken: Set<string>): Envelope {
  const fields = readFields(context, item.value, { what: "an envelope", names: envelopeKeys, required: ["id"] });
  const idField = fields.get("id");
  const id = readText(context, idField);
  if (id !== undefined && idField && taken.has(id)) {
    context.problems.error(idField.value.span, `Another envelope is called \`${id}\` already`);
  }
  taken.add(id ?? "");
  return {
    id: id ?? `envelope-${taken.size}`,
    code: readPath(context, fields.get("code")),
    message: readPath(context, fields.get("message")),
    status: readPath(context, fields.get("status")),
    details: readPath(context, fields.get("details")),
    failure: readFailure(context, fields.get("failure")),
    required: readList(context, fields.get("required"), (path) => readPath(context, path)),
    codeHolds: readChoice(context, fields.get("codeHolds"), ["code", "http-status"]) ?? "code",
    statusType: readChoice(context, fields.get("statusType"), ["number", "string"]),
    distinctive: readFlag(context, fields.get("distinctive")) ?? false,
    summary: readLocalized(context, fields.get("summary")),
    span: fields.span,
  };
}

function readPath(context: CatalogContext, field: Field | undefined): BodyPath | undefined {
  const written = readText(context, field);
  if (field === undefined || written === undefined) return undefined;
  const path = written.split(".");
  if (path.every((name) => name !== "")) return path;
  context.problems.error(field.value.span, `\`${field.name}\` is names with dots between them, such as \`error.code\``);
  return undefined;
}

function readFailure(context: CatalogContext, field: Field | undefined): Envelope["failure"] {
  if (field === undefined) return undefined;
  const fields = readFields(context, field.value, {
    what: "a failure flag",
    names: ["path", "value"],
    required: ["path", "value"],
  });
  const path = readPath(context, fields.get("path"));
  const value = readFlagValue(context, fields.get("value"));
  return path === undefined || value === undefined ? undefined : { path, value };
}

function readFlagValue(context: CatalogContext, field: Field | undefined): string | number | boolean | undefined {
  if (field === undefined) return undefined;
  if (field.value.kind === "scalar" && field.value.value !== null) return field.value.value;
  reportType(context, field.value, "`value` is a text, a number, `true` or `false`");
  return undefined;
}
