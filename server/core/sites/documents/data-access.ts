/** Small questions about the data of a document. */
import type { Expression, ObjectLiteral, Property } from "../../syntax/tree.ts";
import { propertyOf, stringOf } from "../reading/objects.ts";

/** The properties of an object in order; none for anything else. */
export function propertiesOf(node: Expression | undefined): readonly Property[] {
  if (node?.kind !== "object") return [];
  return node.members.filter((member) => member.kind === "property");
}

/** The value of the first property of that name; undefined where there is none, or no object. */
export function valueIn(node: Expression | undefined, name: string): Expression | undefined {
  return node?.kind === "object" ? propertyOf(node, name)?.value : undefined;
}

/** As `valueIn`, one step after the other. */
export function valueAlong(node: Expression | undefined, ...path: readonly string[]): Expression | undefined {
  return path.reduce(valueIn, node);
}

/** The text of that name; undefined where something else stands. */
export function textIn(node: Expression | undefined, name: string): string | undefined {
  return stringOf(valueIn(node, name));
}

/** Whether an object has all these names. */
export function hasAll(node: Expression | undefined, ...names: readonly string[]): node is ObjectLiteral {
  return node?.kind === "object" && names.every((name) => propertyOf(node, name) !== undefined);
}

/** The objects of a list; none for anything else. */
export function objectsIn(list: Expression | undefined): readonly ObjectLiteral[] {
  if (list?.kind !== "array") return [];
  return list.elements.filter((element) => element?.kind === "object");
}

/** The name of a property's key. */
export function nameOf(property: Property): string {
  return property.key.name ?? "";
}
