import type { Wrapper, WrapperRole } from "../sites/recogniser.ts";
import { type DataReader, type Field, isNothing, readFields, reportType } from "../text/data-fields.ts";
import { readChoice, readList, readText } from "../text/data-values.ts";
import { reportDuplicateKeys } from "../text/duplicate-keys.ts";

export const wrapperRoles: readonly WrapperRole[] = ["status", "code", "message", "headers", "body", "ignore"];

/** The section `wrappers`: what a team's own functions do with their arguments. */
export function readWrappers(reader: DataReader, field: Field | undefined): readonly Wrapper[] {
  return readList(reader, field, (item) => readWrapper(reader, item));
}

function readWrapper(reader: DataReader, item: Field): Wrapper | undefined {
  const fields = readFields(reader, item.value, {
    what: "a wrapper",
    names: ["callee", "args", "properties"],
    required: ["callee"],
  });
  const callee = readCallee(reader, fields.get("callee"));
  const args = readArguments(reader, fields.get("args"));
  const properties = readProperties(reader, fields.get("properties"));
  if (item.value.kind !== "map") return undefined;
  if (fields.get("args") === undefined && fields.get("properties") === undefined) {
    reader.problems.error(item.value.span, "This wrapper needs `args` or `properties`: without them it tells nothing");
  }
  return callee === undefined ? undefined : { callee, args, properties };
}

/** A name, or names with dots between them: `fail`, `this.fail`, `errors.raise`. */
function readCallee(reader: DataReader, field: Field | undefined): string | undefined {
  const callee = readText(reader, field);
  if (field === undefined || callee === undefined) return undefined;
  if (/^[\p{L}_$#][\p{L}\p{N}_$]*(\.[\p{L}_$#][\p{L}\p{N}_$]*)*$/u.test(callee)) return callee;
  reader.problems.error(field.value.span, "`callee` is a function's name, such as `fail` or `errors.raise`");
  return undefined;
}

/** Roles by position: one that cannot be read is ignored, so that those behind it keep their places. */
function readArguments(reader: DataReader, field: Field | undefined): readonly WrapperRole[] {
  return readList(reader, field, (item) => readChoice(reader, item, wrapperRoles) ?? "ignore");
}

function readProperties(reader: DataReader, field: Field | undefined): ReadonlyMap<string, WrapperRole> {
  const properties = new Map<string, WrapperRole>();
  if (field === undefined) return properties;
  if (field.value.kind !== "map") {
    reportType(reader, field.value, "`properties` is a map of property names to roles");
    return properties;
  }
  reportDuplicateKeys(field.value.entries, reader.lines, reader.problems);
  for (const { key, keySpan, value } of field.value.entries) {
    if (isNothing(value)) {
      reader.problems.error(keySpan, `\`${key}\` has no role`);
      continue;
    }
    const role = readChoice(reader, { name: key, nameSpan: keySpan, value }, wrapperRoles);
    if (role !== undefined && !properties.has(key)) properties.set(key, role);
  }
  return properties;
}
