import type { Wrapper, WrapperRole } from "../sites/recogniser.ts";
import { type DataReader, type Field, isNothing, readFields, reportType } from "../text/data-fields.ts";
import { readChoice, readList, readText } from "../text/data-values.ts";
import { reportDuplicateKeys } from "../text/duplicate-keys.ts";

export const wrapperRoles: readonly WrapperRole[] = ["status", "code", "message", "headers", "body", "ignore"];

/** The section `wrappers`: what a team's own functions do with their arguments. */
export function readWrappers(reader: DataReader, field: Field | undefined): readonly Wrapper[] {
  const first = new Map<string, Field>();
  return readList(reader, field, (item) => readWrapper(reader, item, first));
}

/** `first` holds where each function is described for the first time. */
function readWrapper(reader: DataReader, item: Field, first: Map<string, Field>): Wrapper | undefined {
  const fields = readFields(reader, item.value, {
    what: "a wrapper",
    names: ["callee", "args", "properties"],
    required: ["callee"],
  });
  const written = fields.get("callee");
  const callee = readCallee(reader, written);
  const args = readArguments(reader, fields.get("args"));
  const properties = readProperties(reader, fields.get("properties"));
  if (item.value.kind !== "map") return undefined;
  if (fields.get("args") === undefined && fields.get("properties") === undefined) {
    reader.problems.error(item.value.span, "This wrapper needs `args` or `properties`: without them it tells nothing");
  }
  if (callee === undefined || written === undefined) return undefined;
  const name = `${callee.form ?? ""} ${callee.callee}`;
  const earlier = first.get(name);
  if (earlier === undefined) first.set(name, written);
  else reportRepeated(reader, written, earlier);
  return { ...callee, args, properties };
}

function reportRepeated(reader: DataReader, second: Field, earlier: Field): void {
  const line = reader.lines().toLineColumn(earlier.value.span.start).line + 1;
  const message = `This function is described already, in line ${line}; only the first description counts`;
  reader.problems.error(second.value.span, message);
}

const path = "[\\p{L}_$#][\\p{L}\\p{N}_$]*(?:\\.[\\p{L}_$#][\\p{L}\\p{N}_$]*)*";
const calleeForm = new RegExp(`^(?:(new) +|(\\*)\\.)?(${path})$`, "u");
const nearlyCallee = new RegExp(`^@?(?:new +|\\*\\.)?(${path})(?: *\\(.*\\)| *\`.*\`)?;?$`, "u");

/** `fail`, `errors.raise`, `this.fail`: however it is called. `new ApiProblem`: made only. `*.fail`: a method only. */
function readCallee(reader: DataReader, field: Field | undefined): Pick<Wrapper, "callee" | "form"> | undefined {
  const written = readText(reader, field)?.trim();
  if (field === undefined || written === undefined) return undefined;
  const [, made, method, callee] = calleeForm.exec(written) ?? [];
  if (callee !== undefined) {
    return { callee, form: made !== undefined ? "new" : method !== undefined ? "method" : undefined };
  }
  const near = nearlyCallee.exec(written)?.[1];
  const advice = near === undefined ? "" : `. Did you mean \`${near}\`?`;
  const message = "`callee` is a function's name alone, such as `fail`, `errors.raise`, `*.fail` or `new ApiProblem`";
  reader.problems.error(field.value.span, `${message}${advice}`);
  return undefined;
}

/** Roles by position: one that cannot be read is ignored, so that those behind it keep their places. */
function readArguments(reader: DataReader, field: Field | undefined): readonly WrapperRole[] {
  const seen = new Set<WrapperRole>();
  return readList(reader, field, (item) => {
    const role = readChoice(reader, item, wrapperRoles) ?? "ignore";
    if (role !== "ignore" && seen.has(role)) {
      reader.problems.error(item.value.span, `\`${role}\` is an argument already; only the first one counts`);
      return "ignore";
    }
    seen.add(role);
    return role;
  });
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
    if (!/^[^.\s]+(?:\.[^.\s]+)*$/u.test(key)) {
      const message = "A property is a name, or names with dots between them, such as `code` or `error.code`";
      reader.problems.error(keySpan, message);
      continue;
    }
    if (isNothing(value)) {
      reader.problems.error(keySpan, `\`${key}\` has no role`);
      continue;
    }
    const role = readChoice(reader, { name: key, nameSpan: keySpan, value }, wrapperRoles);
    if (role !== undefined && !properties.has(key)) properties.set(key, role);
  }
  return properties;
}
