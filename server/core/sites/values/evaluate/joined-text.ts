/** Texts that are joined of lists. */
import type { SymbolicJoin } from "../module-summary.ts";
import type { Evaluation } from "./evaluator.ts";
import { type Frame, type Head, headOf, unknownHead } from "./head.ts";
import { listElements } from "./list-elements.ts";

/** The text; unknown unless every part is one constant. */
export function joinedText(join: SymbolicJoin, frame: Frame, evaluation: Evaluation): Head {
  const texts: string[] = [];
  let isOfSource = false;
  for (const { value, spread } of join.items) {
    const [head, ...more] = evaluation.resolve(value, frame);
    const elements = head === undefined ? undefined : spread ? listElements(head, evaluation) : [[head]];
    if (elements === undefined || more.length > 0) return unknownHead;
    for (const [element, ...others] of elements) {
      if (element?.kind !== "constant" || others.length > 0 || !isPart(element.value)) return unknownHead;
      texts.push(String(element.value));
      isOfSource ||= element.source !== undefined || element.isOfSource === true;
    }
  }
  const place = { uri: frame.view.uri, span: { start: join.start, end: join.end } };
  return { ...headOf({ kind: "constant", value: texts.join(join.separator), place }), isOfSource };
}

function isPart(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number";
}
