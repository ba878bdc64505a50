import type { Code } from "../../catalog/model.ts";
import type { NearCode } from "../../catalog/nearest-codes.ts";
import { wordsOf } from "../../facts/words-of.ts";

/**
 * Of the codes near to one, those that may have been meant by who wrote it. Words in common are not enough, for
 * `USER_NOT_FOUND` is no slip for `NOT_FOUND`: there must be as many of them.
 */
export function meantBy(code: Code, near: readonly NearCode[]): readonly NearCode[] {
  const count = wordsOf(String(code)).length;
  return near.filter(({ entry, difference }) => difference !== "words" || wordsOf(String(entry.code)).length === count);
}
