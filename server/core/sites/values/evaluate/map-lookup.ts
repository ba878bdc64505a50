/** What a `Map` gives for a key: `new Map([["NOT_FOUND", 404]]).get(code)`, `new Map(Object.entries(STATUSES)).get(code)`. */
import type { Evaluation } from "./evaluator.ts";
import { absentHead, type Given, type Head, type InstanceHead, unknownHead } from "./head.ts";
import { listElements } from "./list-elements.ts";
import { allMembers, memberOf } from "./members.ts";

/** The heads; undefined for any other method of any other object. */
export function lookedUpInMap(
  self: Head & InstanceHead,
  method: string,
  given: Given,
  evaluation: Evaluation,
): readonly Head[] | undefined {
  if (method !== "get" || self.maker.kind !== "global" || self.maker.name !== "Map") return undefined;
  const [content, ...more] = evaluation.resolveThunk(self.given.arguments[0], unknownHead);
  if (content === undefined || more.length > 0) return [unknownHead];
  const entries = entriesOf(content);
  if (entries !== undefined)
    return evaluation.resolveThunk(given.arguments[0], unknownHead).flatMap(memberFor(entries));
  const pairs = listElements(content, evaluation)?.map(([pair]) => pair);
  if (pairs === undefined) return [unknownHead];
  return evaluation.resolveThunk(given.arguments[0], unknownHead).flatMap((key) => valueFor(key, pairs));

  function entriesOf(head: Head): readonly Head[] | undefined {
    const isEntries = head.kind === "instance" && head.maker.kind === "global" && head.maker.name === "Object.entries";
    return isEntries ? evaluation.resolveThunk(head.given.arguments[0], unknownHead) : undefined;
  }

  function memberFor(tables: readonly Head[]): (key: Head) => readonly Head[] {
    return (key) =>
      tables.flatMap((table) =>
        key.kind === "constant"
          ? memberOf(table, String(key.value), evaluation)
          : [...allMembers(table, evaluation), unknownHead],
      );
  }

  function valueFor(key: Head, rows: readonly (Head | undefined)[]): readonly Head[] {
    const values: Head[] = [];
    for (const row of rows) {
      if (row === undefined) return [unknownHead];
      const names = memberOf(row, "0", evaluation);
      const isKnown = key.kind === "constant" && names.every((name) => name.kind === "constant");
      const fits = names.some(
        (name) => name.kind === "constant" && key.kind === "constant" && name.value === key.value,
      );
      if (isKnown && !fits) continue;
      if (isKnown && names.length === 1) return memberOf(row, "1", evaluation);
      values.push(...memberOf(row, "1", evaluation));
    }
    if (key.kind !== "constant") return [...values, unknownHead];
    return values.length > 0 ? values : [absentHead];
  }
}
