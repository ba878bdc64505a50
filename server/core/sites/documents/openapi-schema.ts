/** Which codes a JSON schema of an error body allows: `const` and `enum` of the property that carries the code. */
import type { Expression } from "../../syntax/tree.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import { plainName } from "../reading/names.ts";
import { nameOf, propertiesOf, valueIn } from "./data-access.ts";
import type { ReferenceUsage } from "./reference-usage.ts";
import type { Reference, References } from "./references.ts";

export interface SchemaReading {
  readonly references: References;
  readonly usage: ReferenceUsage;
}

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
export function codesOfSchema(schema: Expression, { references, usage }: SchemaReading): SchemaCodes {
  const nodes: Expression[] = [];
  const seen = new Set<Expression>();
  let reference: Reference | undefined;
  const open: Visit[] = [{ node: schema, isCode: false, isShared: false, reference: undefined }];
  for (let next = open.pop(); next !== undefined && seen.size < mostSchemas; next = open.pop()) {
    const followed = references.follow(next.node);
    if (followed === undefined || seen.has(followed.node)) continue;
    seen.add(followed.node);
    const by = next.reference ?? followed.reference;
    const pointer = followed.reference?.pointer;
    const isShared = next.isShared || (pointer !== undefined && !usage.isOfOneStatus(pointer));
    const { node } = followed;
    if (next.isCode) {
      const found = valuesAllowed(node, isShared);
      if (found.length > 0) reference ??= by;
      nodes.push(...found);
    }
    const inner = [...(next.isCode ? [] : innerSchemas(node)), ...branchesOf(node, next.isCode)];
    open.push(...inner.map((visit) => ({ ...visit, isShared, reference: by })).reverse());
  }
  return { nodes, reference };
}

interface Visit {
  readonly node: Expression;
  /** Whether it is the schema of the code itself, not of an object that has one. */
  readonly isCode: boolean;
  /** Whether answers with other statuses have it as well. */
  readonly isShared: boolean;
  readonly reference: Reference | undefined;
}

type InnerVisit = Pick<Visit, "node" | "isCode">;

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

/** What the schema of a code allows; what it only shows counts where no other status shares it. */
function valuesAllowed(schema: Expression, isShared: boolean): readonly Expression[] {
  const constant = valueIn(schema, "const");
  if (constant !== undefined) return [constant];
  const list = valueIn(schema, "enum");
  if (list?.kind === "array") return list.elements.filter((element) => element !== undefined);
  if (isShared) return [];
  const examples = valueIn(schema, "examples");
  const first = examples?.kind === "array" ? examples.elements[0] : undefined;
  const shown = valueIn(schema, "default") ?? valueIn(schema, "example") ?? first;
  return shown === undefined || !mayBeCode(shown) ? [] : [shown];
}

function mayBeCode(shown: Expression): boolean {
  return shown.kind === "string" ? looksLikeCode(shown.value) : shown.kind === "number" && shown.value >= 600;
}
