/** The elements of lists: array literals, also frozen ones, and sets made of them. */
import type { Evaluation } from "./evaluator.ts";
import type { Head } from "./head.ts";

const mostElements = 40;
const deepest = 4;

/** The heads of each element; undefined for what is no list, or not wholly known. */
export function listElements(head: Head, evaluation: Evaluation, depth = 0): readonly (readonly Head[])[] | undefined {
  if (head.kind === "instance") {
    if (depth > deepest || head.maker.kind !== "global" || !/^(?:Set|Object\.freeze)$/.test(head.maker.name)) {
      return undefined;
    }
    const [given, ...more] = evaluation.resolveThunk(head.given.arguments[0], head);
    return given === undefined || more.length > 0 ? undefined : listElements(given, evaluation, depth + 1);
  }
  if (head.kind !== "symbolic" || head.value.kind !== "array") return undefined;
  const { value, frame } = head;
  if (!value.complete || value.elements.length > mostElements) return undefined;
  return value.elements.map((element) => evaluation.resolve(element, frame));
}
