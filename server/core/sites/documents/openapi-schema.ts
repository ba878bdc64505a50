/** Which codes a JSON schema of an error body allows: `const` and `enum` of the property that carries the code. */
import type { Expression } from "../../syntax/tree.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import { plainName } from "../reading/names.ts";
import { nameOf, propertiesOf, valueIn } from "./data-access.ts";
import type { Reference, References } from "./references.ts";

export interface SchemaCodes {
  /** Where the codes are written. */
  readonly nodes: readonly Expression[];
  /** The reference by which they were reached, if any. */
  readonly reference: Reference | undefined;
}

const codeNames: ReadonlySet<string> = new Set("code errorcode errcode apicode appcode businesscode".split(" "));
const containers: ReadonlySet<string> = new Set("error err errors exception fault problem failure msg".split(" "));
const combiners = ["allOf", "oneOf", "anyOf"];

/** How many schemas are looked at for one response: references may fan out without end. */
const mostSchemas = 200;

/** The codes that the error body with this schema may have; none where it says nothing of them. */
export function codesOfSchema(schema: Expression, references: References): SchemaCodes {
  const nodes: Expression[] = [];
  const seen = new Set<Expression>();
  let reference: Reference | undefined;
  const open: Visit[] = [{ node: schema, isCode: false, reference: undefined }];
  for (let next = open.pop(); next !== undefined && seen.size < mostSchemas; next = open.pop()) {
    const followed = references.follow(next.node);
    if (followed === undefined || seen.has(followed.node)) continue;
    seen.add(followed.node);
    const by = next.reference ?? followed.reference;
    const { node } = followed;
    if (next.isCode) {
      const found = valuesAllowed(node, by, references);
      if (found.length > 0) reference ??= by;
      nodes.push(...found);
    }
    const inner = [...(next.isCode ? [] : innerSchemas(node)), ...branchesOf(node, next.isCode)];
    open.push(...inner.map((visit) => ({ ...visit, reference: by })).reverse());
  }
  return { nodes, reference };
}

interface Visit {
  readonly node: Expression;
  /** Whether it is the schema of the code itself, not of an object that has one. */
  readonly isCode: boolean;
  readonly reference: Reference | undefined;
}

type InnerVisit = Omit<Visit, "reference">;

/** The code of an object, and the objects in it that hold an error. */
function innerSchemas(node: Expression): readonly InnerVisit[] {
  const found: InnerVisit[] = [];
  for (const property of propertiesOf(valueIn(node, "properties"))) {
    const name = plainName(nameOf(property));
    if (codeNames.has(name)) found.push({ node: property.value, isCode: true });
    else if (containers.has(name)) found.push({ node: property.value, isCode: false });
  }
  const items = valueIn(node, "items");
  return items === undefined ? found : [...found, { node: items, isCode: false }];
}

function branchesOf(node: Expression, isCode: boolean): readonly InnerVisit[] {
  return combiners.flatMap((name) => {
    const list = valueIn(node, name);
    if (list?.kind !== "array") return [];
    return list.elements.flatMap((element) => (element === undefined ? [] : [{ node: element, isCode }]));
  });
}

/** What the schema of a code allows; what it only shows counts where nobody else shares it. */
function valuesAllowed(
  schema: Expression,
  reference: Reference | undefined,
  references: References,
): readonly Expression[] {
  const constant = valueIn(schema, "const");
  if (constant !== undefined) return [constant];
  const list = valueIn(schema, "enum");
  if (list?.kind === "array") return list.elements.filter((element) => element !== undefined);
  if (reference !== undefined && !references.isOnlyUse(reference.pointer)) return [];
  const shown = valueIn(schema, "default") ?? valueIn(schema, "example");
  return shown === undefined || !mayBeCode(shown) ? [] : [shown];
}

function mayBeCode(shown: Expression): boolean {
  return shown.kind === "string" ? looksLikeCode(shown.value) : shown.kind === "number" && shown.value >= 600;
}
