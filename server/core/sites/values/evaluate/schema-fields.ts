/**
 * What a schema demands of an object's fields: `z.object({ code: z.literal("X") })`, TypeBox's `Type.Literal`, Elysia's
 * `t.Literal`, Valibot's `v.picklist`, and JSON Schema written as an object.
 */
import type { Evaluation } from "./evaluator.ts";
import { type Given, type Head, headOf, type InstanceHead, unknownHead } from "./head.ts";
import { memberNames, memberOf } from "./members.ts";

/** The values that a field may have; `path` is empty for a schema that is no object. */
export interface DemandedField {
  readonly path: readonly string[];
  readonly heads: readonly Head[];
}

const libraries = /(?:^|\/)zod(?:$|[/@-])|^@hono\/zod-openapi$|^@sinclair\/typebox$|^elysia$|^valibot$/;

/** Methods that give the same schema with a name, a note or a check more. */
const refining =
  /^(?:openapi|describe|meta|strict|strip|passthrough|loose|optional|nullable|nullish|readonly|brand|catch|refine|superRefine)$/;

const deepest = 8;
const mostFields = 60;

/** The schema itself, where `method` of it only refines it; one that shows an example is held to it. */
export function refined(self: Head, method: string, given: Given, evaluation: Evaluation): Head | undefined {
  if (!refining.test(method) || !isSchema(self)) return undefined;
  const example = /^(?:openapi|meta)$/.test(method) ? exampleIn(given, evaluation) : undefined;
  if (example === undefined || self.maker.kind !== "external" || !isOfTexts(self.maker.path.at(-1))) return self;
  const maker: Head = { ...self.maker, path: [...self.maker.path.slice(0, -1), "literal"] };
  return headOf({ kind: "instance", maker, given: example });
}

/** A text, one of several, and lists of those: what a contract shows of it is what the answer has. */
function isOfTexts(name: string | undefined): boolean {
  return /^(?:enum|nativeEnum|string)$/.test(name ?? "");
}

/** What `example` of the options is, as the one thing that is given. */
function exampleIn({ arguments: [options] }: Given, evaluation: Evaluation): Given | undefined {
  for (const head of evaluation.resolveThunk(options, unknownHead)) {
    if (head.kind !== "symbolic" || head.value.kind !== "object") continue;
    const example = head.value.entries.find((entry) => entry.kind === "property" && entry.name === "example");
    if (example === undefined) continue;
    return { arguments: [{ value: example.value, frame: head.frame }], complete: true, label: "" };
  }
  return undefined;
}

/** The fields with the constants that they are held to; fields that may be anything are left out. */
export function demandedFields(heads: readonly Head[], evaluation: Evaluation): readonly DemandedField[] {
  const [only, ...more] = heads;
  return only === undefined || more.length > 0 ? [] : fieldsOf(only, evaluation, 0).slice(0, mostFields);
}

function fieldsOf(head: Head, evaluation: Evaluation, depth: number): readonly DemandedField[] {
  if (depth > deepest) return [];
  if (head.kind === "instance") return ofInstance(head, evaluation, depth);
  return head.kind === "symbolic" && head.value.kind === "object" ? ofDocument(head, evaluation, depth) : [];
}

function isSchema(head: Head): head is Head & InstanceHead {
  return head.kind === "instance" && head.maker.kind === "external" && libraries.test(head.maker.specifier);
}

function ofInstance(head: Head & InstanceHead, evaluation: Evaluation, depth: number): readonly DemandedField[] {
  const given = evaluation.resolveThunk(head.given.arguments[0], unknownHead);
  const [first, ...more] = given;
  if (head.maker.kind !== "external" || first === undefined || more.length > 0) return [];
  const name = head.maker.path.at(-1) ?? "";
  // `jsonContent(schema, "Not found")` of a package.
  if (!isSchema(head)) return /^json/.test(name) ? fieldsOf(first, evaluation, depth + 1) : [];
  switch (name.toLowerCase()) {
    case "object":
    case "strictobject":
    case "looseobject":
      return nested(memberNames(first, evaluation), (field) => memberOf(first, field, evaluation), evaluation, depth);
    case "literal":
      return first.kind === "constant" ? [{ path: [], heads: [first] }] : [];
    case "enum":
    case "picklist":
    case "union":
    case "unionenum":
      return alternatives(first, evaluation, depth);
    default:
      return [];
  }
}

/** `["A", "B"]`, `[z.literal("A"), z.literal("B")]`: any of them, for a field that they all speak of. */
function alternatives(list: Head, evaluation: Evaluation, depth: number): readonly DemandedField[] {
  if (list.kind !== "symbolic" || list.value.kind !== "array") return [];
  const merged = new Map<string, DemandedField>();
  for (const element of list.value.elements) {
    const heads = evaluation.resolve(element, list.frame);
    const [only, ...more] = heads;
    if (only === undefined || more.length > 0) return [];
    const fields = only.kind === "constant" ? [{ path: [], heads }] : fieldsOf(only, evaluation, depth + 1);
    for (const field of fields) {
      const key = field.path.join("\n");
      merged.set(key, { path: field.path, heads: [...(merged.get(key)?.heads ?? []), ...field.heads] });
    }
  }
  return [...merged.values()];
}

function nested(
  names: readonly string[],
  read: (name: string) => readonly Head[],
  evaluation: Evaluation,
  depth: number,
): readonly DemandedField[] {
  return names.slice(0, mostFields).flatMap((name) => {
    const [only, ...more] = read(name);
    if (only === undefined || more.length > 0) return [];
    return fieldsOf(only, evaluation, depth + 1).map(({ path, heads }) => ({ path: [name, ...path], heads }));
  });
}

/** A response of OpenAPI around a schema, or a schema of JSON Schema. */
function ofDocument(head: Head, evaluation: Evaluation, depth: number): readonly DemandedField[] {
  const member = (object: Head, name: string): Head => {
    const [only, ...more] = memberOf(object, name, evaluation);
    return only === undefined || more.length > 0 ? unknownHead : only;
  };
  const inside = (object: Head): readonly DemandedField[] => fieldsOf(object, evaluation, depth + 1);
  const content = member(head, "content");
  for (const type of memberNames(content, evaluation)) {
    const fields = inside(member(member(content, type), "schema"));
    if (fields.length > 0) return fields;
  }
  for (const name of ["schema", "body"]) {
    const fields = inside(member(head, name));
    if (fields.length > 0) return fields;
  }
  const properties = member(head, "properties");
  if (properties.kind === "symbolic") {
    return nested(memberNames(properties, evaluation), (name) => [member(properties, name)], evaluation, depth);
  }
  const constant = member(head, "const");
  if (constant.kind === "constant") return [{ path: [], heads: [constant] }];
  return alternatives(member(head, "enum"), evaluation, depth);
}
