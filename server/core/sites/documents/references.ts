/** References inside of one document: `$ref: "#/components/responses/NotFound"` (RFC 6901 pointers). */
import type { Expression } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import { propertyOf, stringOf } from "../reading/objects.ts";
import { nameOf, propertiesOf } from "./data-access.ts";

/** A node, and where it was referred to from if it stands elsewhere: the first reference of a chain. */
export interface Referred {
  readonly node: Expression;
  readonly reference: Reference | undefined;
}

export interface Reference extends Span {
  readonly pointer: string;
}

export interface References {
  /** What `node` is once its references are followed; undefined where they lead nowhere, round, or to another file. */
  follow(node: Expression): Referred | undefined;
  /** What stands in the document at `pointer`, which may be a reference itself. */
  targetOf(pointer: string): Expression | undefined;
  /** Where `node` refers to; undefined where it is no reference. */
  pointerOf(node: Expression): string | undefined;
  /** The reference itself, wherever it leads. */
  referenceOf(node: Expression): Reference | undefined;
}

const longestChain = 20;

/** The references of the document with this root. */
export function referencesOf(root: Expression): References {
  const targets = new Map<string, Expression | undefined>();
  const valueNamed = valueFinder();
  const targetOf = (pointer: string): Expression | undefined => {
    if (!targets.has(pointer)) targets.set(pointer, targetIn(root, pointer, valueNamed));
    return targets.get(pointer);
  };
  return {
    follow(node) {
      let at: Expression | undefined = node;
      let first: Reference | undefined;
      for (let length = 0; length < longestChain && at !== undefined; length += 1) {
        const reference = referenceIn(at);
        if (reference === undefined) return { node: at, reference: first };
        first ??= reference;
        at = targetOf(reference.pointer);
      }
      return undefined;
    },
    targetOf,
    pointerOf: (node) => referenceIn(node)?.pointer,
    referenceOf: referenceIn,
  };
}

function referenceIn(node: Expression): Reference | undefined {
  const value = node.kind === "object" ? propertyOf(node, "$ref")?.value : undefined;
  const pointer = stringOf(value);
  return value === undefined || pointer === undefined ? undefined : { pointer, start: value.start, end: value.end };
}

type ValueFinder = (node: Expression | undefined, name: string) => Expression | undefined;

/** Finds values by name in objects that are asked again and again, such as all schemas of a description. */
function valueFinder(): ValueFinder {
  const byName = new Map<Expression, ReadonlyMap<string, Expression>>();
  return (node, name) => {
    if (node?.kind !== "object") return undefined;
    let names = byName.get(node);
    if (names === undefined) {
      names = new Map(propertiesOf(node).map((property): [string, Expression] => [nameOf(property), property.value]));
      byName.set(node, names);
    }
    return names.get(name);
  };
}

function targetIn(root: Expression, pointer: string, valueNamed: ValueFinder): Expression | undefined {
  if (!pointer.startsWith("#/") || pointer.length > 1000) return undefined;
  let at: Expression | undefined = root;
  for (const step of pointer.slice(2).split("/")) {
    const name = unescapedPointer(step);
    at = at?.kind === "array" && /^\d{1,6}$/.test(name) ? at.elements[Number(name)] : valueNamed(at, name);
  }
  return at;
}

/** A step of a JSON pointer as the name that it stands for (RFC 6901 §3). */
export function unescapedPointer(step: string): string {
  return percentDecoded(step).replaceAll("~1", "/").replaceAll("~0", "~");
}

function percentDecoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
