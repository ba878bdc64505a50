/**
 * Under which statuses an API's description uses what it refers to. What a schema shows as an example belongs to a status
 * only where no answer with another one has the same schema.
 */
import type { Expression, Property } from "../../syntax/tree.ts";
import { nameOf, propertiesOf } from "./data-access.ts";
import type { References } from "./references.ts";

export interface ReferenceUsage {
  /** Whether all failures that can be described by what `pointer` names have the same key among their `responses`. */
  isOfOneStatus(pointer: string): boolean;
}

/** How many schemas are followed from one response, and from all of them. */
const mostOfResponse = 200;
const mostOfAll = 500_000;

/** The usage in these maps of responses; found out when first asked for. */
export function usageOf(answers: readonly Expression[], references: References): ReferenceUsage {
  let statuses: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return {
    isOfOneStatus(pointer) {
      statuses ??= statusesByPointer(answers.flatMap(propertiesOf), references);
      return (statuses.get(pointer)?.size ?? 0) <= 1;
    },
  };
}

function statusesByPointer(
  responses: readonly Property[],
  references: References,
): ReadonlyMap<string, ReadonlySet<string>> {
  const statuses = new Map<string, Set<string>>();
  const inside = new Map<string, readonly string[]>();
  const below = (pointer: string): readonly string[] => {
    const known = inside.get(pointer);
    if (known !== undefined) return known;
    const target = references.targetOf(pointer);
    const found = target === undefined ? [] : pointersIn(target, references);
    inside.set(pointer, found);
    return found;
  };
  let steps = 0;
  for (const response of responses) {
    const status = nameOf(response);
    if (/^[123]/.test(status)) continue;
    const met = new Set<string>();
    const open = [...pointersIn(response.value, references)];
    for (let next = open.pop(); next !== undefined && met.size < mostOfResponse; next = open.pop()) {
      if (met.has(next)) continue;
      met.add(next);
      statuses.set(next, (statuses.get(next) ?? new Set()).add(status));
      const deeper = below(next);
      steps += deeper.length;
      // What cannot be followed to its end is anybody's.
      if (steps > mostOfAll) return new Map([...statuses.keys()].map((pointer) => [pointer, new Set(["", status])]));
      open.push(...deeper);
    }
  }
  return statuses;
}

/** The pointers written in a piece of data. */
function pointersIn(node: Expression, references: References): readonly string[] {
  const found = new Set<string>();
  const met = new Set<Expression>();
  const open: Expression[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (met.has(next)) continue;
    met.add(next);
    const pointer = references.pointerOf(next);
    if (pointer !== undefined) found.add(pointer);
    else if (next.kind === "object") open.push(...propertiesOf(next).map(({ value }) => value));
    else if (next.kind === "array") open.push(...next.elements.filter((element) => element !== undefined));
  }
  return [...found];
}
