/** Headers as they are set: object literals, `new Headers(…)`, pairs in arrays. */
import type { ArrayLiteral, Expression, ObjectLiteral } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { HeaderPart } from "../model.ts";
import { lastName } from "../reading/names.ts";
import { stringOf } from "../reading/objects.ts";
import type { BodyContext } from "./body-shape.ts";

export interface ReadHeaders {
  readonly headers: readonly HeaderPart[];
  /** False where others may be set: a spread, a computed name, a value that is not a literal. */
  readonly complete: boolean;
}

const none: ReadHeaders = { headers: [], complete: true };
const dynamic: ReadHeaders = { headers: [], complete: false };
const deepest = 4;

/** The headers that an init value gives; nothing at all is complete. */
export function readHeaders(init: Expression | undefined, context: BodyContext, depth = 0): ReadHeaders {
  if (init === undefined) return none;
  const inner = unwrapped(init);
  if (depth > deepest) return dynamic;
  switch (inner.kind) {
    case "object":
      return fromObject(inner, context, depth);
    case "array":
      return fromPairs(inner, context);
    case "new":
      return lastName(inner.callee) === "Headers" ? readHeaders(inner.arguments[0], context, depth + 1) : dynamic;
    case "identifier": {
      if (inner.name === "undefined") return none;
      const initializer = context.bindings.constantOf(inner);
      if (initializer === undefined) return dynamic;
      // A Headers object made elsewhere may have got more since.
      const read = readHeaders(initializer, context, depth + 1);
      return unwrapped(initializer).kind === "object" ? read : { headers: read.headers, complete: false };
    }
    case "call":
      // `Object.fromEntries`, `corsHeaders()`: whatever it is, it is not seen.
      return dynamic;
    case "keyword":
      return inner.value === null ? none : dynamic;
    default:
      return dynamic;
  }
}

/** One header as a name and a value expression; undefined where the name is not constant. */
export function readHeader(
  name: Expression,
  value: Expression | undefined,
  context: BodyContext,
): HeaderPart | undefined {
  const text = stringOf(name) ?? singleText(name, context);
  if (text === undefined || text === "") return undefined;
  const end = value === undefined ? name.end : value.end;
  return { name: text, value: constantText(value, context), span: { start: name.start, end } };
}

function fromObject(object: ObjectLiteral, context: BodyContext, depth: number): ReadHeaders {
  const headers: HeaderPart[] = [];
  let complete = object.closed;
  for (const member of object.members) {
    if (member.kind === "property") {
      const name = member.key.name ?? singleText(member.key.computed, context);
      if (name === undefined) complete = false;
      else
        headers.push({
          name,
          value: constantText(member.value, context),
          span: { start: member.start, end: member.end },
        });
    } else if (member.kind === "spread") {
      const spread = readHeaders(member.argument, context, depth + 1);
      headers.push(...spread.headers);
      complete = complete && spread.complete;
    } else complete = false;
  }
  return { headers, complete };
}

function fromPairs(array: ArrayLiteral, context: BodyContext): ReadHeaders {
  const headers: HeaderPart[] = [];
  let complete = array.closed;
  for (const element of array.elements) {
    const pair = element === undefined ? undefined : unwrapped(element);
    const name = pair?.kind === "array" ? pair.elements[0] : undefined;
    const value = pair?.kind === "array" ? pair.elements[1] : undefined;
    const header = name === undefined ? undefined : readHeader(name, value, context);
    if (header === undefined) complete = false;
    else headers.push(header);
  }
  return { headers, complete };
}

/** The one constant that the expression stands for, as a text. */
export function constantText(value: Expression | undefined, context: BodyContext): string | undefined {
  if (value === undefined) return undefined;
  const resolved = context.values.valueOf(value);
  const only = resolved.exhaustive && resolved.options.length === 1 ? resolved.options[0]?.value : undefined;
  return only === undefined || only === null ? undefined : String(only);
}

function singleText(expression: Expression | undefined, context: BodyContext): string | undefined {
  if (expression === undefined) return undefined;
  const resolved = context.values.valueOf(expression);
  const only = resolved.exhaustive && resolved.options.length === 1 ? resolved.options[0]?.value : undefined;
  return typeof only === "string" ? only : undefined;
}
