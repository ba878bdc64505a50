/** Values that a site is sure to have, fit for a warning. */
import type { Part } from "../../sites/model.ts";

/** All values that the part can have; none where others are possible, or where the part is but a guess. */
export function settledValues<Value>(part: Part<Value> | undefined): readonly Value[] {
  if (part === undefined || !part.exhaustive || part.certainty === "weak") return [];
  return [...new Set(part.values.map(({ value }) => value))];
}

/** The only value that the part can have. */
export function settledValue<Value>(part: Part<Value> | undefined): Value | undefined {
  const values = settledValues(part);
  return values.length === 1 ? values[0] : undefined;
}

/** Values that the part has, others being possible; none where the part is but a guess. */
export function seenValues<Value>(part: Part<Value> | undefined): readonly Value[] {
  if (part === undefined || part.certainty === "weak") return [];
  return [...new Set(part.values.map(({ value }) => value))];
}
